/** What a course says of its treatments: each in its series, and the bookings that are still open. */

import type { z } from 'zod'
import { ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../course.ts'
import { booking, bookingCancelled, mdtDiscussion } from '../kinds/planning.ts'
import { treatment } from '../kinds/procedure.ts'
import { once } from './once.ts'
import { isAfter, type Referral, referralOf, referralsOf } from './referral.ts'

export type Booking = z.output<typeof booking.schema>
export type Treatment = z.output<typeof treatment.schema>

/**
 * The bookings that were neither cancelled nor came to a treatment, by the time for which they are planned.
 * A treatment uses the open booking nearest to it in time, of the same procedure and of no other course.
 */
export const openBookings = once((course: Course): readonly Stated<Booking>[] => {
  const cancelled = new Set(
    course.of(bookingCancelled).flatMap(({ body }) => course.standing(body.booking)?.first ?? []),
  )
  const open = course.of(booking).filter(({ first }) => !cancelled.has(first))
  for (const done of course.of(treatment)) {
    const nearest = nearestTo(
      done,
      open.filter((each) => fits(each.body, done.body)),
    )
    if (nearest) open.splice(open.indexOf(nearest), 1)
  }
  return open.sort((one, other) => (one.body.plannedFor < other.body.plannedFor ? -1 : 1))
})

function fits(booked: Booking, done: Treatment): boolean {
  if (booked.procedure !== done.procedure) return false
  return booked.course === undefined || booked.course === done.course
}

function nearestTo(
  done: Stated<Treatment>,
  bookings: readonly Stated<Booking>[],
): Stated<Booking> | undefined {
  const distance = ({ body }: Stated<Booking>) =>
    Math.abs(Date.parse(body.plannedFor) - Date.parse(done.occurredAt))
  return bookings.reduce<Stated<Booking> | undefined>(
    (best, each) => (best === undefined || distance(each) < distance(best) ? each : best),
    undefined,
  )
}

/** The treatments of a procedure, by time. */
export function seriesOf(course: Course, procedure: string): readonly Stated<Treatment>[] {
  return course.of(treatment).filter(({ body }) => body.procedure === procedure)
}

/** The number that the next course of a procedure has. */
export function nextCourse(course: Course, procedure: string): number {
  const numbers = seriesOf(course, procedure).map(({ body }) => body.course)
  return Math.min(30, Math.max(0, ...numbers) + 1)
}

/** The next treatment of the same procedure after one, if there was one. */
export function repeatedBy(course: Course, done: Stated<Treatment>): Stated<Treatment> | undefined {
  const series = seriesOf(course, done.body.procedure)
  return series[series.indexOf(done) + 1]
}

/** What is said of one treatment by entries that name it. */
export function about<Body extends { readonly treatment?: string | undefined }>(
  course: Course,
  kind: { readonly name: string },
  done: Stated<Treatment>,
): readonly Stated<Body>[] {
  return course
    .of<Body>(kind)
    .filter(
      ({ body }) => body.treatment !== undefined && course.standing(body.treatment)?.first === done.first,
    )
}

/** The treatments at or after a moment. */
export function treatmentsSince(course: Course, moment: string): readonly Stated<Treatment>[] {
  return course.of(treatment).filter(({ occurredAt }) => occurredAt >= moment)
}

/**
 * Whether a referral asks for something new after a treatment. The first of a case never does: what cannot wait
 * is treated before its letter is written. Nor does one of the same day for the same procedure, for a referral
 * has a day and often no hour.
 */
export function asksAnew(course: Course, referral: Stated<Referral>, done: Stated<Treatment>): boolean {
  if (!isAfter(referral, done) || referralsOf(course)[0]?.referral.first === referral.first) return false
  const isSameDay = ukDay(referral.occurredAt) === ukDay(done.occurredAt)
  return !(isSameDay && referral.body.procedure === done.body.procedure)
}

/** The treatments that a referral came to. */
export function treatmentsFor(course: Course, referral: Stated<Referral>): readonly Stated<Treatment>[] {
  return course.of<Treatment>(treatment).filter((done) => !asksAnew(course, referral, done))
}

/** The procedure that the case is about: the one booked, last done, recommended or asked for, in this order. */
export function procedureOf(course: Course): string | undefined {
  return (
    openBookings(course)[0]?.body.procedure ??
    course.latest(treatment)?.body.procedure ??
    course.of(mdtDiscussion).findLast(({ body }) => body.procedure !== undefined)?.body.procedure ??
    referralOf(course)?.referral.body.procedure
  )
}
