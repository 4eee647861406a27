/** Loader's saddle-point form of the Poisson and binomial densities, which keeps its digits where counts are large. */

/**
 * Poisson density at any real `x >= 0`, mean `mean`: mean^x e^-mean / gamma(x + 1).
 *
 * @see Loader C. Fast and accurate computation of binomial probabilities. 2000
 */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x)
}

/**
 * Binomial density at any real `x` within 0 to `n`, with `p` and its complement `q` each given in full.
 *
 * @see Loader C. Fast and accurate computation of binomial probabilities. 2000
 */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x === 0) return n === 0 ? 1 : Math.exp(n * logOf(q, p))
  if (x === n) return Math.exp(n * logOf(p, q))
  const rest = n - x
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(rest) - deviance(x, n * p) - deviance(rest, n * q)
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * rest))
}

/** log(value), through its complement where that is the smaller of the two. */
function logOf(value: number, complement: number): number {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(value)
}

/** log gamma(n + 1) less Stirling's approximation to it, for n > 0. */
function stirlingError(n: number): number {
  let shifted = n
  let sum = 0
  while (shifted < 16) {
    sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1
    shifted += 1
  }
  const square = shifted * shifted
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / shifted
  return sum + series
}

/** x log(x / mean) + mean - x, without the loss of digits where the two are near. */
function deviance(x: number, mean: number): number {
  const difference = x - mean
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x
  const ratio = difference / (x + mean)
  let sum = difference * ratio
  let term = 2 * x * ratio
  for (let order = 1; order < 1000; order += 1) {
    term *= ratio * ratio
    const next = sum + term / (2 * order + 1)
    if (next === sum) break
    sum = next
  }
  return sum
}
