/** The best response of a course: before progression, with confirmation or without. */

import { daysBetween } from '../calendar/uk-day.ts'
import type { TimePoint } from './follow.ts'
import { type Category, dayOf } from './lesion.ts'

export interface Best {
  readonly category: Category
  /** The id of the scan that showed it. */
  readonly scan: string
  readonly on: string
  /** The scan that confirmed it, where that was asked. */
  readonly confirmedBy?: string
}

export interface BestOptions {
  /** Complete and partial response count only when seen again at least so many days later: 28 for four weeks. */
  readonly confirmAfterDays?: number
  /**
   * Stable disease, and response that was not confirmed, count only from so many days after `since`. Not asked by
   * itself: the interval is a protocol's, in general not less than 6 to 8 weeks.
   */
  readonly stableFromDays?: number
  /** The day from which `stableFromDays` counts, such as the baseline's. */
  readonly since?: string
}

const order: readonly Category[] = ['CR', 'PR', 'SD', 'non-CR-non-PD', 'PD', 'NE']

/**
 * The best response up to the first progression; null where no scan has a response.
 *
 * With confirmation, complete response has to be seen again, partial response again or better, at least
 * `confirmAfterDays` later, with nothing between but scans that could not be evaluated or were as good; what is
 * not confirmed counts as the next lower: complete as partial where that is confirmed, else as stable disease.
 *
 * @see docs/sources.md, Tumour response: confirmation after 4 weeks or more where response is the primary endpoint (PMC4671850)
 * @see docs/sources.md, Tumour response: best response where confirmation is required
 * @unverified that any number of scans that could not be evaluated may lie between
 */
export function bestResponse(points: readonly TimePoint[], options: BestOptions = {}): Best | null {
  const end = points.findIndex(({ overall }) => overall === 'PD')
  const counted = end < 0 ? points : points.slice(0, end + 1)
  const candidates = counted.flatMap((point, index) => candidateOf(point, counted.slice(index + 1), options))
  let best: Best | null = null
  for (const candidate of candidates) {
    if (!best || order.indexOf(candidate.category) < order.indexOf(best.category)) best = candidate
  }
  return best
}

function candidateOf(point: TimePoint, later: readonly TimePoint[], options: BestOptions): Best[] {
  const { overall: category, id: scan, on } = point
  if (category === null) return []
  const { confirmAfterDays, stableFromDays, since } = options
  const isResponse = category === 'CR' || category === 'PR'
  if (isResponse && confirmAfterDays !== undefined) {
    const complete = category === 'CR' ? confirming(point, later, ['CR'], confirmAfterDays) : undefined
    if (complete) return [{ category: 'CR', scan, on, confirmedBy: complete.id }]
    const partial = confirming(point, later, ['CR', 'PR'], confirmAfterDays)
    if (partial) return [{ category: 'PR', scan, on, confirmedBy: partial.id }]
  }
  const isStable = category === 'SD' || (isResponse && confirmAfterDays !== undefined)
  if (!isStable) return [{ category, scan, on }]
  const isEarly =
    stableFromDays !== undefined && since && daysBetween(dayOf(since), dayOf(on)) < stableFromDays
  return [{ category: isEarly ? 'NE' : 'SD', scan, on }]
}

function confirming(
  point: TimePoint,
  later: readonly TimePoint[],
  enough: readonly Category[],
  afterDays: number,
): TimePoint | undefined {
  for (const next of later) {
    if (next.overall === null || next.overall === 'NE') continue
    if (!enough.includes(next.overall)) return undefined
    if (daysBetween(dayOf(point.on), dayOf(next.on)) >= afterDays) return next
  }
  return undefined
}
