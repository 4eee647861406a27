/** Restricted mean survival time: the average time free of the event up to a horizon, the area under the curve. */

import { normalQuantile } from './distributions/normal.ts'
import type { Survival } from './kaplan-meier.ts'
import { checkLevel } from './level.ts'

export interface RestrictedMean {
  /** The horizon, in the unit of the curve's times, as are the rest. */
  readonly horizon: number
  readonly mean: number
  readonly standardError: number
  /** Of the mean, on its own scale. */
  readonly lower: number
  readonly upper: number
  /** Follow-up ended before the horizon with subjects still free of the event: the last value was held, as R does. */
  readonly extrapolated: boolean
}

/**
 * The area under the curve up to `horizon`, with Greenwood's variance: for subjects of weight 1, or weights that are
 * numbers of subjects.
 *
 * @throws RangeError where the horizon is not above 0 and finite, or the level is not between 0 and 1
 * @see Irwin JO. J Hyg 1949;47:188-189; Royston P, Parmar MKB. BMC Med Res Methodol 2013;13:152; agrees with R's print(survfit, rmean = horizon)
 */
export function restrictedMean(curve: Survival, horizon: number, level = 0.95): RestrictedMean {
  if (!(horizon > 0 && horizon < Number.POSITIVE_INFINITY))
    throw new RangeError(`horizon is ${horizon}: it is finite and above 0`)
  checkLevel(level)
  const { time, survival, atRisk, events } = curve
  let upTo = 0
  while (upTo < time.length && (time[upTo] as number) <= horizon) upTo += 1
  let area = 0
  let variance = 0
  let until = horizon
  for (let at = upTo - 1; at >= 0; at -= 1) {
    area += (survival[at] as number) * (until - (time[at] as number))
    until = time[at] as number
    const risk = atRisk[at] as number
    const had = events[at] as number
    if (risk > had) variance += (area * area * had) / (risk * (risk - had))
  }
  const mean = area + until
  const standardError = Math.sqrt(variance)
  const half = normalQuantile(1 - (1 - level) / 2) * standardError
  const extrapolated = (time.at(-1) ?? 0) < horizon && (survival.at(-1) ?? 1) > 0
  return { horizon, mean, standardError, lower: mean - half, upper: mean + half, extrapolated }
}
