/** The gamma distribution with scale 1, and the chi-square distribution, which is one of its family. */

import { solveMonotone } from './quantile.ts'
import { poissonTerm } from './saddle-point.ts'

/**
 * P(X <= x) for a gamma variable of this shape and scale 1: the regularised lower incomplete gamma function.
 *
 * @throws RangeError where the shape is not above 0 or `x` is not a number
 * @see Abramowitz M, Stegun IA. Handbook of mathematical functions. 1964; 6.5.29 and 6.5.31
 */
export function gammaCdf(x: number, shape: number): number {
  return tails(x, shape)[0]
}

/** P(X > x) for the same variable, with all its digits where it is small. */
export function gammaUpper(x: number, shape: number): number {
  return tails(x, shape)[1]
}

/**
 * The `x` with P(X <= x) = p, for a gamma variable of this shape and scale 1.
 *
 * @throws RangeError where the shape is not above 0 or `p` is outside 0 to 1
 */
export function gammaQuantile(p: number, shape: number): number {
  refuseProbability(p, 'gammaQuantile')
  refuseShape(shape)
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  // shape log(shape) / shape is the middle of the distribution on the log scale, near enough to start from
  const logX = solveMonotone(p, Math.log(shape), (at) => {
    const x = Math.exp(at)
    const [lower, upper] = tails(x, shape)
    return { lower, upper, slope: shape * poissonTerm(shape, x) }
  })
  return Math.exp(logX)
}

/** P(X <= x) for chi-square with `degrees` of freedom. */
export function chiSquareCdf(x: number, degrees: number): number {
  return gammaCdf(x / 2, degrees / 2)
}

/** P(X > x) for chi-square with `degrees` of freedom: the p-value of a chi-square test. */
export function chiSquareUpper(x: number, degrees: number): number {
  return gammaUpper(x / 2, degrees / 2)
}

/** The `x` with P(X <= x) = p for chi-square with `degrees` of freedom. */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2)
}

/** Lower and upper tail, the smaller of them from its own expansion. */
function tails(x: number, shape: number): readonly [lower: number, upper: number] {
  refuseShape(shape)
  if (Number.isNaN(x)) throw new RangeError('gamma distribution: x is not a number')
  if (x <= 0) return [0, 1]
  if (x === Number.POSITIVE_INFINITY) return [1, 0]
  const density = poissonTerm(shape, x)
  if (x < shape + 1) {
    const lower = Math.min(1, density * series(x, shape))
    return [lower, 1 - lower]
  }
  const upper = Math.min(1, density * shape * continuedFraction(x, shape))
  return [1 - upper, upper]
}

function series(x: number, shape: number): number {
  let term = 1
  let sum = 1
  for (let step = 1; term > sum * 1e-17; step += 1) {
    term *= x / (shape + step)
    sum += term
  }
  return sum
}

/** By Lentz's method as Thompson and Barnett changed it. */
function continuedFraction(x: number, shape: number): number {
  let b = x + 1 - shape
  let c = 1e300
  let d = 1 / b
  let product = d
  for (let step = 1; step < 1e6; step += 1) {
    const a = -step * (step - shape)
    b += 2
    d = 1 / nonZero(a * d + b)
    c = nonZero(b + a / c)
    const factor = d * c
    product *= factor
    if (Math.abs(factor - 1) < 1e-16) break
  }
  return product
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}

function refuseShape(shape: number): void {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`gamma distribution: the shape is ${shape}, not above 0`)
  }
}

function refuseProbability(p: number, name: string): void {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${name}: p is ${p}, not within 0 to 1`)
}
