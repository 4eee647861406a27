/** To be discussed at an MDT meeting: before a treatment, or after one that could not wait. */

import { procedureName, procedureWithin } from '../../catalogue/procedures.ts'
import { treatment } from '../kinds/procedure.ts'
import {
  currentDiscussion,
  discussionAfter,
  isDiscussedBefore,
  isOwedDiscussion,
  nextMeeting,
} from '../reading/discussion.ts'
import { endOf, referralOf } from '../reading/referral.ts'
import { openBookings, treatmentsFor } from '../reading/treatments.ts'
import type { Due, DueRule } from './due.ts'

/**
 * Clauses 3.4 and 3.9: an elective referral for a disease-modifying procedure, until it has been discussed;
 * an urgent one may be, as long as it is not treated; any that a meeting wants to see again.
 */
export const toDiscuss: DueRule = (course, surroundings) => {
  const current = referralOf(course)
  if (!current || endOf(course) || current.decision?.body.answer === 'refused') return []
  const { referral } = current
  const last = currentDiscussion(course)
  const isWantedAgain = last?.body.recommendation === 'more-information'
  if (last && !isWantedAgain) return []
  if (!isWantedAgain) {
    const { urgency, intent } = referral.body
    if (intent === 'supportive' || urgency === 'emergency') return []
    // Discussed for an earlier referral of the same case: a new question is a new discussion.
    if (treatmentsFor(course, referral).length > 0) return []
  }
  const since = isWantedAgain && last ? last : (current.decision ?? referral)
  const meeting = nextMeeting(course, surroundings, since.occurredAt)
  const booked = openBookings(course)[0]?.body.plannedFor
  const by = [booked, meeting?.at].filter((at) => at !== undefined).sort()[0]
  return [
    {
      key: `to-discuss:${isWantedAgain && last ? last.first : referral.first}`,
      list: 'to-discuss',
      what: `${isWantedAgain ? 'Discuss again' : 'Discuss'}: ${procedureName(referral.body.procedure)}`,
      kind: 'mdt-discussion',
      opensAt: isWantedAgain && last ? last.occurredAt : referral.occurredAt,
      dueAt: isDiscussedBefore(referral.body) || isWantedAgain ? (by ?? null) : null,
      organisation: surroundings.treating,
      about: referral.entry,
      ...(isWantedAgain ? { note: 'The meeting asked for more information' } : {}),
    } satisfies Due,
  ]
}

/** Clause 3.8: due at the first meeting after the treatment. */
export const owedDiscussion: DueRule = (course, surroundings) =>
  endOf(course)?.kind === 'closure'
    ? []
    : course
        .of(treatment)
        .filter((done) => isOwedDiscussion(course, done) && !discussionAfter(course, done))
        .slice(0, 1)
        .map((done) => ({
          key: `owed-discussion:${done.first}`,
          list: 'owed-discussion',
          what: `Discuss after ${procedureWithin(done.body.procedure)}`,
          kind: 'mdt-discussion',
          opensAt: done.occurredAt,
          dueAt: nextMeeting(course, surroundings, done.occurredAt)?.at ?? null,
          organisation: surroundings.treating,
          about: done.entry,
        }))
