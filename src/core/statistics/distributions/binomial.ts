/** The binomial distribution: `n` trials, each with chance `p`. */

import { betaTails } from './beta.ts'
import { smallestCount } from './count.ts'
import { binomialTerm } from './saddle-point.ts'

/** P(X = k), for a whole `k`; zero outside 0 to `n`. */
export function binomialDensity(k: number, n: number, p: number): number {
  refuse(n, p)
  return k < 0 || k > n || !Number.isInteger(k) ? 0 : binomialTerm(k, n, p, 1 - p)
}

/** P(X <= k). */
export function binomialCdf(k: number, n: number, p: number): number {
  return tails(k, n, p)[0]
}

/** P(X > k), with all its digits where it is small. */
export function binomialUpper(k: number, n: number, p: number): number {
  return tails(k, n, p)[1]
}

/**
 * The smallest `k` with P(X <= k) >= probability.
 *
 * @throws RangeError where a probability is outside 0 to 1 or `n` is not a whole number from 0
 */
export function binomialQuantile(probability: number, n: number, p: number): number {
  refuse(n, p)
  const guess = { mean: n * p, spread: Math.sqrt(n * p * (1 - p)) }
  return smallestCount(probability, n, guess, (k) => tails(k, n, p))
}

function tails(k: number, n: number, p: number): readonly [lower: number, upper: number] {
  refuse(n, p)
  if (Number.isNaN(k)) throw new RangeError('binomial distribution: k is not a number')
  const whole = Math.floor(k)
  if (whole < 0) return [0, 1]
  if (whole >= n) return [1, 0]
  const [upper, lower] = betaTails(p, 1 - p, whole + 1, n - whole)
  return [lower, upper]
}

function refuse(n: number, p: number): void {
  if (!(Number.isSafeInteger(n) && n >= 0)) {
    throw new RangeError(`binomial distribution: n is ${n}, not a whole number from 0`)
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomial distribution: p is ${p}, not within 0 to 1`)
}
