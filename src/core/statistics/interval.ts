/** Pointwise confidence intervals of a probability from its standard error, on three scales. */

import { normalQuantile } from './distributions/normal.ts'
import { checkLevel } from './level.ts'

/** On which scale the estimate is taken to be normal. */
export type Scale = 'log-log' | 'log' | 'plain'

export interface IntervalOptions {
  /** Log-log unless said: it stays between 0 and 1 and keeps its coverage in small groups. */
  readonly interval?: Scale | undefined
  /** Coverage, between 0 and 1; 0.95 unless said. */
  readonly level?: number | undefined
}

/** Writes the two limits of one place. */
export type Limits = (at: number, estimate: number, relativeError: number) => void

/**
 * The limits of probabilities, written into `lower` and `upper`.
 *
 * Given is the standard error divided by the estimate (that of its logarithm). Where a scale has no such value there
 * is no interval, and both limits are NaN: log-log at 0 and 1, log at 0, and all where the error is unknown.
 *
 * @throws RangeError where the level is not between 0 and 1
 * @see Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data. 1980, section 1.3; Borgan Ø, Liestøl K. Scand J Stat 1990;17:35-41
 */
export function limitsInto(
  lower: Float64Array,
  upper: Float64Array,
  { interval = 'log-log', level = 0.95 }: IntervalOptions,
): Limits {
  checkLevel(level)
  const z = normalQuantile(1 - (1 - level) / 2)
  const write = (at: number, low: number, high: number) => {
    lower[at] = low
    upper[at] = high
  }
  if (interval === 'plain')
    return (at, estimate, relative) => {
      const half = z * relative * estimate
      write(at, Math.max(0, estimate - half), Math.min(1, estimate + half))
    }
  if (interval === 'log')
    return (at, estimate, relative) => {
      if (estimate === 0) return write(at, Number.NaN, Number.NaN)
      const factor = Math.exp(z * relative)
      write(at, estimate / factor, Math.min(1, estimate * factor))
    }
  return (at, estimate, relative) => {
    if (estimate <= 0 || estimate >= 1) return write(at, Number.NaN, Number.NaN)
    const logarithm = Math.log(estimate)
    const factor = Math.exp((-z * relative) / logarithm)
    write(at, Math.exp(logarithm * factor), Math.exp(logarithm / factor))
  }
}
