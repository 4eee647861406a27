/** Logistic regression: how the odds of an event go with covariates; for case-mix, each subject's expected chance. */

import { type Design, design } from './covariates.ts'
import { normalQuantile, normalUpper } from './distributions/normal.ts'
import { checkLevel } from './level.ts'
import { checkLogistic, inOwnUnits } from './logistic-units.ts'
import { type Likelihood, maximise } from './newton.ts'
import { mirror } from './symmetric.ts'

export interface LogisticInput {
  /** 1 where the event happened, 0 where it did not */
  readonly event: Uint8Array
  /** how many subjects each stands for, from 0; one of weight 0 is as if absent */
  readonly weight?: Float64Array | undefined
  /** added to the log odds as it is */
  readonly offset?: Float64Array | undefined
  /** without the intercept, which is always there; may be none */
  readonly covariates: readonly Float64Array[]
  readonly names: readonly string[]
}

export interface LogisticCoefficient {
  /** `intercept` for the first */
  readonly name: string
  /** the log odds ratio for one unit more; of the first, the log odds where all covariates are 0 */
  readonly estimate: number
  readonly standardError: number
  readonly oddsRatio: number
  readonly lower: number
  readonly upper: number
  readonly z: number
  readonly p: number
}

export interface LogisticFit {
  readonly outcome: 'fitted'
  readonly level: number
  /** rows of weight above 0, and how many of them had the event */
  readonly subjects: number
  readonly events: number
  readonly coefficients: readonly LogisticCoefficient[]
  /** of the estimates, row by row, the intercept first */
  readonly covariance: Float64Array
  readonly deviance: number
  /** of the intercept (and offset) alone */
  readonly nullDeviance: number
  /** subjects less coefficients */
  readonly degrees: number
  /** each subject's chance of the event, also where the weight is 0 */
  readonly probabilities: Float64Array
  readonly iterations: number
}

/** Why there is no estimate: a finding about the data, with the covariates that cause it. */
export interface NoLogisticFit {
  readonly outcome: 'no-subjects' | 'no-events' | 'all-events' | 'collinear' | 'separated' | 'not-converged'
  readonly subjects: number
  readonly events: number
  readonly covariates: readonly string[]
}

/**
 * Odds ratios by maximum likelihood (iteratively reweighted least squares). `collinear`: a covariate is given by
 * those before it, or does not vary. `separated`: a covariate tells events apart so well that its odds ratio is
 * infinite.
 *
 * @throws RangeError where a value is not finite or of the wrong kind: says which and where
 * @see McCullagh P, Nelder JA. Generalized linear models. 2nd ed, 1989; section 4.4. Albert A, Anderson JA. On the
 *   existence of maximum likelihood estimates in logistic regression models. Biometrika 1984;71:1-10
 */
export function logisticRegression(input: LogisticInput, level = 0.95): LogisticFit | NoLogisticFit {
  checkLevel(level)
  checkLogistic(input)
  const { event, weight } = input
  const all = Int32Array.from(event.keys())
  const kept = weight ? all.filter((subject) => (weight[subject] as number) > 0) : all
  const rows = design(input.covariates, input.names, event.length, kept, weight)
  const events = kept.reduce((sum, subject) => sum + (event[subject] as number), 0)
  const counts = { subjects: kept.length, events }
  const none = (outcome: NoLogisticFit['outcome'], columns: readonly number[] = []): NoLogisticFit => ({
    outcome,
    ...counts,
    covariates: columns.filter((column) => column > 0).map((column) => input.names[column - 1] as string),
  })
  if (kept.length === 0) return none('no-subjects')
  if (events === 0 || events === kept.length) return none(events === 0 ? 'no-events' : 'all-events')

  const fit = (size: number) =>
    maximise((at) => likelihood(input, rows, kept, at), new Float64Array(size + 1), 1e-12 * kept.length)
  const found = fit(rows.size)
  if (found.found !== 'maximum') return none(found.found, found.columns)
  const intercept = fit(0)
  if (intercept.found !== 'maximum') return none(intercept.found)

  const { estimates, covariance } = inOwnUnits(found.coefficients, found.covariance, rows)
  const reach = normalQuantile(1 - (1 - level) / 2)
  const coefficients = ['intercept', ...input.names].map((name, j): LogisticCoefficient => {
    const estimate = estimates[j] as number
    const standardError = Math.sqrt(covariance[j * (rows.size + 1) + j] as number)
    return {
      name,
      estimate,
      standardError,
      oddsRatio: Math.exp(estimate),
      lower: Math.exp(estimate - reach * standardError),
      upper: Math.exp(estimate + reach * standardError),
      z: estimate / standardError,
      p: 2 * normalUpper(Math.abs(estimate / standardError)),
    }
  })
  return {
    outcome: 'fitted',
    level,
    ...counts,
    coefficients,
    covariance,
    deviance: -2 * found.atMaximum.logLikelihood,
    nullDeviance: -2 * intercept.atMaximum.logLikelihood,
    degrees: kept.length - rows.size - 1,
    probabilities: predicted(input, estimates),
    iterations: found.iterations,
  }
}

/** At coefficients of which the first is the intercept; covariates beyond them are left out. */
function likelihood(
  { event, weight, offset }: LogisticInput,
  rows: Design,
  kept: Int32Array,
  coefficients: Float64Array,
): Likelihood {
  const size = coefficients.length
  const score = new Float64Array(size)
  const information = new Float64Array(size * size)
  const x = new Float64Array(size).fill(1)
  let logLikelihood = 0
  for (let row = 0; row < kept.length; row += 1) {
    const subject = kept[row] as number
    const w = weight ? (weight[subject] as number) : 1
    let logOdds = (coefficients[0] as number) + (offset ? (offset[subject] as number) : 0)
    for (let j = 1; j < size; j += 1) {
      x[j] = rows.values[row * rows.size + j - 1] as number
      logOdds += (coefficients[j] as number) * (x[j] as number)
    }
    const y = event[subject] as number
    const small = Math.exp(-Math.abs(logOdds))
    const chance = logOdds >= 0 ? 1 / (1 + small) : small / (1 + small)
    // log of the chance of what happened
    logLikelihood -= w * (Math.log1p(small) + ((y === 1) === logOdds >= 0 ? 0 : Math.abs(logOdds)))
    const spread = (w * small) / ((1 + small) * (1 + small))
    for (let j = 0; j < size; j += 1) {
      const value = x[j] as number
      score[j] = (score[j] as number) + w * (y - chance) * value
      for (let k = 0; k <= j; k += 1) {
        const cell = j * size + k
        information[cell] = (information[cell] as number) + spread * value * (x[k] as number)
      }
    }
  }
  mirror(information, size)
  return { logLikelihood, score, information }
}

function predicted({ event, offset, covariates }: LogisticInput, estimates: Float64Array): Float64Array {
  return Float64Array.from(event, (_, subject) => {
    let logOdds = (estimates[0] as number) + (offset ? (offset[subject] as number) : 0)
    for (const [j, covariate] of covariates.entries()) {
      logOdds += (estimates[j + 1] as number) * (covariate[subject] as number)
    }
    return 1 / (1 + Math.exp(-logOdds))
  })
}
