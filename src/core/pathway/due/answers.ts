/** Referrals to answer, and answers for the referrer to read. */

import { endOfWorkingDay } from '../../calendar/uk-time.ts'
import {
  type AnsweredReferral,
  endOf,
  isAfter,
  referralsOf,
  replyToAdvice,
  sentOnward,
} from '../reading/referral.ts'
import type { Due, DueRule } from './due.ts'
import { terms } from './terms.ts'

/** A referral waits for a first word, then for acceptance or refusal; after advice it waits for the referrer’s reply. */
export const toAnswer: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  const onward = sentOnward(course)
  // A later referral takes the place of an open one; to have sent the patient onward is an answer.
  return referralsOf(course)
    .slice(-1)
    .filter(({ referral, decision }) => !decision && !(onward && isAfter(onward, referral)))
    .map((open) => {
      const { referral, answers } = open
      const { urgency } = referral.body
      const term = terms.answer[urgency]
      const last = answers.at(-1)
      const isAdvised = last?.body.answer === 'advice'
      const reply = replyToAdvice(open, course)
      return {
        key: `to-answer:${referral.first}`,
        list: 'to-answer',
        what: last ? `Referral to accept or refuse, ${urgency}` : `Referral to answer, ${urgency}`,
        kind: 'referral-answer',
        opensAt: referral.occurredAt,
        dueAt:
          isAdvised && !reply
            ? null
            : endOfWorkingDay(
                reply?.recordedAt ?? referral.occurredAt,
                last ? term.decision : term.firstAnswer,
              ),
        organisation: surroundings.treating,
        about: referral.entry,
        by: referral.body.radiologist.name,
        ...(isAdvised
          ? {
              note: reply
                ? 'The referrer has replied to the advice'
                : 'Advice was given; the referral stays open',
            }
          : {}),
      } satisfies Due
    })
}

const words = {
  acknowledged: 'Referral acknowledged',
  advice: 'Advice on a referral',
  accepted: 'Referral accepted',
  refused: 'Referral refused',
} as const

/** The last answer to each referral of another organisation, until it is read (`store/referral` knows who has). */
export const answered: DueRule = (course, surroundings) =>
  referralsOf(course).flatMap(({ referral, answers }: AnsweredReferral) => {
    const last = answers.at(-1)
    if (!last || referral.body.from === surroundings.treating) return []
    return [
      {
        key: `answered:${last.first}`,
        list: 'answered',
        what: words[last.body.answer],
        kind: null,
        opensAt: last.recordedAt,
        dueAt: null,
        organisation: referral.body.from,
        about: last.entry,
        by: referral.body.referrer.name,
      } satisfies Due,
    ]
  })
