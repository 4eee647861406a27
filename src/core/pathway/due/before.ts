/** What has to be said around a referral before a treatment: between doctors, to the oncologist, who is responsible. */

import { endOfWorkingDay } from '../../calendar/uk-time.ts'
import { treatment } from '../kinds/procedure.ts'
import { clinicalDiscussion, nurseSpecialist, oncologistInformed, responsibility } from '../kinds/referral.ts'
import { endOf, isAccepted, isAfter, referralOf } from '../reading/referral.ts'
import { admittedNow, staysOf } from '../reading/stay.ts'
import { asksAnew, openBookings, treatmentsFor } from '../reading/treatments.ts'
import type { Due, DueRule } from './due.ts'
import { terms } from './terms.ts'

/** Clause 4.1.1: referrer and radiologist speak before the procedure; after it, it is too late to. */
export const toSpeak: DueRule = (course, surroundings) => {
  const current = referralOf(course)
  if (!current || endOf(course) || current.decision?.body.answer === 'refused') return []
  const { referral } = current
  if (treatmentsFor(course, referral).length > 0) return []
  // Two doctors may well have spoken before the letter was written; not of what was treated before it.
  const before = course.of(treatment).findLast((done) => asksAnew(course, referral, done))
  if (course.of(clinicalDiscussion).some((spoke) => !before || isAfter(spoke, before))) return []
  return [
    {
      key: `to-speak:${referral.first}`,
      list: 'to-speak',
      what: `Talk the referral over with ${referral.body.referrer.name}`,
      kind: 'clinical-discussion',
      opensAt: referral.occurredAt,
      dueAt:
        openBookings(course)[0]?.body.plannedFor ??
        endOfWorkingDay(referral.occurredAt, terms.clinicalDiscussion),
      organisation: surroundings.treating,
      about: referral.entry,
      by: referral.body.radiologist.name,
    },
  ]
}

/** Clause 4.1.2: an oncologist who is involved and did not refer is told; late is better than never. */
export const oncologistToInform: DueRule = (course, surroundings) => {
  const current = referralOf(course)
  if (!current || endOf(course) || current.decision?.body.answer === 'refused') return []
  const { referral } = current
  const { oncologistInvolved, oncologistIsReferrer, oncologist } = referral.body
  if (!oncologistInvolved || oncologistIsReferrer || course.latest(oncologistInformed)) return []
  return [
    {
      key: `oncologist-to-inform:${referral.first}`,
      list: 'oncologist-to-inform',
      what: oncologist ? `Inform ${oncologist.name}, oncologist` : 'Inform the patient’s oncologist',
      kind: 'oncologist-informed',
      opensAt: referral.occurredAt,
      dueAt: endOfWorkingDay(referral.occurredAt, terms.oncologistInformed),
      organisation: surroundings.treating,
      about: referral.entry,
    },
  ]
}

/** Clause 4.1.5, once the case is taken on. */
export const nurseToInvolve: DueRule = (course, surroundings) => {
  const decision = referralOf(course)?.decision
  if (!decision || !isAccepted(course) || endOf(course) || course.latest(nurseSpecialist)) return []
  return [
    {
      key: `nurse-to-involve:${decision.first}`,
      list: 'nurse-to-involve',
      what: 'Say who the cancer nurse specialist is',
      kind: 'nurse-specialist',
      opensAt: decision.occurredAt,
      dueAt: openBookings(course)[0]?.body.plannedFor ?? null,
      organisation: surroundings.treating,
      about: decision.entry,
    },
  ]
}

/** Clauses 4.1.4 and 5.5: stated by the admission, from the moment that a day is fixed. */
export const responsibilityToState: DueRule = (course, surroundings) => {
  if (endOf(course) || course.latest(responsibility)) return []
  const booked = openBookings(course)[0]
  const admitted = admittedNow(course)
  const stay = staysOf(course).at(-1)
  const since = booked ?? admitted ?? (stay && !stay.discharge ? stay.treatment : undefined)
  if (!since) return []
  return [
    {
      key: 'responsibility-to-state:',
      list: 'responsibility-to-state',
      what: 'Say who is responsible during the admission',
      kind: 'responsibility',
      opensAt: since.occurredAt,
      dueAt: admitted?.occurredAt ?? booked?.body.plannedFor ?? since.occurredAt,
      organisation: surroundings.treating,
      about: since.entry,
    } satisfies Due,
  ]
}
