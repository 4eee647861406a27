/** Logistic regression gives the answers of R's glm, and the expected events of each unit that follow from them. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { caseMix } from '#core/statistics/case-mix.ts'
import { type LogisticInput, logisticRegression } from '#core/statistics/logistic.ts'
import { allAgree, columns, fromR } from './agreement.ts'

interface Answer {
  readonly name: string
  readonly uses: readonly string[]
  readonly covariates: readonly string[]
  readonly estimate: readonly number[]
  readonly standardError: readonly number[]
  readonly z: readonly number[]
  readonly p: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly covariance: readonly number[]
  readonly deviance: number
  readonly nullDeviance: number
  readonly degrees: number
  readonly probabilities: readonly number[]
  readonly expected: readonly number[]
  readonly observed: readonly number[]
}

const column = columns('logistic.csv')

describe('logistic regression beside R', () => {
  for (const answer of fromR<readonly Answer[]>('logistic.json')) {
    it(answer.name, () => {
      const input: LogisticInput = {
        event: Uint8Array.from(column('y')),
        weight: answer.uses.includes('weight') ? column('w') : undefined,
        offset: answer.uses.includes('offset') ? column('offset') : undefined,
        covariates: answer.covariates.map(column),
        names: answer.covariates,
      }
      const fit = logisticRegression(input)
      assert.ok(fit.outcome === 'fitted')
      for (const key of ['estimate', 'standardError', 'z', 'p', 'lower', 'upper'] as const) {
        allAgree(
          fit.coefficients.map((coefficient) => coefficient[key]),
          answer[key],
          key,
        )
      }
      allAgree(fit.covariance, answer.covariance, 'covariance')
      allAgree(
        [fit.deviance, fit.nullDeviance, fit.degrees],
        [answer.deviance, answer.nullDeviance, answer.degrees],
        'deviance',
      )
      allAgree(fit.probabilities, answer.probabilities, 'probabilities')
      const unit = Int32Array.from(column('unit'), (value) => value - 1)
      const sums = caseMix(input.event, fit.probabilities, unit, 12, input.weight)
      allAgree(sums.expected, answer.expected, 'expected')
      allAgree(sums.observed, answer.observed, 'observed')
    })
  }
})
