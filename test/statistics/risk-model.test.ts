/** How well a model tells subjects apart, and whether its chances come true: as R computes them, and at their ends. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calibration } from '#core/statistics/calibration.ts'
import { cStatistic } from '#core/statistics/discrimination.ts'
import { agrees, allAgree, columns, fromR } from './agreement.ts'

interface Answer {
  readonly name: string
  readonly chance: readonly number[]
  readonly weight: readonly number[]
  readonly groups: number
  readonly cStatistic: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly subjects: readonly number[]
  readonly expected: readonly number[]
  readonly observed: readonly number[]
}

describe('a model of risk beside R', () => {
  const event = Uint8Array.from(columns('logistic.csv')('y'))
  for (const answer of fromR<readonly Answer[]>('risk-model.json')) {
    const chance = Float64Array.from(answer.chance)
    const weight = Float64Array.from(answer.weight)
    it(`${answer.name}: the c-statistic`, () => {
      agrees(cStatistic(event, chance, weight) as number, answer.cStatistic, 'c')
    })
    it(`${answer.name}: calibration`, () => {
      const found = calibration(event, chance, { groups: answer.groups, weight })
      for (const what of ['from', 'to', 'subjects', 'expected', 'observed'] as const)
        allAgree(
          found.map((group) => group[what]),
          answer[what],
          what,
        )
    })
  }
})

describe('a model of risk at its ends', () => {
  const of = (...values: number[]) => Float64Array.from(values)
  it('has no c-statistic where all, or none, had the event', () => {
    assert.equal(cStatistic(Uint8Array.of(0, 0), of(0.1, 0.2)), null)
    assert.equal(cStatistic(Uint8Array.of(1, 1), of(0.1, 0.2)), null)
    assert.equal(cStatistic(new Uint8Array(0), of()), null)
  })
  it('is 1 where chances tell all, 0 where they tell the opposite, a half where they tell nothing', () => {
    const event = Uint8Array.of(0, 0, 1, 1)
    assert.equal(cStatistic(event, of(0.1, 0.2, 0.3, 0.4)), 1)
    assert.equal(cStatistic(event, of(0.4, 0.3, 0.2, 0.1)), 0)
    assert.equal(cStatistic(event, of(0.3, 0.3, 0.3, 0.3)), 0.5)
  })
  it('keeps those of one chance in one group, and loses nobody', () => {
    const event = Uint8Array.of(1, 0, 0, 1, 0, 1, 0)
    const groups = calibration(event, of(0.2, 0.2, 0.2, 0.2, 0.2, 0.7, 0.9), { groups: 3 })
    assert.deepEqual(
      groups.map(({ subjects, observed }) => [subjects, observed]),
      [
        [5, 2],
        [2, 1],
      ],
    )
    assert.deepEqual(calibration(new Uint8Array(0), of()), [])
  })
  it('refuses what is no chance, no event and no weight', () => {
    assert.throws(() => cStatistic(Uint8Array.of(1), of(1.2)), /chance\[0\]/)
    assert.throws(() => cStatistic(Uint8Array.of(2), of(0.2)), /event\[0\]/)
    assert.throws(() => calibration(Uint8Array.of(1), of(0.2), { weight: of(-1) }), /weight\[0\]/)
    assert.throws(() => calibration(Uint8Array.of(1), of(0.2, 0.3)), /2 values for 1/)
    assert.throws(() => calibration(Uint8Array.of(1), of(0.2), { groups: 0 }), /groups/)
  })
})
