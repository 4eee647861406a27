/** Cox regression gives R's answers (survival's coxph and cox.zph), to 1e-8. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { proportionalHazards } from '#core/statistics/cox/proportional-hazards.ts'
import { type CoxInput, coxRegression, type Ties } from '#core/statistics/cox.ts'
import { agrees, allAgree, columns, fromR } from './agreement.ts'
import { inputOf as followedInput } from './survival-inputs.ts'

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

describe('proportional hazards of terms beside R', () => {
  it('test all categories of a column together', () => {
    const { time, event, grouping, strata } = followedInput('days')
    const dummies = (of: ArrayLike<number>, values: readonly number[]) =>
      values.map((value) => Float64Array.from(of, (each) => (each === value ? 1 : 0)))
    const input: CoxInput = {
      ...{ time, event },
      covariates: [...dummies(grouping.group, [1, 2, 3]), ...dummies(strata.stratum, [1, 2])],
      names: ['g1', 'g2', 'g3', 's1', 's2'],
    }
    const fit = coxRegression(input)
    assert.ok(fit.outcome === 'fitted')
    const estimates = fit.coefficients.map(({ estimate }) => estimate)
    const terms = [
      [0, 1, 2],
      [3, 4],
    ]
    const check = proportionalHazards(input, estimates, { terms })
    const tests = check ? [...check.terms, check.global] : []
    const { statistic, degrees, p } = fromR<{ readonly check: Record<string, readonly number[]> }>(
      'survival-figure.json',
    ).check
    assert.deepEqual(
      tests.map((test) => test?.degrees),
      degrees,
    )
    allAgree(
      tests.map((test) => test?.statistic ?? Number.NaN),
      statistic ?? [],
      'statistic',
    )
    allAgree(
      tests.map((test) => test?.p ?? Number.NaN),
      p ?? [],
      'p',
    )
  })
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
