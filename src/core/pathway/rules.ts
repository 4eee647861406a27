/**
 * What is said of a body before it is signed: what stops a plan, which clauses the truth did not keep, what
 * looks wrong, what cannot be. The same functions answer the form and whatever writes by another way.
 */

import type { Bodies, Judged } from './bodies.ts'
import type { Course } from './course.ts'
import * as after from './rules/breaches/after.ts'
import * as before from './rules/breaches/before.ts'
import { prescriptionBreaches } from './rules/breaches/prescription.ts'
import { treatmentBreaches } from './rules/breaches/treatment.ts'
import type { Breach, Stop } from './rules/remark.ts'
import { bookingStops, prescriptionStops } from './rules/stops.ts'
import type { Surroundings } from './surroundings.ts'

export { impossibilitiesOf } from './rules/impossibilities.ts'
export type { Breach, Impossibility, Remark, Stop, Warning } from './rules/remark.ts'
export { warningsOf } from './rules/warnings.ts'

/**
 * Why a plan may not be made: a booking, or a radioactive prescription before its injection. Everything else,
 * and whatever was planned for a time that has gone by, comes out with nothing: the truth is always accepted.
 *
 * @param body one that keeps its kind's schema
 * @param course the case; without the statement that this one corrects (`without`)
 * @param now what lies before it is history
 */
export function stopsFor(
  kindName: string,
  body: unknown,
  course: Course,
  surroundings: Surroundings,
  occurredAt: string,
  now: string = occurredAt,
): readonly Stop[] {
  if (!isPlan(kindName, body, now)) return []
  const judged = { body, course, surroundings, occurredAt }
  if (kindName === 'booking') return bookingStops(judged as Judged<Bodies['booking']>)
  return prescriptionStops(judged as Judged<Bodies['prescription']>)
}

/**
 * The clauses that what happened did not keep, each with the field where it shows. It is accepted all the
 * same; the form asks for a reason.
 */
export function breachesOf(
  kindName: string,
  body: unknown,
  course: Course,
  surroundings: Surroundings,
  occurredAt: string,
  now: string = occurredAt,
): readonly Breach[] {
  const judged = { body, course, surroundings, occurredAt } as Judged<never>
  if (kindName === 'prescription') return prescriptionBreaches(judged, isPlan(kindName, body, now))
  if (!Object.hasOwn(rules, kindName)) return []
  return (rules[kindName as keyof typeof rules] as (judged: Judged<never>) => readonly Breach[])(judged)
}

const rules = {
  referral: before.referralBreaches,
  'mdt-discussion': before.discussionBreaches,
  information: before.informationBreaches,
  consent: before.consentBreaches,
  'consent-confirmation': before.confirmationBreaches,
  admission: before.admissionBreaches,
  treatment: treatmentBreaches,
  recovery: after.recoveryBreaches,
  discharge: after.dischargeBreaches,
  'follow-up-plan': after.planBreaches,
  'follow-up-contact': after.contactBreaches,
  'response-assessment': after.responseBreaches,
} as const satisfies { readonly [Name in keyof Bodies]?: (judged: Judged<Bodies[Name]>) => readonly Breach[] }

/** Whether a body speaks of a time to come. */
function isPlan(kindName: string, body: unknown, now: string): boolean {
  const { plannedFor, injectionAt } = body as { readonly plannedFor?: string; readonly injectionAt?: string }
  if (kindName === 'booking') return plannedFor !== undefined && isLater(plannedFor, now)
  return kindName === 'prescription' && injectionAt !== undefined && isLater(injectionAt, now)
}

function isLater(one: string, other: string): boolean {
  return Date.parse(one) > Date.parse(other)
}
