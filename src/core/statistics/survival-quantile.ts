/** The time by which a share of subjects has had the event, read off a curve and its limits: the median and others. */

import type { Survival } from './kaplan-meier.ts'

export interface SurvivalQuantile {
  /** The share that has had the event: 0.5 for the median. */
  readonly probability: number
  /** In the unit of the curve's times; NaN where the curve does not come down so far. */
  readonly time: number
  /** Where the limits of the curve cross the same level; NaN where they do not. */
  readonly lower: number
  readonly upper: number
}

/** Estimates this close to the level are taken to be on it, as in R. */
const tolerance = Math.sqrt(Number.EPSILON)

/**
 * The quantile with the interval of Brookmeyer and Crowley, by R's convention: where the curve runs level exactly at
 * the probability, the middle of that stretch (of its last one, up to the end of follow-up). A limit that rises again,
 * as it may after late entries or between fractional weights, counts where it first came down; R sorts such a limit
 * by its height before it looks, and may answer with a later time.
 *
 * @throws RangeError where the probability is not from 0 to 1
 * @see Brookmeyer R, Crowley J. Biometrics 1982;38:29-41; agrees with R's quantile.survfit
 */
export function survivalQuantile(curve: Survival, probability: number): SurvivalQuantile {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability is ${probability}: it is from 0 to 1`)
  const crossing = (limit: Float64Array) => crossingOf(curve.time, limit, probability)
  const [time, lower, upper] = [crossing(curve.survival), crossing(curve.lower), crossing(curve.upper)]
  return { probability, time, lower, upper }
}

export function medianSurvival(curve: Survival): SurvivalQuantile {
  return survivalQuantile(curve, 0.5)
}

/** Where a falling step function comes down to `1 - probability`; places without a value are passed over. */
function crossingOf(time: Float64Array, free: Float64Array, probability: number): number {
  if (probability === 0) return 0
  let reached = Number.NaN
  let greatest = Number.NEGATIVE_INFINITY
  for (let at = 0; at < free.length; at += 1) {
    const had = 1 - (free[at] as number)
    if (Number.isNaN(had)) continue
    greatest = Math.max(greatest, had)
    if (Number.isNaN(reached) && had + tolerance >= probability) reached = time[at] as number
    if (had - tolerance >= probability) return (reached + (time[at] as number)) / 2
  }
  const atEnd = Math.abs(probability - greatest) < tolerance
  return atEnd ? (reached + (time.at(-1) as number)) / 2 : Number.NaN
}
