/** The variable life-adjusted display: how many events fewer (or more) than expected, patient by patient. */

import { normalQuantile } from './distributions/normal.ts'
import { checkLevel } from './level.ts'
import { checkMonitored, type Monitored } from './monitored.ts'

export interface Vlad {
  /** after each patient, expected less observed events so far: it rises while results are better than expected */
  readonly values: Float64Array
  readonly observed: number
  readonly expected: number
  /** between minus and plus this it stays by chance at each patient, as often as the level, where all is as expected */
  readonly margin: Float64Array
}

/**
 * For looking at, not for testing: the margin holds at each patient alone, and whoever looks at all of them sees it
 * crossed more often. For a signal there is the CUSUM.
 *
 * @throws RangeError where a chance is not between 0 and 1 or an event is not 0 or 1: says which
 * @see Lovegrove J, Valencia O, Treasure T, Sherlaw-Johnson C, Gallivan S. Monitoring the results of cardiac surgery by
 *   variable life-adjusted display. Lancet 1997;350:1128-1130
 */
export function variableLifeAdjustedDisplay(series: Monitored, level = 0.95): Vlad {
  checkLevel(level)
  checkMonitored(series)
  const reach = normalQuantile(1 - (1 - level) / 2)
  const { expected: chances, event } = series
  const values = new Float64Array(event.length)
  const margin = new Float64Array(event.length)
  let observed = 0
  let expected = 0
  let variance = 0
  for (let at = 0; at < event.length; at += 1) {
    const chance = chances[at] as number
    observed += event[at] as number
    expected += chance
    variance += chance * (1 - chance)
    values[at] = expected - observed
    margin[at] = reach * Math.sqrt(variance)
  }
  return { values, observed, expected, margin }
}
