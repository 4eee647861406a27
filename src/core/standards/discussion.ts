/** Which discussion at an MDT meeting counts for which treatment. */

import { ukDay } from '../calendar/uk-day.ts'
import type { Stated } from '../pathway/course.ts'
import { mdtDiscussion } from '../pathway/kinds/planning.ts'
import type { Discussion } from '../pathway/reading/discussion.ts'
import type { CaseView } from './case-view.ts'
import type { Occasion } from './occasion.ts'

/**
 * The last discussion that came before a treatment and was about it. One that asked for more information
 * and another discussion does not count. One that recommended another procedure counts only while nothing
 * else was done since; one that recommended this procedure holds for the whole of its series.
 */
export function discussionFor(
  view: CaseView,
  occasion: Occasion,
  isApt: (discussion: Stated<Discussion>) => boolean = () => true,
): Stated<Discussion> | undefined {
  return view.course
    .of(mdtDiscussion)
    .findLast((each) => isApt(each) && isBefore(view, each, occasion) && covers(view, each, occasion))
}

/** The first discussion after a treatment that was done. */
export function discussionAfter(
  view: CaseView,
  occasion: Occasion,
  isApt: (discussion: Stated<Discussion>) => boolean = () => true,
): Stated<Discussion> | undefined {
  return view.course.of(mdtDiscussion).find((each) => isApt(each) && !isBefore(view, each, occasion))
}

function covers(view: CaseView, discussion: Stated<Discussion>, occasion: Occasion): boolean {
  const { recommendation, procedure } = discussion.body
  if (recommendation === 'more-information') return false
  const between = view.occasions.flatMap(({ done }) =>
    done && done !== occasion.done && isSince(done, discussion) && isBeforeDone(done, occasion) ? [done] : [],
  )
  const course = occasion.done?.body.course ?? Number.POSITIVE_INFINITY
  const isOfSeries = (each: (typeof between)[number]) =>
    each.body.procedure === occasion.procedure && each.body.course < course
  if (procedure === occasion.procedure) {
    return between.every((each) => each.body.procedure !== occasion.procedure || isOfSeries(each))
  }
  return between.every(isOfSeries)
}

const isSince = (done: Stated, { occurredAt }: Stated): boolean => ukDay(done.occurredAt) > ukDay(occurredAt)

function isBeforeDone(other: Stated, { done }: Occasion): boolean {
  return done === undefined || other.occurredAt < done.occurredAt
}

/** By the meeting's own time where it is known; else by the day, and on the same day it counts as before. */
function isBefore(view: CaseView, discussion: Stated<Discussion>, { done }: Occasion): boolean {
  if (!done) return true
  const { meeting } = discussion.body
  const held = view.surroundings.meetings.find(({ id }) => id === meeting)
  if (held) return held.at <= done.occurredAt
  return ukDay(discussion.occurredAt) <= ukDay(done.occurredAt)
}
