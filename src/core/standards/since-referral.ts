/** What was said since the referrals before one were settled: what was said earlier was said of those. */

import { ukDay } from '../calendar/uk-day.ts'
import type { Stated } from '../pathway/course.ts'
import type { CaseView } from './case-view.ts'

/**
 * Those statements that can be about a referral: of a later day than the last decision on, and the last
 * treatment after, every referral before it. Of a first referral all of them can be.
 *
 * @param first the id of the referral's first statement; absent where none is known: all of them
 */
export function sinceSettled<Body>(
  { referrals, treated }: CaseView,
  first: string | undefined,
  stated: readonly Stated<Body>[],
): readonly Stated<Body>[] {
  const at = referrals.findIndex(({ referral }) => referral.first === first)
  if (at < 1) return stated
  const before = referrals.slice(0, at)
  const earlier = new Set(before.map(({ referral }) => referral.first))
  const settled = [
    ...before.flatMap(({ decision }) => decision ?? []),
    ...treated.flatMap(({ referral, done }) => (referral && earlier.has(referral.first) ? [done] : [])),
  ]
    .map(({ occurredAt }) => ukDay(occurredAt))
    .sort()
    .at(-1)
  return settled === undefined ? stated : stated.filter(({ occurredAt }) => ukDay(occurredAt) > settled)
}
