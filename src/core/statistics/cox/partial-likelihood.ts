/** The log partial likelihood of a Cox regression with its first and second derivatives. */

import type { Likelihood } from '../newton.ts'
import { mirror } from '../symmetric.ts'
import type { CoxRows } from './rows.ts'
import { type EventTime, sweep } from './sweep.ts'

/**
 * How subjects with the event at one time share it. Efron: each in turn leaves the risk set by its part; Breslow:
 * none leaves.
 */
export type Ties = 'efron' | 'breslow'

/**
 * At these coefficients, which are of the standardised covariates.
 *
 * @see Efron B. The efficiency of Cox's likelihood function for censored data. JASA 1977;72:557-565
 */
export function partialLikelihood(
  rows: CoxRows,
  coefficients: Float64Array,
  ties: Ties,
  risks: Float64Array,
): Likelihood {
  const { size } = rows.design
  const score = new Float64Array(size)
  const information = new Float64Array(size * size)
  const mean = new Float64Array(size)
  let logLikelihood = 0
  sweep(rows, coefficients, risks, (at) => {
    const { atRisk, tied, covariates } = at
    logLikelihood += at.predictor
    for (let j = 0; j < size; j += 1) score[j] = (score[j] as number) + (covariates[j] as number)
    const parts = partsOf(at, ties)
    const weight = at.weight / parts
    for (let part = 0; part < parts; part += 1) {
      const gone = part / parts
      const risk = parts > 1 ? atRisk.risk - gone * tied.risk : atRisk.risk
      const inverse = 1 / risk
      logLikelihood -= weight * Math.log(risk)
      let place = 0
      for (let j = 0; j < size; j += 1) {
        const first = atRisk.first[j] as number
        const average = (parts > 1 ? first - gone * (tied.first[j] as number) : first) * inverse
        mean[j] = average
        score[j] = (score[j] as number) - weight * average
        for (let k = 0; k <= j; k += 1) {
          const second = atRisk.second[place] as number
          const square = parts > 1 ? second - gone * (tied.second[place] as number) : second
          const cell = j * size + k
          information[cell] =
            (information[cell] as number) + weight * (square * inverse - average * (mean[k] as number))
          place += 1
        }
      }
    }
  })
  mirror(information, size)
  return { logLikelihood, score, information }
}

/** Into how many steps the events at one time are taken apart. */
export function partsOf(at: EventTime, ties: Ties): number {
  return ties === 'efron' ? at.events : 1
}
