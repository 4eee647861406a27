/** From when until when each statement of a service holds, and how it stands on a day. */

import { daysAfter, ukDay } from '../calendar/uk-day.ts'
import type { Course, Named, Stated } from '../pathway/course.ts'
import type { Clinician } from '../record/field.ts'
import type { Kind } from '../record/kind.ts'
import { ending } from './kinds/said-of.ts'
import { pathwayReview, referralPathway, serviceKindNamed } from './kinds.ts'

/** What a kind's entries hold. */
export type BodyOf<K> = K extends Kind<string, infer Body> ? Body : never

export type ServiceState =
  | 'planned' // holds from a day that is still to come
  | 'in-force'
  | 'due-soon' // in force, and to be reviewed or renewed before long
  | 'overdue' // in force, and its review is late
  | 'expired'
  | 'replaced' // a later statement took its place
  | 'ended'
  | 'done' // a thing that happened: it holds for nothing and runs out never

/** How a statement stands on a day. Days are as `2026-11-22`, in the United Kingdom. */
export interface Standing {
  readonly state: ServiceState
  readonly from: string
  /** The last day on which it holds, or by which it is reviewed; undefined: without end. */
  readonly until: string | undefined
  /** The day from which it holds no more because somebody ended it. */
  readonly endedOn: string | undefined
  /** The statement that took its place. */
  readonly replacedBy: Stated | undefined
}

/** Kinds that say what happened and nothing that goes on. */
const happenings = new Set(['teaching', 'audit-report'])

/**
 * How one of a service's statements stands on a day. What the record says of later days counts only then:
 * a licence that starts in March does not replace this year's in February.
 */
export function standingOn(service: Course, stated: Stated, day: string): Standing {
  const from = ukDay(stated.occurredAt)
  const endedOn = endOf(service, stated, day)
  const until = untilOf(service, stated, day)
  const replacedBy = successorOf(service, stated, day)
  const runs = serviceKindNamed(stated.kind)?.runs
  const state = (): ServiceState => {
    if (happenings.has(stated.kind)) return 'done'
    if (endedOn) return 'ended'
    if (from > day) return 'planned'
    if (replacedBy) return 'replaced'
    if (!runs || until === undefined) return 'in-force'
    if (until < day) return runs.ends === 'expiry' ? 'expired' : 'overdue'
    return until <= daysAfter(day, runs.remindWeeks * 7) ? 'due-soon' : 'in-force'
  }
  return { state: state(), from, until, endedOn, replacedBy }
}

/** Whether a statement holds on a day; whether a better one does is another question. */
export function holdsOn(service: Course, stated: Stated, day: string): boolean {
  if (ukDay(stated.occurredAt) > day || endOf(service, stated, day)) return false
  const runs = serviceKindNamed(stated.kind)?.runs
  if (runs?.ends !== 'expiry') return true
  const until = runs.until(stated.body)
  return until === undefined || until >= day
}

/** Those of one kind that hold on a day, by when they began to. */
export function inForce<Body>(service: Course, kind: Named<Body>, day: string): readonly Stated<Body>[] {
  return service.of(kind).filter((stated) => holdsOn(service, stated, day))
}

/** The procedures that a statement names, those of its latest review for a referral pathway; none where it names none. */
export function proceduresOf(service: Course, stated: Stated, day: string): readonly string[] {
  const changed = reviewsOf(service, stated, day).findLast(({ body }) => body.procedures)?.body.procedures
  const body = stated.body as {
    readonly procedures?: readonly { readonly procedure: string }[]
    readonly procedure?: string
  }
  const listed = changed ?? body.procedures
  return listed?.map(({ procedure }) => procedure) ?? (body.procedure ? [body.procedure] : [])
}

export type PathwayReview = Stated<BodyOf<typeof pathwayReview>>

/** The reviews of a referral pathway up to a day, in order. Of anything else there are none. */
export function reviewsOf(service: Course, { kind, first }: Stated, day: string): readonly PathwayReview[] {
  if (kind !== referralPathway.name) return []
  return service
    .of(pathwayReview)
    .filter(
      ({ body, occurredAt }) => service.standing(body.pathway)?.first === first && ukDay(occurredAt) <= day,
    )
}

/** The day from which a statement holds no more, where somebody ended it by that day. */
function endOf(service: Course, stated: Stated, day: string): string | undefined {
  const ends = service
    .of(ending)
    .filter(({ body }) => service.standing(body.ends)?.first === stated.first)
    .map(({ occurredAt }) => ukDay(occurredAt))
  const reviewedAway = reviewsOf(service, stated, day)
    .filter(({ body }) => body.outcome === 'ended')
    .map(({ occurredAt }) => ukDay(occurredAt))
  return [...ends, ...reviewedAway].filter((on) => on <= day).sort()[0]
}

function untilOf(service: Course, stated: Stated, day: string): string | undefined {
  const reviewed = reviewsOf(service, stated, day).findLast(({ body }) => body.reviewDue)?.body.reviewDue
  return reviewed ?? serviceKindNamed(stated.kind)?.runs?.until(stated.body)
}

/**
 * What took the place of a statement: later ones about the same thing that hold on that day, where
 * between them they name each of its procedures. The last of them.
 */
function successorOf(service: Course, stated: Stated, day: string): Stated | undefined {
  const about = serviceKindNamed(stated.kind)?.about
  if (!about) return undefined
  const key = about(stated.body)
  const all = service.of({ name: stated.kind })
  const later = all
    .slice(all.indexOf(stated) + 1)
    .filter((other) => about(other.body) === key && holdsOn(service, other, day))
  const named = proceduresOf(service, stated, day)
  const left = named.filter(
    (each) => !later.some((other) => proceduresOf(service, other, day).includes(each)),
  )
  return left.length === 0 ? later.at(-1) : undefined
}

/** Whom a statement names, where it names a clinician. */
export function clinicianOf(stated: Stated): Clinician | undefined {
  const { who, radiologist } = stated.body as { readonly who?: Clinician; readonly radiologist?: Clinician }
  return who ?? radiologist
}
