/** The Poisson distribution. */

import { smallestCount } from './count.ts'
import { gammaCdf, gammaUpper } from './gamma.ts'
import { poissonTerm } from './saddle-point.ts'

/** P(X = k), for a whole `k`; zero below 0. */
export function poissonDensity(k: number, mean: number): number {
  refuse(mean)
  return k < 0 || !Number.isInteger(k) ? 0 : poissonTerm(k, mean)
}

/** P(X <= k). */
export function poissonCdf(k: number, mean: number): number {
  return tails(k, mean)[0]
}

/** P(X > k), with all its digits where it is small. */
export function poissonUpper(k: number, mean: number): number {
  return tails(k, mean)[1]
}

/**
 * The smallest `k` with P(X <= k) >= probability; infinite at 1 where the mean is above 0.
 *
 * @throws RangeError where the probability is outside 0 to 1 or the mean is below 0
 */
export function poissonQuantile(probability: number, mean: number): number {
  refuse(mean)
  if (mean === 0) return 0
  if (probability === 1) return Number.POSITIVE_INFINITY
  const guess = { mean, spread: Math.sqrt(mean) }
  return smallestCount(probability, Number.POSITIVE_INFINITY, guess, (k) => tails(k, mean))
}

function tails(k: number, mean: number): readonly [lower: number, upper: number] {
  refuse(mean)
  if (Number.isNaN(k)) throw new RangeError('Poisson distribution: k is not a number')
  const whole = Math.floor(k)
  if (whole < 0) return [0, 1]
  if (mean === 0 || whole === Number.POSITIVE_INFINITY) return [1, 0]
  return [gammaUpper(mean, whole + 1), gammaCdf(mean, whole + 1)]
}

function refuse(mean: number): void {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`Poisson distribution: the mean is ${mean}, not from 0`)
  }
}
