/** Control limits of a funnel plot: where a unit of this size would lie by chance alone. */

import { binomialCdf, binomialDensity, binomialQuantile, binomialUpper } from './distributions/binomial.ts'
import { normalQuantile } from './distributions/normal.ts'
import { poissonCdf, poissonDensity, poissonQuantile, poissonUpper } from './distributions/poisson.ts'

/** The chance beyond each limit, on its side: 95% and 99.8% lie between, as between about 2 and 3 standard deviations. */
const chanceBeyond = { low998: 0.001, low95: 0.025, high95: 0.025, high998: 0.001 } as const
export type Limits = Readonly<Record<keyof typeof chanceBeyond, number>>

/**
 * How far units differ more than chance makes them differ. On a scale on which chance is nearly normal with the same
 * spread at any target, units' true values vary with this variance.
 */
export type BetweenUnits = { readonly variance: number }

/**
 * Limits of a proportion at a denominator (above 0), exact but for the interpolation between counts that keeps the
 * funnel smooth; with variance between units, on the inverse-sine scale.
 *
 * The interpolation is Spiegelhalter's, each limit from its own tail: the high limit for events is the low limit for
 * patients without one. So whoever lies beyond a limit had no more than that limit's chance of as much or more, which
 * is the first of the three interpolations that Manktelow and Seaton compare. (Both limits from the lower tail put the
 * high one a count lower: at a target of 0.99, 5 of 5 would be too many.)
 *
 * @throws RangeError where the target is outside 0 to 1 or the denominator is not a whole number above 0
 * @see Spiegelhalter DJ. Funnel plots for comparing institutional performance. Stat Med 2005;24:1185-1202; appendix A.1.1.
 *   Manktelow BN, Seaton SE. Specifying the probability characteristics of funnel plot control limits. PLoS ONE
 *   2012;7:e45723
 */
export function proportionLimits(target: number, denominator: number, between?: BetweenUnits): Limits {
  if (!(target >= 0 && target <= 1)) throw new RangeError(`target is ${target}: it is from 0 to 1`)
  if (!(Number.isSafeInteger(denominator) && denominator > 0)) {
    throw new RangeError(`denominator is ${denominator}: it is a whole number above 0`)
  }
  if (between && between.variance > 0) {
    const centre = Math.asin(Math.sqrt(target))
    const spread = Math.sqrt(1 / (4 * denominator) + between.variance)
    return normalLimits(centre, spread, (at) => Math.sin(Math.min(Math.PI / 2, Math.max(0, at))) ** 2)
  }
  return exactLimits(denominator, denominator, {
    quantile: (chance) => binomialQuantile(chance, denominator, target),
    lower: (count) => binomialCdf(count, denominator, target),
    upper: (count) => binomialUpper(count, denominator, target),
    density: (count) => binomialDensity(count, denominator, target),
  })
}

/**
 * Limits of a ratio of observed to expected events, or of a rate, at an exposure (above 0): exact Poisson,
 * interpolated in the same way; with variance between units, on the square-root scale.
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
    const spread = Math.sqrt(1 / (4 * exposure) + between.variance)
    return normalLimits(Math.sqrt(target), spread, (at) => Math.max(0, at) ** 2)
  }
  const mean = target * exposure
  return exactLimits(exposure, Number.POSITIVE_INFINITY, {
    quantile: (chance) => poissonQuantile(chance, mean),
    lower: (count) => poissonCdf(count, mean),
    upper: (count) => poissonUpper(count, mean),
    density: (count) => poissonDensity(count, mean),
  })
}

interface CountDistribution {
  readonly quantile: (chance: number) => number
  /** P(X <= count) */
  readonly lower: (count: number) => number
  /** P(X > count) */
  readonly upper: (count: number) => number
  readonly density: (count: number) => number
}

function exactLimits(size: number, most: number, counts: CountDistribution): Limits {
  const low = (chance: number): number => {
    const count = counts.quantile(chance)
    return Math.max(0, count - (counts.lower(count) - chance) / counts.density(count)) / size
  }
  const high = (chance: number): number => {
    const count = counts.quantile(1 - chance)
    return Math.min(most, count + (counts.upper(count - 1) - chance) / counts.density(count)) / size
  }
  const { low998, low95, high95, high998 } = chanceBeyond
  return { low998: low(low998), low95: low(low95), high95: high(high95), high998: high(high998) }
}

function normalLimits(centre: number, spread: number, back: (at: number) => number): Limits {
  const low = (chance: number) => back(centre + normalQuantile(chance) * spread)
  const high = (chance: number) => back(centre - normalQuantile(chance) * spread)
  const { low998, low95, high95, high998 } = chanceBeyond
  return { low998: low(low998), low95: low(low95), high95: high(high95), high998: high(high998) }
}
