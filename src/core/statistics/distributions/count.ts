/** How the quantile of a distribution of counts is found. */

import { normalQuantile } from './normal.ts'

/**
 * The smallest whole k from 0 to `most` with P(X <= k) >= probability, searched outwards from where a normal
 * distribution would put it. A tail that equals the probability but for rounding counts as equal.
 *
 * @throws RangeError where the probability is outside 0 to 1
 */
export function smallestCount(
  probability: number,
  most: number,
  guess: { readonly mean: number; readonly spread: number },
  tails: (k: number) => readonly [lower: number, upper: number],
): number {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`the probability is ${probability}, not within 0 to 1`)
  }
  if (probability === 0) return 0
  if (probability === 1) return most
  const rounding = 64 * Number.EPSILON
  const reaches = (k: number): boolean => {
    const [lower, upper] = tails(k)
    return probability > 0.5
      ? upper <= (1 - probability) * (1 + rounding)
      : lower >= probability * (1 - rounding)
  }
  const start = guess.mean + guess.spread * normalQuantile(probability)
  let high = Math.min(most, Math.max(0, Math.ceil(start)))
  let stride = 1
  while (high < most && !reaches(high)) {
    high = Math.min(most, high + stride)
    stride *= 2
  }
  let low = high
  stride = 1
  while (low >= 0 && reaches(low)) {
    high = low
    low -= stride
    stride *= 2
  }
  low = Math.max(low, -1)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (reaches(middle)) high = middle
    else low = middle
  }
  return high
}
