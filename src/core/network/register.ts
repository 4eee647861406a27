/**
 * The register of referral pathways on a day: what services stated, what the other end answered, what was
 * declared in the census and not stated since; those that ended and those that lead nowhere included.
 */

import { isDiseaseModifying, offersIt, referralPathwaysOf } from '../census/availability.ts'
import type { Provision } from '../census/provision.ts'
import type { Course } from '../pathway/course.ts'
import { type Confirmed, confirmedBy } from '../service/confirmation.ts'
import { type PathwayFrom, referralPathwaysFrom } from '../service/standing.ts'
import { standingOn } from '../service/state.ts'

/** What a register is made of. */
export interface RegisterSources {
  /** The day, `2026-11-22`. */
  readonly day: string
  /** The day that the census's answers describe; null: no edition has opened. */
  readonly censusOn: string | null
  /** The organisations that exist on the day, by code. */
  readonly existing: ReadonlySet<string>
  /** Of every organisation that answered the census, those that closed since included. */
  readonly provisions: ReadonlyMap<string, Provision>
  /** The records of every service that stated or answered a referral pathway, by code. */
  readonly courses: ReadonlyMap<string, Course>
}

/** `declared`: said in the census alone. The others are what the recipient's record says of a stated one. */
export type PathwayAnswer = Confirmed['state'] | 'declared'

/** How far along its agreement is; of a declared one nothing is known but that it is `current`. */
export type PathwayCourse = 'planned' | 'current' | 'due-soon' | 'overdue' | 'ended'

export interface RegisteredPathway {
  readonly from: string
  readonly to: string
  /** Ids of the catalogue; of a declared one, those that the recipient says it offers. */
  readonly procedures: readonly string[]
  readonly answer: PathwayAnswer
  readonly course: PathwayCourse
  readonly through: string | null
  /** Days; null: not said. */
  readonly agreedOn: string | null
  readonly reviewDue: string | null
  readonly endedOn: string | null
  /** The entry of the referring service's record that stated it first; null: declared only. */
  readonly entry: string | null
  /** The end that does not exist on the day, so that it leads nowhere or comes from nowhere; null: both do. */
  readonly closed: 'from' | 'to' | null
  /** The procedures that the recipient's answers to the census say it does not offer. */
  readonly notOffered: readonly string[]
}

/** Every referral pathway that the sources know of, by sender; in the order stated, the declared ones last. */
export function registerOf(sources: RegisterSources): readonly RegisteredPathway[] {
  const senders = new Set([...sources.courses.keys(), ...sources.provisions.keys()])
  return [...senders].sort().flatMap((from) => {
    const course = sources.courses.get(from)
    const stated = course ? statedBy(sources, from, course) : []
    return [...stated, ...declaredBy(sources, from, stated)]
  })
}

function statedBy(sources: RegisterSources, from: string, course: Course): readonly RegisteredPathway[] {
  const { day, courses, provisions } = sources
  return referralPathwaysFrom(course, day).map((pathway): RegisteredPathway => {
    const { to, procedures } = pathway
    return {
      from,
      to,
      procedures,
      answer: confirmedBy(courses.get(to), pathway, day).state,
      course: courseOf(course, pathway, day),
      through: pathway.pathway.body.through,
      agreedOn: pathway.agreedOn,
      reviewDue: pathway.reviewDue,
      endedOn: pathway.endedOn ?? null,
      entry: pathway.pathway.first,
      closed: closedEnd(sources, from, to),
      notOffered: procedures.filter((each) => offersIt(each, provisions.get(to)) === false),
    }
  })
}

function courseOf(course: Course, { pathway, state }: PathwayFrom, day: string): PathwayCourse {
  if (state !== 'current') return state
  return standingOn(course, pathway, day).state === 'due-soon' ? 'due-soon' : 'current'
}

/**
 * What a service declared in the census and has not stated since: for the procedures that the recipient
 * says it offers, without those that the two services' records have settled after the census, by a pathway
 * that is in force, that ended or that was declined.
 */
function declaredBy(
  sources: RegisterSources,
  from: string,
  stated: readonly RegisteredPathway[],
): readonly RegisteredPathway[] {
  const { provisions, censusOn } = sources
  const own = provisions.get(from)
  if (!own) return []
  return referralPathwaysOf(own)
    .filter((to) => to !== from)
    .flatMap((to): RegisteredPathway[] => {
      const settling = stated.filter(
        (each) =>
          each.to === to &&
          each.course !== 'planned' &&
          (each.endedOn === null || censusOn === null || each.endedOn > censusOn),
      )
      const settled = new Set(settling.flatMap(({ procedures }) => procedures))
      const countedFor = declaredProcedures(own, to, provisions.get(to))
      const procedures = countedFor.filter((each) => !settled.has(each))
      if (settling.length > 0 && procedures.length === 0) return []
      return [
        {
          from,
          to,
          procedures,
          answer: 'declared',
          course: 'current',
          through: null,
          agreedOn: null,
          reviewDue: null,
          endedOn: null,
          entry: null,
          closed: closedEnd(sources, from, to),
          notOffered: [],
        },
      ]
    })
}

/** A pathway of a supportive-only service is for disease-modifying procedures; one of a service without IO, for all. */
function declaredProcedures(own: Provision, to: string, recipient: Provision | undefined): readonly string[] {
  if (!recipient) return []
  const offered = [
    ...new Set([...(recipient.supportiveProcedures ?? []), ...(recipient.diseaseModifyingProcedures ?? [])]),
  ]
  return own.referralPathwayTo.includes(to) ? offered : offered.filter(isDiseaseModifying)
}

function closedEnd({ existing }: RegisterSources, from: string, to: string): RegisteredPathway['closed'] {
  if (!existing.has(from)) return 'from'
  return existing.has(to) ? null : 'to'
}
