/**
 * What a service's record says on a day: whose licence covers a procedure, who is competent, which
 * protocol and which leaflet hold. Findings, forms and pages ask here.
 *
 * Every question names its day, `2026-11-22` in the United Kingdom (`core/calendar/uk-day.ts` makes it of
 * a moment), for what held on the day of a treatment is what it is judged by.
 */

import { ukDay } from '../calendar/uk-day.ts'
import type { Course, Stated } from '../pathway/course.ts'
import type { Clinician } from '../record/field.ts'
import { clinicianKey, isSameClinician } from './clinician.ts'
import { pathwayConfirmation } from './kinds/said-of.ts'
import {
  attestation,
  competence,
  leafletAdoption,
  licence,
  mdtMembership,
  protocol,
  referralPathway,
} from './kinds.ts'
import {
  type BodyOf,
  clinicianOf,
  holdsOn,
  inForce,
  type PathwayReview,
  proceduresOf,
  reviewsOf,
  standingOn,
} from './state.ts'

export type Licence = Stated<BodyOf<typeof licence>>
export type Competence = Stated<BodyOf<typeof competence>>
export type Protocol = Stated<BodyOf<typeof protocol>>
export type Leaflet = Stated<BodyOf<typeof leafletAdoption>>
export type ReferralPathway = Stated<BodyOf<typeof referralPathway>>
export type PathwayConfirmation = Stated<BodyOf<typeof pathwayConfirmation>>
export type MdtMembership = Stated<BodyOf<typeof mdtMembership>>
export type Attestation = Stated<BodyOf<typeof attestation>>

export type LicenceHolder = Licence['body']['holder']
export type CompetenceRole = Competence['body']['role']
export type ProtocolArea = Protocol['body']['area']

/**
 * A licence under IR(ME)R that covers a procedure on a day: the employer's for the site, or a
 * practitioner's. Of several, the one that lasts longest.
 *
 * @param who the practitioner; absent: anybody's counts
 * @see RCR, Interventional oncology: guidance for service delivery, 2013, clause 4.4.3; IR(ME)R 2017
 */
export function licenceCovering(
  service: Course,
  procedure: string,
  day: string,
  holder: LicenceHolder,
  who?: Clinician | string,
): Licence | undefined {
  return inForce(service, licence, day)
    .filter(
      ({ body }) =>
        body.holder === holder &&
        lists(body.procedures, procedure) &&
        (who === undefined || (body.who !== undefined && isSameClinician(body.who, who))),
    )
    .reduce<Licence | undefined>(
      (best, each) => (best && best.body.expires >= each.body.expires ? best : each),
      undefined,
    )
}

/**
 * What shows that somebody is competent in a role on a day; for an operator, a delegate for consent or an
 * assessor of fitness, for that procedure. The role of communication skills or of cancer knowledge is
 * for no procedure in particular.
 *
 * @see clauses 4.3, 4.5.2, 4.6, 7.1 and 7.2
 */
export function competentFor(
  service: Course,
  who: Clinician | string,
  role: CompetenceRole,
  procedure: string,
  day: string,
): Competence | undefined {
  return inForce(service, competence, day).findLast(
    ({ body }) =>
      body.role === role &&
      isSameClinician(body.who, who) &&
      (body.procedures === undefined || lists(body.procedures, procedure)),
  )
}

/** What shows that somebody may take consent for a procedure without performing it (clause 4.3). */
export function delegateFor(
  service: Course,
  who: Clinician | string,
  procedure: string,
  day: string,
): Competence | undefined {
  return competentFor(service, who, 'consent-delegate', procedure, day)
}

/** The protocol that holds for an area and a procedure: the one in force since last, its review late or not. */
export function protocolFor(
  service: Course,
  area: ProtocolArea,
  procedure: string,
  day: string,
): Protocol | undefined {
  return inForce(service, protocol, day).findLast(
    ({ body }) => body.area === area && lists(body.procedures, procedure),
  )
}

/**
 * The protocol that an entry names, where it is of that area, for that procedure, and held on the day: a plan
 * of follow-up is no rule for a prescription.
 *
 * @param id what the entry names; absent where it names none
 */
export function namedProtocol(
  service: Course,
  id: string | undefined,
  area: ProtocolArea,
  procedure: string,
  day: string,
): Protocol | undefined {
  const first = id === undefined ? undefined : service.standing(id)?.first
  return inForce(service, protocol, day).find(
    (each) => each.first === first && each.body.area === area && lists(each.body.procedures, procedure),
  )
}

/**
 * The leaflet in use for a procedure: the one adopted last.
 *
 * @param language absent: in English where there is one, else in whichever language there is
 * @see clauses 4.2.1 and 4.2.2
 */
export function leafletFor(
  service: Course,
  procedure: string,
  language: string | undefined,
  day: string,
): Leaflet | undefined {
  const held = inForce(service, leafletAdoption, day).filter(({ body }) => body.procedure === procedure)
  const inLanguage = (wanted: string) =>
    held.findLast(({ body }) => body.language.toLowerCase() === wanted.toLowerCase())
  return language === undefined ? (inLanguage('English') ?? held.at(-1)) : inLanguage(language)
}

/** A referral pathway as it stands on a day, with what its reviews made of it. */
export interface PathwayFrom {
  readonly pathway: ReferralPathway
  readonly to: string
  /** Those of its last review that changed them, else those agreed first. */
  readonly procedures: readonly string[]
  readonly state: 'planned' | 'current' | 'overdue' | 'ended'
  readonly agreedOn: string
  readonly reviewDue: string
  readonly endedOn?: string
  readonly reviews: readonly PathwayReview[]
}

/**
 * Every referral pathway of a service, those that ended included, in the order in which they were agreed.
 * One whose review is late is still there: nobody ended it. One that another to the same organisation
 * took over has ended on the day when that began.
 *
 * @see clauses 3.1, 3.3 and 3.6
 */
export function referralPathwaysFrom(service: Course, day: string): readonly PathwayFrom[] {
  return service.of(referralPathway).map((pathway) => {
    const { state, from, until, endedOn, replacedBy } = standingOn(service, pathway, day)
    const over = endedOn ?? (state === 'replaced' && replacedBy ? ukDay(replacedBy.occurredAt) : undefined)
    return {
      pathway,
      to: pathway.body.to,
      procedures: proceduresOf(service, pathway, day),
      state: over ? 'ended' : state === 'planned' || state === 'overdue' ? state : 'current',
      agreedOn: from,
      reviewDue: until ?? pathway.body.reviewDue,
      ...(over ? { endedOn: over } : {}),
      reviews: reviewsOf(service, pathway, day),
    }
  })
}

/** The referral pathway by which a service sends a procedure to another on a day; current ones before late ones. */
export function referralPathwayTo(
  service: Course,
  to: string,
  procedure: string,
  day: string,
): PathwayFrom | undefined {
  const open = referralPathwaysFrom(service, day).filter(
    (each) =>
      each.to === to &&
      each.procedures.includes(procedure) &&
      (each.state === 'current' || each.state === 'overdue'),
  )
  return open.findLast(({ state }) => state === 'current') ?? open.at(-1)
}

/** What the recipient said last of a referral pathway by a day, from the recipient's own record. */
export function confirmationOf(
  recipient: Course,
  pathway: Pick<ReferralPathway, 'first'>,
  day: string,
): PathwayConfirmation | undefined {
  return recipient
    .of(pathwayConfirmation)
    .findLast(({ body, occurredAt }) => body.pathway === pathway.first && ukDay(occurredAt) <= day)
}

/** The MDTs that a service has a link to on a day, one statement each. */
export function mdtMemberships(service: Course, day: string): readonly MdtMembership[] {
  return inForce(service, mdtMembership, day).filter(
    (each) => standingOn(service, each, day).state !== 'replaced',
  )
}

/** What was attested last of a clause, where that is still valid on the day. */
export function attestationOf(
  service: Course,
  standard: string,
  clause: string,
  day: string,
): Attestation | undefined {
  const last = service
    .of(attestation)
    .findLast(
      ({ body, occurredAt }) =>
        body.standard === standard && body.clause === clause && ukDay(occurredAt) <= day,
    )
  return last && holdsOn(service, last, day) ? last : undefined
}

/** The clinicians whom a service's record names, each once, by name: what a form offers. */
export function cliniciansOf(service: Course): readonly Clinician[] {
  const known = new Map<string, Clinician>()
  for (const stated of service.said) {
    const who = clinicianOf(stated)
    if (!who) continue
    const key = clinicianKey(who)
    if (!known.get(key)?.person) known.set(key, who)
  }
  return [...known.values()].sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

function lists(procedures: readonly { readonly procedure: string }[], wanted: string): boolean {
  return procedures.some(({ procedure }) => procedure === wanted)
}
