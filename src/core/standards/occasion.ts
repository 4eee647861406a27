/** An occasion: a treatment that was done, or one that is still to come. Most clauses are judged of each. */

import { ukDay } from '../calendar/uk-day.ts'
import type { Course, Stated } from '../pathway/course.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { caseKindNamed } from '../pathway/kinds.ts'
import { endOf, isAfter, type Referral, referralsOf } from '../pathway/reading/referral.ts'
import { openBookings, type Treatment } from '../pathway/reading/treatments.ts'
import type { Subject } from './finding.ts'

export interface Occasion extends Subject {
  readonly procedure: string
  readonly intent: Treatment['intent']
  readonly isUrgent: boolean
  /** The referral that the treatment follows. */
  readonly referral: Stated<Referral> | undefined
  /** Absent while it is still to come. */
  readonly done?: Stated<Treatment>
  /** The treatments just before and just after it, of whatever procedure. */
  readonly previous?: Stated<Treatment>
  readonly next?: Stated<Treatment>
}

/** The treatments of a case, by time, then those that are booked, or the one that was asked for. */
export function occasionsOf(course: Course): readonly Occasion[] {
  const treatments = course.of(treatment)
  const done = treatments.map((each, at): Occasion => {
    const followed = referralAt(course, each)
    const [previous, next] = [treatments[at - 1], treatments[at + 1]]
    return {
      about: each.first,
      month: monthOf(each.occurredAt),
      procedure: each.body.procedure,
      intent: each.body.intent,
      isUrgent: isUrgent(followed),
      referral: followed,
      done: each,
      ...(previous ? { previous } : {}),
      ...(next ? { next } : {}),
    }
  })
  return [...done, ...occasionsToCome(course, treatments.at(-1))]
}

function occasionsToCome(course: Course, previous: Stated<Treatment> | undefined): readonly Occasion[] {
  const asked = referralsOf(course).at(-1)
  if (endOf(course) || asked?.decision?.body.answer === 'refused') return []
  const followed = asked?.referral
  const rest = { referral: followed, isUrgent: isUrgent(followed), ...(previous ? { previous } : {}) }
  const booked = openBookings(course).map(({ first, body }): Occasion => {
    const same = course.of(treatment).findLast((each) => each.body.procedure === body.procedure)
    const intent = same?.body.intent ?? followed?.body.intent ?? 'supportive'
    return { about: first, procedure: body.procedure, intent, ...rest }
  })
  if (booked.length > 0 || previous || !followed) return booked
  const { procedure, intent } = followed.body
  return [{ about: '', procedure, intent, ...rest }]
}

/** The last referral by the day of the treatment; else the first of all. */
function referralAt(course: Course, done: Stated): Stated<Referral> | undefined {
  const all = referralsOf(course).map((each) => each.referral)
  const day = ukDay(done.occurredAt)
  return all.findLast(({ occurredAt }) => ukDay(occurredAt) <= day) ?? all[0]
}

function isUrgent(followed: Stated<Referral> | undefined): boolean {
  return followed !== undefined && followed.body.urgency !== 'elective'
}

/**
 * Whether something was said to happen by the time of the treatment. A kind without a time of day counts
 * by its day; before a treatment that is still to come everything does.
 */
export function isBy({ done }: Occasion, stated: Stated): boolean {
  if (!done) return true
  if (isTimed(stated)) return stated.occurredAt <= done.occurredAt
  return ukDay(stated.occurredAt) <= ukDay(done.occurredAt)
}

/** Whether it was said to happen after the treatment before, so that it belongs to this one. */
export function isSincePrevious({ previous }: Occasion, stated: Stated): boolean {
  return previous === undefined || isAfter(stated, previous)
}

/** Whether it was said to happen from the treatment on, and before the next. */
export function isUntilNext({ done, next }: Occasion, stated: Stated): boolean {
  if (!done) return false
  const from = isTimed(stated)
    ? stated.occurredAt >= done.occurredAt
    : ukDay(stated.occurredAt) >= ukDay(done.occurredAt)
  return from && (next === undefined || stated.occurredAt < next.occurredAt)
}

function isTimed({ kind }: Stated): boolean {
  return caseKindNamed(kind)?.timed ?? false
}

/** The month of a moment in the United Kingdom: `2026-11`. */
export function monthOf(moment: string): string {
  return ukDay(moment).slice(0, 7)
}
