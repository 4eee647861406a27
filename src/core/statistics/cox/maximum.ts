/** Where the partial likelihood is greatest, by Newton's method, and how it fails to have such a place. */

import { dot, factorise, invert, solve } from '../symmetric.ts'
import { type Likelihood, partialLikelihood, type Ties } from './partial-likelihood.ts'
import type { CoxRows } from './rows.ts'

export interface Maximum {
  readonly found: 'maximum'
  readonly coefficients: Float64Array
  readonly atZero: Likelihood
  readonly atMaximum: Likelihood
  /** the inverse of the information at the maximum */
  readonly covariance: Float64Array
  /** score' information^-1 score at zero */
  readonly scoreStatistic: number
  readonly iterations: number
}

export type NoMaximum =
  | { readonly found: 'collinear'; readonly columns: readonly number[] }
  | { readonly found: 'separated'; readonly columns: readonly number[] }
  | { readonly found: 'not-converged' }

const mostIterations = 60
/** Newton's decrement (score' information^-1 score) below which the step left is under 1e-10 standard errors. */
const settled = 1e-20
/** The decrement from which on the likelihood no longer visibly rises: by under a millionth. */
const level = 1e-6

/** For standardised covariates and at least one event. */
export function maximise(rows: CoxRows, ties: Ties): Maximum | NoMaximum {
  const { size } = rows.design
  const risks = new Float64Array(rows.design.count)
  let coefficients = new Float64Array(size)
  const atZero = partialLikelihood(rows, coefficients, ties, risks)
  const first = factorise(atZero.information, size, 1e-10, 1e-12 * rows.events)
  if (first.dependent.length > 0) return { found: 'collinear', columns: first.dependent }
  const scoreStatistic = dot(atZero.score, solve(first, atZero.score))
  let here = atZero
  let before: Float64Array | null = null
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    const factor = factorise(here.information, size)
    if (factor.dependent.length > 0 || !Number.isFinite(here.logLikelihood)) {
      return { found: 'separated', columns: before ? running(before) : factor.dependent }
    }
    const step = solve(factor, here.score)
    const decrement = dot(here.score, step)
    const isNoise: boolean = decrement < 1e-14 && before !== null && !shortens(step, before)
    if (decrement < settled || isNoise) {
      const done = { coefficients, atZero, atMaximum: here, scoreStatistic, iterations: iterations - 1 }
      return { found: 'maximum', ...done, covariance: invert(factor) }
    }
    const runs = running(step)
    if (decrement < level && before !== null && runs.length > 0 && !shortens(step, before)) {
      return { found: 'separated', columns: runs }
    }
    const next = climb(rows, ties, risks, coefficients, step, here)
    if (!next) return { found: 'not-converged' }
    coefficients = next.coefficients
    here = next.likelihood
    before = step
  }
  return { found: 'not-converged' }
}

/** A step, halved until the likelihood does not fall by it. */
function climb(
  rows: CoxRows,
  ties: Ties,
  risks: Float64Array,
  from: Float64Array,
  step: Float64Array,
  here: Likelihood,
): { coefficients: Float64Array<ArrayBuffer>; likelihood: Likelihood } | null {
  const slack = 1e-10 * Math.max(1, Math.abs(here.logLikelihood))
  for (let length = 1; length > 1e-6; length /= 2) {
    const coefficients = from.map((value, j) => value + length * (step[j] as number))
    const likelihood = partialLikelihood(rows, coefficients, ties, risks)
    if (likelihood.logLikelihood >= here.logLikelihood - slack) return { coefficients, likelihood }
  }
  return null
}

/** The covariates whose coefficient still moves by more than a hundredth for each standard deviation. */
function running(step: Float64Array): number[] {
  return [...step.keys()].filter((j) => Math.abs(step[j] as number) > 0.01)
}

/** Near a maximum Newton's steps shrink fast; where the likelihood only levels out towards infinity they do not. */
function shortens(step: Float64Array, before: Float64Array): boolean {
  return Math.max(...step.map(Math.abs)) < 0.5 * Math.max(...before.map(Math.abs))
}
