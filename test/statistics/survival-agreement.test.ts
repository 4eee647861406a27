/** Curves, tests and incidences against what R's survival and cmprsk say of the same inputs, to 1e-8 relative. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aalenJohansen, aalenJohansenBy, type CumulativeIncidence } from '#core/statistics/aalen-johansen.ts'
import { survivalAt } from '#core/statistics/at-times.ts'
import { followUp } from '#core/statistics/follow-up.ts'
import { grayTest } from '#core/statistics/gray-test.ts'
import type { Scale } from '#core/statistics/interval.ts'
import { kaplanMeier, kaplanMeierBy, type Survival } from '#core/statistics/kaplan-meier.ts'
import { landmarkSubjects } from '#core/statistics/landmark.ts'
import { type LogRank, logRank } from '#core/statistics/log-rank.ts'
import { restrictedMean } from '#core/statistics/restricted-mean.ts'
import { survivalQuantile } from '#core/statistics/survival-quantile.ts'
import {
  type Answer,
  agrees,
  agreesIn,
  answersOfR,
  edgeCases,
  followedOf,
  type Input,
  inputs,
} from './survival-inputs.ts'

const probabilities = [0.1, 0.25, 0.5, 0.75, 0.9]
const times = Float64Array.of(0, 3, 10.5, 25, 25.5, 60, 119, 400)

/** The curve, and all that is read off it where R's answer has it. */
function agreesAsCurve(curve: Survival, answer: Answer | undefined, label: string): void {
  assert.ok(answer && !Array.isArray(answer), label)
  const { quantiles, at, restricted, ...own } = answer as Record<string, Answer>
  agreesIn(curve, own, label)
  if (quantiles) {
    const ours = probabilities.map((probability) => survivalQuantile(curve, probability))
    for (const part of ['time', 'lower', 'upper'] as const)
      agrees(
        ours.map((each) => each[part]),
        (quantiles as Record<string, Answer>)[part],
        `${label}/quantiles/${part}`,
      )
  }
  if (at) agreesIn(survivalAt(curve, times), at, `${label}/at`)
  if (restricted) {
    const { horizon } = restricted as Record<string, readonly number[]>
    const means = (horizon ?? []).map((each) => restrictedMean(curve, each))
    agreesIn(
      {
        horizon: means.map(({ horizon }) => horizon),
        mean: means.map(({ mean }) => mean),
        standardError: means.map(({ standardError }) => standardError),
      },
      restricted,
      `${label}/restricted`,
    )
  }
}

describe('Kaplan-Meier, as R has it', () => {
  for (const [key, answer] of Object.entries(answersOfR('survival-curves.json')))
    it(key, () => {
      const { input, ...followed } = followedOf(key)
      const [, , , interval, level = '0.95'] = key.split('/')
      const options = { interval: interval as Scale, level: Number(level) }
      agreesAsCurve(kaplanMeier({ ...followed, event: input.event }, options), answer, key)
    })

  for (const [key, answer] of Object.entries(answersOfR('survival-groups.json')))
    it(`by group: ${key}`, () => {
      const { input, ...followed } = followedOf(key)
      const { group, groups } = input.grouping
      const curves = kaplanMeierBy({ ...followed, event: input.event }, group, groups)
      assert.ok(Array.isArray(answer) && answer.length === groups)
      curves.forEach((curve, at) => {
        agreesAsCurve(curve, answer[at] as Answer, `${key}/${at}`)
      })
    })

  const answers = answersOfR('survival-edges.json')
  for (const [name, subjects] of edgeCases())
    it(`at the edge: ${name}`, () => agreesAsCurve(kaplanMeier(subjects), answers[name], name))

  const others = answersOfR('survival-others.json')
  for (const [name, { time, event, entry }] of Object.entries(inputs)) {
    it(`with the jackknife, follow-up and landmark: ${name}`, () => {
      const subjects = { time, event }
      agreesAsCurve(
        kaplanMeier(subjects, { variance: 'jackknife' }),
        others[`${name}/robust`],
        `${name}/robust`,
      )
      agreesAsCurve(followUp(subjects), others[`${name}/follow-up`], `${name}/follow-up`)
      const { subjects: later } = landmarkSubjects({ ...subjects, entry }, 20)
      agreesAsCurve(kaplanMeier(later), others[`${name}/landmark`], `${name}/landmark`)
    })
  }
})

describe('the log-rank test, as R has it', () => {
  const flat = ({ trend, variance, ...test }: LogRank) => ({
    ...test,
    variance: variance.flatMap((row) => [...row]),
    ...(trend && { trend: trend.statistic, trendP: trend.p }),
  })
  for (const [key, answer] of Object.entries(answersOfR('survival-log-rank.json')))
    it(key, () => {
      const [name = '', kind = '', stratified] = key.split('/')
      const input = inputs[name] as Input
      const { time, event, entry, count, grouping, strata } = input
      const subjects = {
        ...{ time, event },
        ...(kind === 'late' && { entry }),
        ...(kind === 'count' && { weight: count }),
      }
      const test = logRank(subjects, grouping, {
        rho: Number(kind) || 0,
        ...(kind !== 'late' && { scores: [0, 1, 2, 4] }),
        ...(stratified && { strata }),
      })
      agreesIn(flat(test), answer, key)
    })
})

describe('cumulative incidence, as R has it', () => {
  const parts = ({ n, time, eventFree, causes }: CumulativeIncidence) => ({
    own: { n, time },
    eventFree,
    progression: causes[0] as object,
    death: causes[1] as object,
  })
  const agreesAsIncidence = (ours: CumulativeIncidence, answer: Answer | undefined, label: string) => {
    const { n, time, ...probabilities } = answer as Record<string, Answer>
    const { own, ...curves } = parts(ours)
    agreesIn(own, { n: n ?? [], time: time ?? [] }, label)
    for (const [name, curve] of Object.entries(curves))
      agreesIn(curve, probabilities[name], `${label}/${name}`)
  }
  const answers = answersOfR('survival-incidence.json')
  for (const [key, answer] of Object.entries(answers).filter(([key]) => !key.includes('group')))
    it(key, () => {
      const { input, ...followed } = followedOf(key)
      const interval = key.split('/')[3] as Scale
      agreesAsIncidence(aalenJohansen({ ...followed, cause: input.cause }, 2, { interval }), answer, key)
    })
  it('by group', () => {
    const { time, cause, grouping } = inputs.days as Input
    aalenJohansenBy({ time, cause }, 2, grouping).forEach((ours, at) => {
      agreesAsIncidence(ours, answers[`days/group/${at}`], `group ${at}`)
    })
  })

  const gray = answersOfR('survival-gray.json')
  for (const [name, { time, cause, grouping, strata }] of Object.entries(inputs)) {
    it(`with Aalen's variance, as cmprsk has it: ${name}`, () => {
      aalenJohansenBy({ time, cause }, 2, grouping, { variance: 'aalen' }).forEach((ours, at) => {
        const answer = gray[`${name}/group/${at}`] as Record<string, Record<string, Answer>>
        agrees(ours.time, answer.time as unknown as Answer, `${name}/${at}/time`)
        ours.causes.forEach(({ estimate, standardError }, cause) => {
          const theirs = answer[cause === 0 ? 'progression' : 'death']
          agrees(estimate, theirs?.estimate, `${name}/${at}/estimate ${cause}`)
          const variance = standardError.map((error) => error * error)
          agrees(variance, theirs?.variance, `${name}/${at}/variance ${cause}`)
        })
      })
    })
    for (const rho of [0, 1])
      for (const within of [undefined, strata])
        it(`Gray's test: ${name}, rho ${rho}${within ? ', strata' : ''}`, () => {
          const tests = [1, 2].map((each) =>
            grayTest({ time, cause }, 2, each, grouping, { rho, strata: within }),
          )
          const label = `${name}/test/${rho}${within ? '/strata' : ''}`
          agreesIn(
            { statistic: tests.map(({ statistic }) => statistic), p: tests.map(({ p }) => p) },
            gray[label],
            label,
          )
        })
  }
})
