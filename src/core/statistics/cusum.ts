/** The risk-adjusted CUSUM: tells soon when a service's or an operator's results drift from what is expected. */

import { checkMonitored, type Monitored } from './monitored.ts'

export interface CusumOptions {
  /** the odds ratio to be found: above 1 for worse than expected, below 1 for better; 2 unless given */
  readonly oddsRatio?: number
  /** the height at which it signals; how often it does by chance, `cusumRunLength` says */
  readonly threshold: number
}

export interface Cusum {
  /** after each patient, from 0 up: evidence for the odds ratio against 1, counted from the best moment to doubt */
  readonly values: Float64Array
  /** the patients at which the threshold was reached; after each the sum starts again from 0 */
  readonly signals: readonly number[]
}

/**
 * Sums the log likelihood ratio of each outcome, never below 0, and signals at the threshold.
 *
 * @throws RangeError where a chance is not between 0 and 1, an event is not 0 or 1, the odds ratio is 1 or not above
 *   0, or the threshold is not above 0
 * @see Steiner SH, Cook RJ, Farewell VT, Treasure T. Monitoring surgical performance using risk-adjusted cumulative
 *   sum charts. Biostatistics 2000;1:441-452
 */
export function riskAdjustedCusum(series: Monitored, { oddsRatio = 2, threshold }: CusumOptions): Cusum {
  checkMonitored(series)
  checkOddsRatio(oddsRatio)
  checkThreshold(threshold)
  const { expected, event } = series
  const values = new Float64Array(event.length)
  const signals: number[] = []
  let sum = 0
  for (let at = 0; at < event.length; at += 1) {
    const weights = cusumWeights(expected[at] as number, oddsRatio)
    sum = Math.max(0, sum + (event[at] === 1 ? weights.event : weights.none))
    values[at] = sum
    if (sum >= threshold) {
      signals.push(at)
      sum = 0
    }
  }
  return { values, signals }
}

/** What an outcome adds to the sum, for a patient with this expected chance. */
export function cusumWeights(
  chance: number,
  oddsRatio: number,
): { readonly event: number; readonly none: number } {
  const none = -Math.log1p((oddsRatio - 1) * chance)
  return { event: Math.log(oddsRatio) + none, none }
}

export function checkOddsRatio(oddsRatio: number): void {
  if (!(oddsRatio > 0 && oddsRatio < Number.POSITIVE_INFINITY && oddsRatio !== 1)) {
    throw new RangeError(`the odds ratio is ${oddsRatio}: it is above 0 and not 1`)
  }
}

export function checkThreshold(threshold: number): void {
  if (!(threshold > 0 && threshold < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`the threshold is ${threshold}: it is above 0`)
  }
}
