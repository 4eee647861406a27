/** Proportions, rates, volumes and medians at their edges, and what holds of them whatever the data. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { betaCdf, betaUpper } from '#core/statistics/distributions/beta.ts'
import { poissonCdf, poissonUpper } from '#core/statistics/distributions/poisson.ts'
import { sampleMedian } from '#core/statistics/median.ts'
import { exactProportion, wilsonProportion } from '#core/statistics/proportion.ts'
import { poissonRate, ratePerMillion } from '#core/statistics/rate.ts'
import { volumesPerMillion } from '#core/statistics/volume.ts'
import fc from '#test/support/properties.ts'

const counts = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), events: fc.integer({ min: 0, max: n }) }))

describe('proportions', () => {
  it('of nothing have no estimate and any value', () => {
    for (const of of [wilsonProportion, exactProportion]) {
      assert.deepEqual(of(0, 0), { events: 0, denominator: 0, estimate: null, lower: 0, upper: 1 })
    }
  })

  it('of no events and of all events end at 0 and at 1', () => {
    for (const of of [wilsonProportion, exactProportion]) {
      const none = of(0, 20)
      const all = of(20, 20)
      assert.deepEqual([none.estimate, none.lower, all.estimate, all.upper], [0, 0, 1, 1])
      near(none.upper, 1 - all.lower)
    }
    // the exact upper limit for no events has a formula
    near(exactProportion(0, 20).upper, 1 - 0.025 ** (1 / 20))
    near(exactProportion(1, 1).lower, 0.025)
  })

  it('hold the estimate, stay from 0 to 1, and mirror', () => {
    fc.assert(
      fc.property(counts, ({ n, events }) => {
        for (const of of [wilsonProportion, exactProportion]) {
          const { estimate, lower, upper } = of(events, n)
          assert.ok(estimate !== null && 0 <= lower && lower <= estimate && estimate <= upper && upper <= 1)
          near(of(n - events, n).lower, 1 - upper)
        }
      }),
    )
  })

  it('leave the exact share in each tail', () => {
    fc.assert(
      fc.property(counts, ({ n, events }) => {
        const { lower, upper } = exactProportion(events, n, 0.9)
        if (events > 0) near(betaCdf(lower, events, n - events + 1), 0.05)
        if (events < n) near(betaUpper(upper, events + 1, n - events), 0.05)
      }),
    )
  })

  it('refuse what is no count', () => {
    for (const [events, n] of [
      [-1, 5],
      [6, 5],
      [1.5, 5],
      [Number.NaN, 5],
      [0, -1],
      [0, Number.NaN],
      [1, 2.5],
    ] as const) {
      assert.throws(() => wilsonProportion(events, n), RangeError)
      assert.throws(() => exactProportion(events, n), RangeError)
    }
    assert.throws(() => wilsonProportion(1, 2, 1), { message: 'level is 1: it is between 0 and 1' })
  })
})

describe('rates', () => {
  it('without exposure have no estimate and no upper bound', () => {
    const { estimate, lower, upper } = poissonRate(0, 0)
    assert.deepEqual([estimate, lower, upper], [null, 0, Number.POSITIVE_INFINITY])
    assert.throws(() => poissonRate(2, 0), /exposure is 0 where there are 2 events/)
  })

  it('without events are bounded above', () => {
    const { estimate, lower, upper } = poissonRate(0, 10, { per: 100 })
    assert.deepEqual([estimate, lower], [0, 0])
    near(upper, -Math.log(0.025) * 10)
  })

  it('leave the exact share in each tail', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        (k, t) => {
          const { lower, upper } = poissonRate(k, t, { level: 0.9 })
          near(poissonCdf(k, upper * t), 0.05)
          if (k > 0) near(poissonUpper(k - 1, lower * t), 0.05)
        },
      ),
    )
  })

  it('refuse what is no count and no exposure', () => {
    assert.throws(() => poissonRate(-1, 5), /events is -1/)
    assert.throws(() => poissonRate(Number.NaN, 5), /events is NaN/)
    assert.throws(() => poissonRate(1, -5), /exposure is -5/)
    assert.throws(() => poissonRate(1, Number.NaN), /exposure is NaN/)
    assert.throws(() => poissonRate(1, 5, { per: 0 }), /per is 0/)
    assert.throws(() => ratePerMillion(1, 5, 0), /years is 0/)
  })
})

describe('volumes', () => {
  const regions = [
    { region: 'North', treatments: 30, population: 2_000_000 },
    { region: 'Isles', treatments: 0, population: 80_000 },
  ]

  it('are rates a year for each million, by region', () => {
    const rows = volumesPerMillion(regions, 2)
    assert.deepEqual(
      rows.map((row) => row.perMillion.estimate),
      [7.5, 0],
    )
    near(rows[1]?.perMillion.upper ?? 0, -Math.log(0.025) / 0.16)
    assert.deepEqual(volumesPerMillion([]), [])
    assert.deepEqual(volumesPerMillion(regions), volumesPerMillion(regions, 1))
  })

  it('name the region whose numbers cannot be', () => {
    const wrong = [...regions, { region: 'Nowhere', treatments: 2, population: 0 }]
    assert.throws(() => volumesPerMillion(wrong), /regions\[2\] \(Nowhere\): exposure is 0/)
    assert.throws(
      () => volumesPerMillion([{ region: 'West', treatments: -2, population: 5 }]),
      /regions\[0\] \(West\): events is -2/,
    )
  })
})

describe('medians', () => {
  it('of nothing, of one and of five have no interval at 95%', () => {
    const none = { lower: null, upper: null, coverage: null }
    assert.deepEqual(sampleMedian(new Float64Array()), { count: 0, median: null, ...none })
    assert.deepEqual(sampleMedian(Float64Array.of(4)), { count: 1, median: 4, ...none })
    assert.deepEqual(sampleMedian(Float64Array.of(5, 1, 4, 2, 3)), { count: 5, median: 3, ...none })
  })

  it('of six run from the least to the greatest', () => {
    const six = sampleMedian(Float64Array.of(9, 1, 4, 2, 3, 7))
    assert.deepEqual(six, { count: 6, median: 3.5, lower: 1, upper: 9, coverage: 1 - 2 / 64 })
  })

  it('lie within their interval, ties or not, and cover as often as they say', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 80 }), (values) => {
        const { median, lower, upper, coverage } = sampleMedian(Float64Array.from(values))
        assert.ok(median !== null && lower !== null && upper !== null && coverage !== null)
        assert.ok(lower <= median && median <= upper && coverage >= 0.95 - 1e-12 && coverage < 1)
        const back = sampleMedian(Float64Array.from([...values].reverse()))
        assert.deepEqual([back.median, back.lower, back.upper], [median, lower, upper])
      }),
    )
  })

  it('refuse what is no value', () => {
    assert.throws(() => sampleMedian(Float64Array.of(1, Number.NaN)), /values\[1\] is NaN/)
  })
})

function near(ours: number, theirs: number): void {
  assert.ok(Math.abs(ours - theirs) <= 1e-9 * Math.max(1e-3, Math.abs(theirs)), `${ours} and ${theirs}`)
}
