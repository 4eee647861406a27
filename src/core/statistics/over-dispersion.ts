/** How much more units differ than chance makes them differ, with extreme units held back from deciding it. */

export interface OverDispersion {
  /** units of a size above 0 */
  readonly units: number
  /** mean square of the winsorised z-scores: 1 where chance explains all; null without units */
  readonly phi: number | null
  /** variance between units on the transformed scale, 0 where phi shows none */
  readonly betweenVariance: number
}

/**
 * From standard scores and the standard errors behind them (on one scale). The lowest and highest tenth of the
 * scores are moved to the tenth and ninetieth percentile before they count.
 *
 * @param winsorised the share of units moved at either end
 * @throws RangeError where a score is not finite or an error is not above 0: says which
 * @see Spiegelhalter D, Sherlaw-Johnson C, Bardsley M, et al. Statistical methods for healthcare regulation: rating,
 *   screening and surveillance. J R Stat Soc A 2012;175:1-47. The variance is DerSimonian and Laird's
 */
export function overDispersion(
  scores: Float64Array,
  standardErrors: Float64Array,
  winsorised = 0.1,
): OverDispersion {
  if (!(winsorised >= 0 && winsorised < 0.5)) {
    throw new RangeError(`winsorised is ${winsorised}: it is from 0 to below a half`)
  }
  if (scores.length !== standardErrors.length) {
    throw new RangeError(`${scores.length} scores but ${standardErrors.length} standard errors`)
  }
  const units = scores.length
  for (let at = 0; at < units; at += 1) {
    if (!Number.isFinite(scores[at])) throw new RangeError(`scores[${at}] is ${scores[at]}: it is finite`)
    const error = standardErrors[at] as number
    if (!(error > 0 && error < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`standardErrors[${at}] is ${error}: it is above 0`)
    }
  }
  if (units === 0) return { units, phi: null, betweenVariance: 0 }
  const sorted = scores.slice().sort()
  const least = quantile(sorted, winsorised)
  const most = quantile(sorted, 1 - winsorised)
  let squares = 0
  for (const score of scores) squares += Math.min(most, Math.max(least, score)) ** 2
  const phi = squares / units
  let precision = 0
  let squaredPrecision = 0
  for (const error of standardErrors) {
    precision += 1 / error ** 2
    squaredPrecision += 1 / error ** 4
  }
  const room = precision - squaredPrecision / precision
  // a single unit has nothing to differ from
  const betweenVariance = units > 1 ? Math.max(0, (squares - (units - 1)) / room) : 0
  return { units, phi, betweenVariance }
}

/** By linear interpolation between the order statistics (R's type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (place - below) * (high - low)
}
