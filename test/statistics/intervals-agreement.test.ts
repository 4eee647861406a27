/** Proportions, rates and medians have R's intervals (binom.test, prop.test, poisson.test, order statistics). */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sampleMedian } from '#core/statistics/median.ts'
import { exactProportion, wilsonProportion } from '#core/statistics/proportion.ts'
import { poissonRate } from '#core/statistics/rate.ts'
import { agrees, allAgree, columns, fromR } from './agreement.ts'

interface Answers {
  readonly proportions: readonly {
    readonly events: number
    readonly denominator: number
    readonly level: number
    readonly wilson: readonly number[]
    readonly exact: readonly number[]
  }[]
  readonly rates: readonly {
    readonly events: number
    readonly exposure: number
    readonly level: number
    readonly exact: readonly number[]
  }[]
  readonly medians: readonly {
    readonly count: number
    readonly level: number
    readonly median: number
    readonly ends: readonly (number | null)[]
    readonly coverage: number | null
  }[]
}

const answers = fromR<Answers>('intervals.json')

describe('intervals beside R', () => {
  it('of proportions', () => {
    for (const { events, denominator, level, wilson, exact } of answers.proportions) {
      const what = `${events} of ${denominator} at ${level}`
      const byScore = wilsonProportion(events, denominator, level)
      // where R leaves a rounding error of the limit that is 0 or 1, ours is 0 or 1
      for (const [ours, theirs] of [
        [byScore.lower, wilson[0]],
        [byScore.upper, wilson[1]],
      ] as const) {
        if (ours === 0) assert.ok(Math.abs(theirs ?? 1) < 1e-15, `${what}, Wilson`)
        else agrees(ours, theirs, `${what}, Wilson`)
      }
      const byCount = exactProportion(events, denominator, level)
      allAgree([byCount.lower, byCount.upper], exact, `${what}, exact`)
    }
  })

  it('of rates', () => {
    for (const { events, exposure, level, exact } of answers.rates) {
      const { lower, upper } = poissonRate(events, exposure, { level })
      allAgree([lower, upper], exact, `${events} by ${exposure} at ${level}`)
    }
  })

  it('of medians', () => {
    const waits = columns('waits.csv')('value')
    for (const { count, level, median, ends, coverage } of answers.medians) {
      const ours = sampleMedian(waits.slice(0, count), level)
      assert.deepEqual([ours.median, ours.lower, ours.upper], [median, ...ends], `${count} at ${level}`)
      if (coverage === null) assert.equal(ours.coverage, null)
      else agrees(ours.coverage ?? 0, coverage, `coverage of ${count} at ${level}`)
    }
  })
})
