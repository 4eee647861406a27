/** Cox regression: how the hazard of an event goes with covariates, whatever the baseline hazard. */

import { type ChiSquareTest, chiSquareTest } from './chi-square-test.ts'
import { partialLikelihood, type Ties } from './cox/partial-likelihood.ts'
import { type CoxInput, type CoxRows, coxRows } from './cox/rows.ts'
import { robustCovariance } from './cox/score-residuals.ts'
import { normalQuantile, normalUpper } from './distributions/normal.ts'
import { maximise } from './newton.ts'
import { dot, factorise, solve } from './symmetric.ts'

export type { CoxInput, Ties }

export interface Coefficient {
  readonly name: string
  /** the log hazard ratio for one unit more */
  readonly estimate: number
  readonly standardError: number
  /** by cluster; then the interval, `z` and `p` rest on it */
  readonly robustError: number | null
  readonly hazardRatio: number
  readonly lower: number
  readonly upper: number
  readonly z: number
  readonly p: number
}

export interface CoxFit {
  readonly outcome: 'fitted'
  readonly ties: Ties
  readonly level: number
  /** rows of weight above 0, and events among them */
  readonly subjects: number
  readonly events: number
  readonly coefficients: readonly Coefficient[]
  /** of the estimates, row by row; by cluster where one was given */
  readonly covariance: Float64Array
  readonly logLikelihood: { readonly null: number; readonly fitted: number }
  /** The Wald test rests on the robust covariance where there is one; the other two take rows as independent. */
  readonly tests: {
    readonly likelihoodRatio: ChiSquareTest
    readonly wald: ChiSquareTest
    readonly score: ChiSquareTest
  }
  readonly iterations: number
  readonly converged: true
}

/** Why there is no estimate: a finding about the data, with the covariates that cause it. */
export interface NoCoxFit {
  readonly outcome: 'no-events' | 'collinear' | 'separated' | 'not-converged' | 'too-few-clusters'
  readonly subjects: number
  readonly events: number
  readonly covariates: readonly string[]
  readonly converged: false
}

export interface CoxOptions {
  /** Efron's by default */
  readonly ties?: Ties
  /** of the intervals, 0.95 by default */
  readonly level?: number
}

/**
 * The hazard ratios of covariates, with late entry, weights, strata, and a variance robust to clusters.
 * `no-events`: nothing to estimate from. `collinear`: a covariate is given by those before it, or is the same for
 * all who were at risk at any event. `separated`: the likelihood rises without end (an infinite hazard ratio).
 * `too-few-clusters`: too few to say how clusters vary (never more than the covariates).
 *
 * @throws RangeError where a value is negative, not finite or of the wrong kind: says which and where
 * @see Cox DR. Regression models and life-tables. J R Stat Soc B 1972;34:187-220
 */
export function coxRegression(input: CoxInput, options: CoxOptions = {}): CoxFit | NoCoxFit {
  const { ties = 'efron', level = 0.95 } = options
  if (!(level > 0 && level < 1)) throw new RangeError(`the level is ${level}, not between 0 and 1`)
  const rows = coxRows(input)
  if (rows.events === 0) return none('no-events', rows, [])
  const { size, scale, names } = rows.design
  const risks = new Float64Array(rows.design.count)
  const found = maximise(
    (coefficients) => partialLikelihood(rows, coefficients, ties, risks),
    new Float64Array(size),
    1e-12 * rows.events,
  )
  if (found.found !== 'maximum') return none(found.found, rows, found.columns)
  const { coefficients: scaled, atStart, atMaximum } = found
  const robust = input.cluster && robustCovariance(rows, scaled, found.covariance, ties, input.cluster)
  const used = robust ?? found.covariance
  const least = robust ? 1e-12 * Math.min(...variancesOf(found.covariance, size)) : 0
  const factor = factorise(used, size, 1e-12, least)
  if (factor.dependent.length > 0) return none('too-few-clusters', rows, [])
  const naiveErrors = errorsOf(found.covariance, scale)
  const usedErrors = errorsOf(used, scale)
  const reach = normalQuantile(0.5 + level / 2)
  const coefficients = names.map((name, j): Coefficient => {
    const estimate = (scaled[j] as number) / (scale[j] as number)
    const error = usedErrors[j] as number
    return {
      name,
      estimate,
      standardError: naiveErrors[j] as number,
      robustError: robust ? error : null,
      hazardRatio: Math.exp(estimate),
      lower: Math.exp(estimate - reach * error),
      upper: Math.exp(estimate + reach * error),
      z: estimate / error,
      p: 2 * normalUpper(Math.abs(estimate / error)),
    }
  })
  return {
    outcome: 'fitted',
    ties,
    level,
    subjects: rows.design.count,
    events: rows.events,
    coefficients,
    covariance: unscaled(used, scale),
    logLikelihood: { null: atStart.logLikelihood, fitted: atMaximum.logLikelihood },
    tests: {
      likelihoodRatio: chiSquareTest(2 * (atMaximum.logLikelihood - atStart.logLikelihood), size),
      wald: chiSquareTest(dot(scaled, solve(factor, scaled)), size),
      score: chiSquareTest(found.scoreStatistic, size),
    },
    iterations: found.iterations,
    converged: true,
  }
}

function none(outcome: NoCoxFit['outcome'], rows: CoxRows, columns: readonly number[]): NoCoxFit {
  const covariates = columns.map((column) => rows.design.names[column] as string)
  return { outcome, subjects: rows.design.count, events: rows.events, covariates, converged: false }
}

/** A covariance of standardised covariates' coefficients, brought back to their units. */
function unscaled(covariance: Float64Array, scale: Float64Array): Float64Array {
  const size = scale.length
  return covariance.map(
    (value, cell) => value / ((scale[Math.floor(cell / size)] as number) * (scale[cell % size] as number)),
  )
}

function errorsOf(covariance: Float64Array, scale: Float64Array): Float64Array {
  const size = scale.length
  return variancesOf(covariance, size).map((variance, j) => Math.sqrt(variance) / (scale[j] as number))
}

function variancesOf(covariance: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, j) => covariance[j * size + j] as number)
}
