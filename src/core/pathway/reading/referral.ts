/** What a course says of how the case came: the referral that holds, its answers, whether the case is closed. */

import type { z } from 'zod'
import type { Course, Stated } from '../course.ts'
import { attachment, closure, death } from '../kinds/follow-up.ts'
import { clinicalDiscussion, onwardReferral, referral, referralAnswer } from '../kinds/referral.ts'
import { once } from './once.ts'

export type Referral = z.output<typeof referral.schema>
export type ReferralAnswer = z.output<typeof referralAnswer.schema>

/** A referral with what was answered to it. */
export interface AnsweredReferral {
  readonly referral: Stated<Referral>
  /** By time; up to the referral that came after. */
  readonly answers: readonly Stated<ReferralAnswer>[]
  /** The last that accepted or refused; undefined while the referral is open. */
  readonly decision: Stated<ReferralAnswer> | undefined
}

/** Whether one was said to happen after another; of two at the same moment, the one said later. */
export function isAfter(
  one: Pick<Stated, 'occurredAt' | 'position'>,
  other: Pick<Stated, 'occurredAt' | 'position'>,
): boolean {
  if (one.occurredAt !== other.occurredAt) return one.occurredAt > other.occurredAt
  return one.position > other.position
}

/** Every referral of a case, by time, each with its answers. */
export const referralsOf = once((course: Course): readonly AnsweredReferral[] => {
  const all = course.of(referral)
  return all.map((stated, at) => {
    const next = all[at + 1]
    // An answer dated before its referral, by a slip of the clock, is still an answer to the first.
    const answers = course
      .of(referralAnswer)
      .filter((answer) => (at === 0 || isAfter(answer, stated)) && !(next && isAfter(answer, next)))
    const decision = answers.findLast(({ body }) => body.answer === 'accepted' || body.answer === 'refused')
    return { referral: stated, answers, decision }
  })
})

/** The referral that the case now follows: the last. */
export function referralOf(course: Course): AnsweredReferral | undefined {
  return referralsOf(course).at(-1)
}

/** Whether the referral that the case now follows was accepted. */
export function isAccepted(course: Course): boolean {
  return referralOf(course)?.decision?.body.answer === 'accepted'
}

/**
 * What answers advice: the two doctors spoke or wrote again, or the referring organisation sent a file. Undefined
 * while nothing does, and where the last answer is no advice.
 */
export function replyToAdvice({ referral: { body }, answers }: AnsweredReferral, course: Course) {
  const last = answers.at(-1)
  if (last?.body.answer !== 'advice') return undefined
  const sent = course.of(attachment).filter(({ organisation }) => organisation === body.from)
  return [...course.of(clinicalDiscussion), ...sent].find(({ position }) => position > last.position)
}

/** The death, or the closure that no later referral opened again. */
export const endOf = once((course: Course): Stated | undefined => {
  const died = course.latest(death)
  if (died) return died
  const closed = course.latest(closure)
  const referred = course.latest(referral)
  return closed && !(referred && isAfter(referred, closed)) ? closed : undefined
})

/** The last onward referral, if there was one. */
export function sentOnward(course: Course): Stated<z.output<typeof onwardReferral.schema>> | undefined {
  return course.latest(onwardReferral)
}
