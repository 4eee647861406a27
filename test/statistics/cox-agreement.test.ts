/** Cox regression gives R's answers (survival's coxph and cox.zph), to 1e-8. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { proportionalHazards } from '#core/statistics/cox/proportional-hazards.ts'
import { type CoxInput, coxRegression, type Ties } from '#core/statistics/cox.ts'
import { agrees, allAgree, columns, fromR } from './agreement.ts'

interface Answer {
  readonly name: string
  readonly uses: readonly string[]
  readonly ties: Ties
  readonly time: string
  readonly subjects: number
  readonly events: number
  readonly estimate: readonly number[]
  readonly standardError: readonly number[]
  readonly robustError: readonly number[] | null
  readonly covariance: readonly number[]
  readonly hazardRatio: readonly number[]
  readonly lower: readonly number[]
  readonly upper: readonly number[]
  readonly z: readonly number[]
  readonly p: readonly number[]
  readonly logLikelihood: readonly number[]
  readonly likelihoodRatio: readonly number[]
  readonly wald: readonly number[]
  readonly score: readonly number[]
  readonly identity: Check
  readonly km: Check
}

interface Check {
  readonly statistic: readonly number[]
  readonly p: readonly number[]
}

const column = columns('cox.csv')
const names = ['x1', 'x2', 'x3']

describe('Cox regression beside R', () => {
  for (const answer of fromR<readonly Answer[]>('cox.json')) {
    const input = inputOf(answer)
    const fit = coxRegression(input, { ties: answer.ties })

    it(`${answer.name}: estimates, intervals and tests`, () => {
      assert.ok(fit.outcome === 'fitted')
      assert.deepEqual([fit.subjects, fit.events], [answer.subjects, answer.events])
      for (const key of ['estimate', 'standardError', 'hazardRatio', 'lower', 'upper', 'z', 'p'] as const) {
        allAgree(
          fit.coefficients.map((coefficient) => coefficient[key]),
          answer[key],
          key,
        )
      }
      if (answer.robustError) {
        allAgree(
          fit.coefficients.map((coefficient) => coefficient.robustError ?? Number.NaN),
          answer.robustError,
          'robust error',
        )
      } else assert.ok(fit.coefficients.every((coefficient) => coefficient.robustError === null))
      allAgree(fit.covariance, answer.covariance, 'covariance')
      allAgree([fit.logLikelihood.null, fit.logLikelihood.fitted], answer.logLikelihood, 'log likelihood')
      for (const key of ['likelihoodRatio', 'wald', 'score'] as const) {
        const { statistic, degrees, p } = fit.tests[key]
        allAgree([statistic, degrees, p], answer[key], key)
      }
    })

    it(`${answer.name}: the check of proportional hazards`, () => {
      assert.ok(fit.outcome === 'fitted')
      const estimates = fit.coefficients.map(({ estimate }) => estimate)
      for (const timeScale of ['identity', 'km'] as const) {
        const check = proportionalHazards(input, estimates, { ties: answer.ties, timeScale })
        assert.ok(check)
        const tests = [...check.covariates, check.global]
        for (const [at, { statistic, p }] of tests.entries()) {
          agrees(statistic, answer[timeScale].statistic[at], `${timeScale} statistic ${at}`)
          agrees(p, answer[timeScale].p[at], `${timeScale} p ${at}`)
        }
      }
    })
  }
})

function inputOf({ uses, time }: Answer): CoxInput {
  return {
    time: column(time),
    event: Uint8Array.from(column('event')),
    entry: uses.includes('entry') ? column('entry') : undefined,
    weight: uses.includes('weight') ? column('weight') : undefined,
    strata: uses.includes('strata') ? Int32Array.from(column('stratum')) : undefined,
    cluster: uses.includes('cluster') ? Int32Array.from(column('cluster')) : undefined,
    covariates: names.map(column),
    names,
  }
}
