/** A sample's median with an interval that assumes nothing of the distribution. */

import { binomialCdf, binomialQuantile } from './distributions/binomial.ts'
import { checkLevel } from './level.ts'

export interface SampleMedian {
  readonly count: number
  /** null for no values */
  readonly median: number | null
  /** two of the values; null where so few values cannot bound the median at this level (under 6 at 95%) */
  readonly lower: number | null
  readonly upper: number | null
  /** how often such an interval covers the median at least: the level or a little more; null without interval */
  readonly coverage: number | null
}

/**
 * The median of `values` and the narrowest pair of order statistics, equally far from both ends, that covers the
 * population's median at least as often as the level.
 *
 * @throws RangeError where a value is not finite: says which
 * @see Conover WJ. Practical nonparametric statistics. 3rd ed, 1999; section 3.2
 */
export function sampleMedian(values: Float64Array, level = 0.95): SampleMedian {
  checkLevel(level)
  for (let at = 0; at < values.length; at += 1) {
    if (!Number.isFinite(values[at])) throw new RangeError(`values[${at}] is ${values[at]}: it is finite`)
  }
  const count = values.length
  if (count === 0) return { count, median: null, lower: null, upper: null, coverage: null }
  const sorted = values.slice().sort()
  const median = middleOf(sorted)
  const left = binomialQuantile((1 - level) / 2, count, 0.5)
  if (left === 0) return { count, median, lower: null, upper: null, coverage: null }
  return {
    count,
    median,
    lower: sorted[left - 1] as number,
    upper: sorted[count - left] as number,
    coverage: 1 - 2 * binomialCdf(left - 1, count, 0.5),
  }
}

/** The middle of sorted values, or half-way between the two in the middle. */
export function middleOf(sorted: Float64Array): number {
  const half = sorted.length >> 1
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2
}
