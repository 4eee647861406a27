/** A curve at times of the reader's choosing, and the numbers at risk under a figure. */

import type { Survival } from './kaplan-meier.ts'
import { order } from './sort.ts'
import { checkSubjects, checkTimes, type Subjects } from './subjects.ts'

/** One place for each time asked about, in the order asked. */
export interface SurvivalAt {
  readonly time: Float64Array
  /** Weight at risk just before, as R counts it from a curve: see `atRiskAt` where subjects entered late. */
  readonly atRisk: Float64Array
  /** Up to and with each time, from the start. */
  readonly events: Float64Array
  readonly censored: Float64Array
  readonly survival: Float64Array
  readonly standardError: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/**
 * The curve, its interval and what has happened at each of `times`, also beyond the end of follow-up, where nobody is
 * at risk any more and the curve is held at its last value.
 *
 * @throws RangeError naming the first time that is not finite or is negative
 * @see R's summary.survfit(times, extend = TRUE)
 */
export function survivalAt(curve: Survival, times: Float64Array): SurvivalAt {
  checkTimes(times)
  const events = cumulated(curve.events)
  const censored = cumulated(curve.censored)
  const reached = times.map((time) => countUpTo(curve.time, time))
  const at = (values: Float64Array, before: number) =>
    reached.map((count) => (count === 0 ? before : (values[count - 1] as number)))
  return {
    time: times.slice(),
    atRisk: times.map((time) => curve.atRisk[countBelow(curve.time, time)] ?? 0),
    events: at(events, 0),
    censored: at(censored, 0),
    survival: at(curve.survival, 1),
    standardError: at(curve.standardError, 0),
    lower: at(curve.lower, 1),
    upper: at(curve.upper, 1),
  }
}

/**
 * The weight at risk at each of `times`, by definition: entered before, not yet left before.
 *
 * @throws RangeError naming the first place that cannot be
 */
export function atRiskAt(subjects: Subjects, times: Float64Array): Float64Array {
  checkSubjects(subjects)
  checkTimes(times)
  const { time, entry, weight } = subjects
  const byTime = order(times)
  const sorted = Float64Array.from(byTime, (place) => times[place] as number)
  const steps = new Float64Array(times.length + 1)
  for (let at = 0; at < time.length; at += 1) {
    const each = weight ? (weight[at] as number) : 1
    ;(steps[entry ? countUpTo(sorted, entry[at] as number) : 0] as number) += each
    ;(steps[countUpTo(sorted, time[at] as number)] as number) -= each
  }
  const atRisk = new Float64Array(times.length)
  let present = 0
  byTime.forEach((place, at) => {
    present += steps[at] as number
    atRisk[place] = present
  })
  return atRisk
}

/** How many of the ascending `values` are at most `limit`. */
export function countUpTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the ascending `values` are below `limit`. */
function countBelow(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}

function cumulated(values: Float64Array): Float64Array {
  let sum = 0
  return values.map((value) => {
    sum += value
    return sum
  })
}
