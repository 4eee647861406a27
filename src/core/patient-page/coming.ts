/** What comes next for a patient, in words to them: the dates that are booked, and the days between which plans of follow-up fall. */

import { ukDay } from '../calendar/uk-day.ts'
import { procedureById } from '../catalogue/procedures.ts'
import type { Course, Stated } from '../pathway/course.ts'
import { booking, bookingCancelled } from '../pathway/kinds/planning.ts'
import { treatment } from '../pathway/kinds/procedure.ts'
import { answerTo, type PlanItem, planFor } from '../pathway/reading/follow-up.ts'
import { type Booking, openBookings } from '../pathway/reading/treatments.ts'

export interface Coming {
  /** Stable, however often it is corrected or planned anew: what a calendar knows it by. */
  readonly id: string
  /** Grows with each change: a calendar takes the highest. */
  readonly revision: number
  readonly what: string
  /** Days, `2026-11-22`; the same where it is one day. */
  readonly from: string
  readonly to: string
  /** ISO 8601, UTC; null where no hour is set. */
  readonly at: string | null
  readonly by: string | null
}

/** What a procedure is called to a patient. */
export const plainly = (procedure: string): string => procedureById(procedure)?.plainName ?? procedure

/** What each item of a plan is to the patient, for whom the plan is a list of what they do or what we do. */
const itemWords: Readonly<Record<PlanItem['what'], string>> = {
  telephone: 'We ring you',
  clinic: 'You come to the clinic',
  bloods: 'You have a blood test',
  imaging: 'You have a scan, to see how the treatment worked',
  'drain-check': 'Your drain or stent is checked',
  exchange: 'Your drain or stent is changed',
  feedback: 'We ask you how it was',
  other: 'Your team sees to something that they planned with you',
}

const wordsOf = ({ what, detail }: PlanItem): string =>
  what === 'other' && detail ? detail : detail ? `${itemWords[what]} (${detail})` : itemWords[what]

/** What is booked, then what the plans of follow-up name and nobody has answered, by its last day. */
export function comingUp(course: Course, today: string): readonly Coming[] {
  const booked = openBookings(course).map((stated) => comingIn(stated, stated.position))
  const planned = course
    .of(treatment)
    .flatMap((done) => {
      const plan = planFor(course, done)
      return plan ? [{ done, plan }] : []
    })
    .flatMap(({ done, plan }) =>
      plan.body.items
        .filter((item) => answerTo(course, plan, item) === undefined)
        .map((item): Coming => {
          const { from, to, by } = item
          const id = `${done.first}-${item.key}`
          return { id, revision: plan.position, what: wordsOf(item), from, to, at: null, by }
        }),
    )
  return [...booked, ...planned]
    .filter(({ to }) => to >= today)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
}

function comingIn({ first, body }: Stated<Booking>, revision: number): Coming {
  const day = ukDay(body.plannedFor)
  const what = `You come in: ${plainly(body.procedure)}`
  return { id: first, revision, what, from: day, to: day, at: body.plannedFor, by: null }
}

export function calledOff(course: Course, today: string): readonly Coming[] {
  const bookings = new Map(course.of(booking).map((stated) => [stated.first, stated]))
  return course
    .of(bookingCancelled)
    .flatMap(({ body, position }) => {
      const stated = bookings.get(course.standing(body.booking)?.first ?? '')
      return stated ? [comingIn(stated, Math.max(position, stated.position))] : []
    })
    .filter(({ to }) => to >= today)
}
