/** The beta distribution. */

import { solveMonotone } from './quantile.ts'
import { binomialTerm } from './saddle-point.ts'

/**
 * P(X <= x) for a beta variable with parameters `a` and `b`: the regularised incomplete beta function.
 *
 * @throws RangeError where a parameter is not above 0 or `x` is not a number
 * @see Didonato AR, Morris AH. Algorithm 708. ACM Trans Math Softw 1992;18:360-373 (the continued fraction)
 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b)[0]
}

/** P(X > x) for the same variable, with all its digits where it is small. */
export function betaUpper(x: number, a: number, b: number): number {
  return betaTails(x, 1 - x, a, b)[1]
}

/**
 * The `x` with P(X <= x) = p for a beta variable with parameters `a` and `b`.
 *
 * @throws RangeError where a parameter is not above 0 or `p` is outside 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`betaQuantile: p is ${p}, not within 0 to 1`)
  refuseParameters(a, b)
  if (p === 0 || p === 1) return p
  const logit = solveMonotone(p, Math.log(a / b), (at) => {
    const x = 1 / (1 + Math.exp(-at))
    const y = 1 / (1 + Math.exp(at))
    const [lower, upper] = betaTails(x, y, a, b)
    return { lower, upper, slope: powers(x, y, a, b) }
  })
  return 1 / (1 + Math.exp(-logit))
}

/** Lower and upper tail at `x`, whose complement `y` is given in full. */
export function betaTails(
  x: number,
  y: number,
  a: number,
  b: number,
): readonly [lower: number, upper: number] {
  refuseParameters(a, b)
  if (Number.isNaN(x)) throw new RangeError('beta distribution: x is not a number')
  if (x <= 0) return [0, 1]
  if (y <= 0) return [1, 0]
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (powers(x, y, a, b) / a) * continuedFraction(x, a, b))
    return [lower, 1 - lower]
  }
  const upper = Math.min(1, (powers(x, y, a, b) / b) * continuedFraction(y, b, a))
  return [1 - upper, upper]
}

/** x^a y^b over the beta function of `a` and `b`. */
function powers(x: number, y: number, a: number, b: number): number {
  return binomialTerm(a, a + b, x, y) * ((a * b) / (a + b))
}

/** By Lentz's method as Thompson and Barnett changed it. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1))
  let product = d
  for (let step = 1; step < 1e6; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step))
    d = 1 / nonZero(1 + even * d)
    c = nonZero(1 + even / c)
    product *= d * c
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1))
    d = 1 / nonZero(1 + odd * d)
    c = nonZero(1 + odd / c)
    const factor = d * c
    product *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return product
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}

function refuseParameters(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a < Number.POSITIVE_INFINITY && b < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`beta distribution: the parameters are ${a} and ${b}, not both above 0`)
  }
}
