/** From acceptance to the day: to be booked, informed, asked for consent, prescribed. */

import { procedureName, procedureWithin } from '../../catalogue/procedures.ts'
import { techniquesFor } from '../../catalogue/techniques.ts'
import type { Course, Stated } from '../course.ts'
import { information, prescription } from '../kinds/preparation.ts'
import { treatment } from '../kinds/procedure.ts'
import { decisionOn } from '../reading/consent.ts'
import { currentDiscussion, isDiscussedBefore } from '../reading/discussion.ts'
import { type AnsweredReferral, endOf, isAfter, referralOf, sentOnward } from '../reading/referral.ts'
import { openBookings, type Treatment, treatmentsFor } from '../reading/treatments.ts'
import type { Due, DueRule } from './due.ts'

/** Accepted, and discussed where it has to be: the next step is a day. */
export const toBook: DueRule = (course, surroundings) => {
  const current = referralOf(course)
  const decision = current?.decision
  if (decision?.body.answer !== 'accepted' || endOf(course)) return []
  const { referral } = current as AnsweredReferral
  if (openBookings(course).length > 0 || treatmentsFor(course, referral).length > 0) return []
  const onward = sentOnward(course)
  if (onward && isAfter(onward, referral)) return []
  const discussed = currentDiscussion(course)
  if (discussed && !['treat', 'treat-otherwise'].includes(discussed.body.recommendation)) return []
  if (!discussed && isDiscussedBefore(referral.body)) return []
  if (decisionOn(course, referral.body.procedure, '9999').state === 'declined') return []
  const since = discussed && isAfter(discussed, decision) ? discussed : decision
  return [
    {
      key: `to-book:${referral.first}`,
      list: 'to-book',
      what: `Book: ${procedureName(discussed?.body.procedure ?? referral.body.procedure)}`,
      kind: 'booking',
      opensAt: since.occurredAt,
      dueAt: null,
      organisation: surroundings.treating,
      about: referral.entry,
    },
  ]
}

/** Clause 4.2.2: by the hour of the procedure. */
export const toInform: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return openBookings(course).flatMap((booked) => {
    const { procedure, plannedFor } = booked.body
    const known = course.of(information).some(({ body }) => body.procedure === procedure)
    if (known) return []
    return [
      {
        key: `to-inform:${booked.first}`,
        list: 'to-inform',
        what: `Give the leaflet: ${procedureName(procedure)}`,
        kind: 'information',
        opensAt: booked.occurredAt,
        dueAt: plannedFor,
        organisation: surroundings.treating,
        about: booked.entry,
      } satisfies Due,
    ]
  })
}

/** Clause 4.3: by the hour of the procedure. */
export const consentToTake: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return openBookings(course).flatMap((booked) => {
    const { procedure, plannedFor } = booked.body
    const { state } = decisionOn(course, procedure, plannedFor)
    if (state !== 'none' && state !== 'used') return []
    return [
      {
        key: `consent-to-take:${booked.first}`,
        list: 'consent-to-take',
        what: `Consent: ${procedureName(procedure)}`,
        kind: 'consent',
        opensAt: booked.occurredAt,
        dueAt: plannedFor,
        organisation: surroundings.treating,
        about: booked.entry,
        by: booked.body.operator.name,
      } satisfies Due,
    ]
  })
}

const withAgents = new Set(['chemotherapy', 'radioembolisation', 'brachytherapy'])

/** Clause 4.4: a procedure that brings an agent needs a prescription signed since the treatment before. */
export const toPrescribe: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return openBookings(course).flatMap((booked) => {
    const { procedure, plannedFor } = booked.body
    if (!techniquesFor(procedure).some((each) => withAgents.has(each))) return []
    const before = lastBefore(course, plannedFor)
    const isSigned = course
      .of(prescription)
      .some((each) => each.body.signed && (before === undefined || isAfter(each, before)))
    if (isSigned) return []
    return [
      {
        key: `to-prescribe:${booked.first}`,
        list: 'to-prescribe',
        what: `Prescribe for ${procedureWithin(procedure)}`,
        kind: 'prescription',
        opensAt: booked.occurredAt,
        dueAt: plannedFor,
        organisation: surroundings.treating,
        about: booked.entry,
      } satisfies Due,
    ]
  })
}

function lastBefore(course: Course, moment: string): Stated<Treatment> | undefined {
  return course.of(treatment).findLast(({ occurredAt }) => occurredAt < moment)
}
