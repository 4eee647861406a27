/** Where a concave log likelihood is greatest, by Newton's method, and how it fails to have such a place. */

import { dot, factorise, invert, solve } from './symmetric.ts'

export interface Likelihood {
  readonly logLikelihood: number
  readonly score: Float64Array
  /** minus the second derivative, all of it row by row */
  readonly information: Float64Array
}

export interface Maximum {
  readonly found: 'maximum'
  readonly coefficients: Float64Array
  readonly atStart: Likelihood
  readonly atMaximum: Likelihood
  /** the inverse of the information at the maximum */
  readonly covariance: Float64Array
  /** score' information^-1 score at the start */
  readonly scoreStatistic: number
  readonly iterations: number
}

export type NoMaximum =
  | { readonly found: 'collinear'; readonly columns: readonly number[] }
  | { readonly found: 'separated'; readonly columns: readonly number[] }
  | { readonly found: 'not-converged'; readonly columns: readonly number[] }

const mostIterations = 60
/** Newton's decrement (score' information^-1 score) below which the step left is under 1e-10 standard errors. */
const settled = 1e-20
/** Below this a step that does not shorten is rounding. */
const rounding = 1e-14
/** The decrement from which on the likelihood no longer visibly rises: by under a millionth. */
const level = 1e-6

/**
 * From `start`, for covariates of about unit spread.
 *
 * @param least information on a covariate at most this, at the start, counts as none: it is collinear
 */
export function maximise(
  evaluate: (coefficients: Float64Array) => Likelihood,
  start: Float64Array,
  least: number,
): Maximum | NoMaximum {
  const size = start.length
  const atStart = evaluate(start)
  const first = factorise(atStart.information, size, 1e-10, least)
  if (first.dependent.length > 0) return { found: 'collinear', columns: first.dependent }
  const scoreStatistic = dot(atStart.score, solve(first, atStart.score))
  let coefficients = start
  let here = atStart
  let before: Float64Array | null = null
  for (let iterations = 0; iterations < mostIterations; iterations += 1) {
    const factor = factorise(here.information, size)
    if (factor.dependent.length > 0) {
      return { found: 'separated', columns: before ? running(before) : factor.dependent }
    }
    const step = solve(factor, here.score)
    const decrement = dot(here.score, step)
    const stays: boolean = before !== null && !shortens(step, before)
    const runs = running(step)
    if (decrement < level && stays && runs.length > 0) return { found: 'separated', columns: runs }
    if (decrement < settled || (decrement < rounding && stays)) {
      const done = { coefficients, atStart, atMaximum: here, scoreStatistic, iterations }
      return { found: 'maximum', ...done, covariance: invert(factor) }
    }
    const next = climb(evaluate, coefficients, step, here.logLikelihood)
    // A concave likelihood rises along Newton's step, but for rounding; that outweighs the rise only far out.
    if (!next) return ended(before)
    coefficients = next.coefficients
    here = next.likelihood
    before = step
  }
  return { found: 'not-converged', columns: before ? running(before) : [] }
}

/** Where nothing higher is found: coefficients that were still running have no end that can be computed. */
function ended(before: Float64Array | null): NoMaximum {
  const columns = before ? running(before) : []
  return { found: columns.length > 0 ? 'separated' : 'not-converged', columns }
}

/** A step, halved until the likelihood does not fall by it. */
function climb(
  evaluate: (coefficients: Float64Array) => Likelihood,
  from: Float64Array,
  step: Float64Array,
  reached: number,
): { readonly coefficients: Float64Array; readonly likelihood: Likelihood } | null {
  const slack = 1e-10 * Math.max(1, Math.abs(reached))
  for (let length = 1; length > 1e-6; length /= 2) {
    const coefficients = from.map((value, j) => value + length * (step[j] as number))
    const likelihood = evaluate(coefficients)
    if (likelihood.logLikelihood >= reached - slack) return { coefficients, likelihood }
  }
  return null
}

/** The coefficients that still move by more than a hundredth. */
function running(step: Float64Array): number[] {
  return [...step.keys()].filter((j) => Math.abs(step[j] as number) > 0.01)
}

/** Near a maximum Newton's steps shrink fast; where the likelihood only levels out towards infinity they do not. */
function shortens(step: Float64Array, before: Float64Array): boolean {
  return longest(step) < 0.5 * longest(before)
}

function longest(step: Float64Array): number {
  return step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
