/** What is known of the procedure that a case is heading for: which one, when, by whom. */

import { ukDay } from '../../calendar/uk-day.ts'
import type { Stated } from '../course.ts'
import { treatment } from '../kinds/procedure.ts'
import { recommendationOf } from '../reading/discussion.ts'
import { referralOf } from '../reading/referral.ts'
import { asksAnew, type Booking, openBookings } from '../reading/treatments.ts'
import { type Asked, firstOf, from, type Known } from './known.ts'

/** The booking that a form is about: the one named, else today's, else the next. */
export function bookingOf({ course, about, now }: Asked): Stated<Booking> | undefined {
  const open = openBookings(course)
  const named = about.entry === undefined ? undefined : course.standing(about.entry)?.first
  return (
    open.find(({ first }) => first === named) ??
    open.find(({ body }) => ukDay(body.plannedFor) === ukDay(now)) ??
    open[0]
  )
}

/** The procedure: booked, recommended by the MDT meeting, asked for; after a treatment, the same again. */
export function procedureKnown(asked: Asked): Known | undefined {
  const { course } = asked
  const booked = bookingOf(asked)
  const discussed = recommendationOf(course)
  const done = course.latest(treatment)
  const referral = referralOf(course)?.referral
  const again = done && !(referral && asksAnew(course, referral, done)) ? done : undefined
  return firstOf(
    from(booked, booked?.body.procedure),
    from(again, again?.body.procedure),
    from(discussed, discussed?.body.procedure),
    from(referral, referral?.body.procedure),
  )
}

/** The same as its id. */
export function procedureOfForm(asked: Asked): string | undefined {
  return procedureKnown(asked)?.value as string | undefined
}

/** The operator: the one booked, else the radiologist addressed. */
export function operatorKnown(asked: Asked): Known | undefined {
  const booked = bookingOf(asked)
  const referral = referralOf(asked.course)?.referral
  return firstOf(from(booked, booked?.body.operator), from(referral, referral?.body.radiologist))
}

/** Who signs. */
export function personKnown({ person }: Asked): Known | undefined {
  return from('person', person ?? undefined)
}

/** The treatment that a form is about: the one named, else the last. */
export function treatmentOf({ course, about }: Asked) {
  const named = about.entry === undefined ? undefined : course.standing(about.entry)
  const done = course.of(treatment)
  return done.find(({ first }) => first === named?.first) ?? done.at(-1)
}
