/** The day of the procedure: who is on the list, and whose consent has to be confirmed. */

import { ukDay } from '../../calendar/uk-day.ts'
import { ukMoment } from '../../calendar/uk-time.ts'
import { procedureName } from '../../catalogue/procedures.ts'
import type { Course } from '../course.ts'
import { consentConfirmation } from '../kinds/preparation.ts'
import { endOf } from '../reading/referral.ts'
import { admittedNow } from '../reading/stay.ts'
import { openBookings } from '../reading/treatments.ts'
import type { Due, DueRule } from './due.ts'

/** From the morning of the day on; past its hour it waits to be recorded, cancelled or booked anew. */
export const today: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return openBookings(course).map((booked) => {
    const { procedure, plannedFor, operator, place, course: number } = booked.body
    return {
      key: `today:${booked.first}`,
      list: 'today',
      what: `${procedureName(procedure)}${number !== undefined && number > 1 ? `, course ${number}` : ''}`,
      kind: 'treatment',
      opensAt: ukMoment(ukDay(plannedFor)),
      dueAt: plannedFor,
      organisation: surroundings.treating,
      about: booked.entry,
      by: operator.name,
      ...(place ? { note: place } : {}),
    }
  })
}

/** Clause 4.5.1: from admission, or from the morning of the day, to the hour of the procedure. */
export const consentToConfirm: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  const admitted = admittedNow(course)
  const bookings = openBookings(course)
  const due: Due[] = bookings.flatMap((booked, at) => {
    const morning = ukMoment(ukDay(booked.body.plannedFor))
    // An admission is for the first procedure that is booked.
    const from = at === 0 && admitted && admitted.occurredAt < morning ? admitted.occurredAt : morning
    if (isConfirmedSince(course, from)) return []
    return [
      {
        key: `consent-to-confirm:${booked.first}`,
        list: 'consent-to-confirm',
        what: `Confirm consent: ${procedureName(booked.body.procedure)}`,
        kind: 'consent-confirmation',
        opensAt: from,
        dueAt: booked.body.plannedFor,
        organisation: surroundings.treating,
        about: booked.entry,
        by: booked.body.operator.name,
        ...(admitted ? { note: admitted.body.ward } : {}),
      } satisfies Due,
    ]
  })
  if (due.length > 0 || bookings.length > 0 || !admitted) return due
  if (isConfirmedSince(course, admitted.occurredAt)) return []
  return [
    {
      key: `consent-to-confirm:${admitted.first}`,
      list: 'consent-to-confirm',
      what: 'Confirm consent on admission',
      kind: 'consent-confirmation',
      opensAt: admitted.occurredAt,
      dueAt: null,
      organisation: surroundings.treating,
      about: admitted.entry,
      note: admitted.body.ward,
    },
  ]
}

/** Confirmed, or said not to be: either way it was asked. */
function isConfirmedSince(course: Course, moment: string): boolean {
  return course.of(consentConfirmation).some(({ occurredAt }) => occurredAt >= moment)
}
