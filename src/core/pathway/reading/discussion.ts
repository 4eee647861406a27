/** What a course says of MDT meetings: whether one has to discuss the case, did, and which comes next. */

import type { z } from 'zod'
import type { Course, Stated } from '../course.ts'
import { mdtDiscussion } from '../kinds/planning.ts'
import { treatment } from '../kinds/procedure.ts'
import type { MeetingHeld, Surroundings } from '../surroundings.ts'
import { isAfter, type Referral, referralOf } from './referral.ts'
import { asksAnew, type Treatment } from './treatments.ts'

export type Discussion = z.output<typeof mdtDiscussion.schema>

/**
 * Whether a referral has to be discussed at an MDT meeting before anything is done: an elective one that is
 * meant to modify the disease. Supportive procedures are decided outside of meetings unless someone asks.
 *
 * @see RCR, Interventional oncology: guidance for service delivery, 2013, clauses 3.4 and 3.9
 */
export function isDiscussedBefore(referral: Pick<Referral, 'urgency' | 'intent'>): boolean {
  return referral.urgency === 'elective' && referral.intent === 'disease-modifying'
}

/**
 * Whether a treatment is owed a discussion at the meeting that follows it, where none came before: it was
 * urgent, or it is meant to modify the disease.
 *
 * @see RCR, 2013, clause 3.8
 */
export function isOwedDiscussion(course: Course, done: Stated<Treatment>): boolean {
  const urgency = referralOf(course)?.referral.body.urgency ?? 'elective'
  if (urgency === 'elective' && done.body.intent === 'supportive') return false
  return lastDiscussion(course, done.occurredAt) === undefined
}

/** The last discussion at or before a moment. */
export function lastDiscussion(course: Course, at: string): Stated<Discussion> | undefined {
  return course.of(mdtDiscussion).findLast(({ occurredAt }) => occurredAt <= at)
}

/**
 * The last discussion of what the case is now about: of an earlier referral's only where nothing was treated
 * since, for meetings often ask for the referral that then is written.
 */
export function currentDiscussion(course: Course): Stated<Discussion> | undefined {
  const last = course.latest(mdtDiscussion)
  const referral = referralOf(course)?.referral
  if (!last || !referral || isAfter(last, referral)) return last
  const between = course.of(treatment).some((done) => isAfter(done, last) && asksAnew(course, referral, done))
  return between ? undefined : last
}

/** The discussion that holds: the current one, unless it asked for more information and a new one. */
export function recommendationOf(course: Course): Stated<Discussion> | undefined {
  const last = currentDiscussion(course)
  return last?.body.recommendation === 'more-information' ? undefined : last
}

/** The first discussion after a treatment. */
export function discussionAfter(course: Course, done: Stated<Treatment>): Stated<Discussion> | undefined {
  return course.of(mdtDiscussion).find(({ occurredAt }) => occurredAt > done.occurredAt)
}

/**
 * The treating organisation's first meeting after a moment that discusses the tumour site of a referral; of the
 * one that the case now follows, unless another is named.
 */
export function nextMeeting(
  course: Course,
  surroundings: Surroundings,
  after: string,
  referral: Pick<Stated<Referral>, 'body'> | undefined = referralOf(course)?.referral,
): MeetingHeld | undefined {
  const site = referral?.body.tumour.site
  return surroundings.meetings.find(
    ({ at, tumourSites, organisation }) =>
      at > after &&
      organisation === surroundings.treating &&
      (tumourSites.length === 0 || site === undefined || tumourSites.includes(site)),
  )
}
