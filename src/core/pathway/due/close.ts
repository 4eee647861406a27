/** Cases that wait for nothing but to be closed. */

import type { Course, Stated } from '../course.ts'
import { currentDiscussion } from '../reading/discussion.ts'
import { endOf, isAfter, referralOf, sentOnward } from '../reading/referral.ts'
import { openBookings, treatmentsSince } from '../reading/treatments.ts'
import type { DueRule } from './due.ts'

const elsewhere = ['other-treatment', 'refer-onward', 'best-supportive-care']

/** Refused, referred onward, or recommended for something that this service does not do. */
export const toClose: DueRule = (course, surroundings) => {
  if (endOf(course) || openBookings(course).length > 0) return []
  const over = closingReason(course)
  if (!over || treatmentsSince(course, over.stated.occurredAt).length > 0) return []
  return [
    {
      key: `to-close:${over.stated.first}`,
      list: 'to-close',
      what: `Close the case: ${over.why}`,
      kind: 'closure',
      opensAt: over.stated.occurredAt,
      dueAt: null,
      organisation: surroundings.treating,
      about: over.stated.entry,
    },
  ]
}

export interface ClosingReason {
  readonly stated: Stated
  readonly why: string
  readonly closedBecause: 'refused' | 'referred-onward' | 'other-treatment'
}

/** What has ended a case that nobody has closed yet. */
export function closingReason(course: Course): ClosingReason | undefined {
  const current = referralOf(course)
  if (!current) return undefined
  const { referral, decision } = current
  if (decision?.body.answer === 'refused')
    return { stated: decision, why: 'the referral was refused', closedBecause: 'refused' }
  const onward = sentOnward(course)
  if (onward && isAfter(onward, referral))
    return { stated: onward, why: 'the patient was referred onward', closedBecause: 'referred-onward' }
  const discussed = currentDiscussion(course)
  if (discussed && elsewhere.includes(discussed.body.recommendation)) {
    const isOnward = discussed.body.recommendation === 'refer-onward'
    return {
      stated: discussed,
      why: 'the MDT meeting recommended something else',
      closedBecause: isOnward ? 'referred-onward' : 'other-treatment',
    }
  }
  return undefined
}
