/** Control limits of a funnel plot: where a unit of this size would lie by chance alone. */

import { binomialCdf, binomialDensity, binomialQuantile } from './distributions/binomial.ts'
import { normalQuantile } from './distributions/normal.ts'
import { poissonCdf, poissonDensity, poissonQuantile } from './distributions/poisson.ts'

/** Shares of a distribution below each limit: about 2 and 3 standard deviations. */
export const limitShares = { low998: 0.001, low95: 0.025, high95: 0.975, high998: 0.999 } as const
export type LimitName = keyof typeof limitShares
export type Limits = Readonly<Record<LimitName, number>>

/**
 * How far units differ more than chance makes them differ. On a scale on which chance is nearly normal with the same
 * spread at any target, units' true values vary with this variance.
 */
export type BetweenUnits = { readonly variance: number }

/**
 * Limits of a proportion at a denominator (above 0), exact but for the interpolation between counts that keeps the
 * funnel smooth; with variance between units, on the inverse-sine scale.
 *
 * @throws RangeError where the target is outside 0 to 1 or the denominator is not a whole number above 0
 * @see Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202; appendix A.1.1
 */
export function proportionLimits(target: number, denominator: number, between?: BetweenUnits): Limits {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`target is ${target}: it is from 0 to 1`)
  if (!(Number.isSafeInteger(denominator) && denominator > 0)) {
    throw new RangeError(`denominator is ${denominator}: it is a whole number above 0`)
  }
  if (between && between.variance > 0) {
    const centre = Math.asin(Math.sqrt(target))
    const spread = Math.sqrt(1 / (4 * denominator) + between.variance)
    return limits((share) => {
      const at = centre + normalQuantile(share) * spread
      return Math.sin(Math.min(Math.PI / 2, Math.max(0, at))) ** 2
    })
  }
  return limits((share) => {
    const count = binomialQuantile(share, denominator, target)
    const over = binomialCdf(count, denominator, target) - share
    return within(count - over / binomialDensity(count, denominator, target), denominator) / denominator
  })
}

/**
 * Limits of a ratio of observed to expected events, or of a rate, at an exposure (above 0): exact Poisson,
 * interpolated; with variance between units, on the square-root scale.
 *
 * @param target the ratio (1) or the rate; `exposure` times it is the number of events expected
 * @throws RangeError where the target is negative or the exposure is not above 0
 * @see Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202; appendix A.1.2
 */
export function ratioLimits(target: number, exposure: number, between?: BetweenUnits): Limits {
  if (!(target >= 0 && target < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`target is ${target}: it is finite and not negative`)
  }
  if (!(exposure > 0 && exposure < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`exposure is ${exposure}: it is above 0`)
  }
  if (between && between.variance > 0) {
    const centre = Math.sqrt(target)
    const spread = Math.sqrt(1 / (4 * exposure) + between.variance)
    return limits((share) => Math.max(0, centre + normalQuantile(share) * spread) ** 2)
  }
  const mean = target * exposure
  return limits((share) => {
    const count = poissonQuantile(share, mean)
    const over = poissonCdf(count, mean) - share
    return within(count - over / poissonDensity(count, mean), Number.POSITIVE_INFINITY) / exposure
  })
}

function limits(at: (share: number) => number): Limits {
  const { low998, low95, high95, high998 } = limitShares
  return { low998: at(low998), low95: at(low95), high95: at(high95), high998: at(high998) }
}

function within(count: number, most: number): number {
  return Math.min(most, Math.max(0, count))
}
