/** CUSUM, VLAD and run charts at their edges, and what holds of them whatever happens. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { riskAdjustedCusum } from '#core/statistics/cusum.ts'
import { cusumRunLength, cusumThreshold } from '#core/statistics/cusum-run-length.ts'
import { runChart } from '#core/statistics/run-chart.ts'
import { variableLifeAdjustedDisplay } from '#core/statistics/vlad.ts'
import fc from '#test/support/properties.ts'

const patients = fc.array(
  fc.record({ chance: fc.double({ min: 0.01, max: 0.99, noNaN: true }), event: fc.boolean() }),
  { maxLength: 80 },
)

describe('the risk-adjusted CUSUM', () => {
  it('has nothing to show for nobody', () => {
    assert.deepEqual(riskAdjustedCusum(series([]), { threshold: 3 }), {
      values: new Float64Array(),
      signals: [],
    })
  })

  it('rises by log(2 / (1 + p)) at an event, signals, and starts again', () => {
    const told = series([0.25, 0.25, 0.25, 0.25].map((chance) => ({ chance, event: true })))
    const { values, signals } = riskAdjustedCusum(told, { threshold: 0.9 })
    const rise = Math.log(2 / 1.25)
    for (const [at, times] of [1, 2, 1, 2].entries()) near(values[at], times * rise)
    assert.deepEqual(signals, [1, 3])
  })

  it('has the published weight of a survivor with a Parsonnet score of 19', () => {
    // Rigdon and Fricker 2015, page 225, as quoted by the R package vlad
    const chance = 1 / (1 + Math.exp(3.67 - 0.077 * 19))
    const { values } = riskAdjustedCusum(series([{ chance, event: false }]), { oddsRatio: 0.5, threshold: 9 })
    assert.equal(values[0]?.toFixed(5), '0.05083')
  })

  it('stays at 0 without events when it looks for worse, and rises when it looks for better', () => {
    const told = series(Array.from({ length: 50 }, () => ({ chance: 0.2, event: false })))
    assert.ok(riskAdjustedCusum(told, { threshold: 2 }).values.every((value) => value === 0))
    assert.ok((riskAdjustedCusum(told, { oddsRatio: 0.5, threshold: 9 }).values[49] ?? 0) > 5)
  })

  it('is never negative, and at the threshold only where it signals', () => {
    fc.assert(
      fc.property(patients, fc.constantFrom(0.5, 2, 3), (rows, oddsRatio) => {
        const { values, signals } = riskAdjustedCusum(series(rows), { oddsRatio, threshold: 1 })
        for (const [at, value] of values.entries()) {
          assert.ok(value >= 0)
          assert.equal(value >= 1, signals.includes(at))
        }
      }),
    )
  })

  it('runs longer the higher its threshold, and shorter the worse things are', () => {
    const expected = Float64Array.of(0.05, 0.1, 0.2)
    const length = (threshold: number, actual = 1) => cusumRunLength(expected, { threshold, actual })
    assert.ok(length(1) < length(2) && length(2) < length(3))
    assert.ok(length(3, 2) < length(3) && length(3, 4) < length(3, 2))
  })

  it('finds the threshold for a run length', () => {
    const expected = Float64Array.of(0.05, 0.1, 0.2)
    const threshold = cusumThreshold(expected, 1000)
    assert.ok(cusumRunLength(expected, { threshold }) >= 1000)
    assert.ok(cusumRunLength(expected, { threshold: threshold - 0.05 }) < 1000)
  })

  it('agrees with playing it many times', () => {
    const expected = Float64Array.of(0.1, 0.3)
    let seed = 7
    const chance = () => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed / 2_147_483_647
    }
    const runs = 4000
    let played = 0
    for (let run = 0; run < runs; run += 1) {
      for (let sum = 0; sum < 1.5; played += 1) {
        const p = expected[chance() < 0.5 ? 0 : 1] as number
        sum = Math.max(0, sum + (chance() < p ? Math.log(2) : 0) - Math.log1p(p))
      }
    }
    const theory = cusumRunLength(expected, { threshold: 1.5, steps: 300 })
    // four standard errors of a nearly geometric run length, and the chart's steps
    assert.ok(
      Math.abs(played / runs / theory - 1) < 4 / Math.sqrt(runs) + 0.02,
      `${played / runs}, ${theory}`,
    )
  })

  it('refuses what cannot be, and says where', () => {
    const good = series([{ chance: 0.2, event: true }])
    const ask =
      (change: object, options = {}) =>
      () =>
        riskAdjustedCusum({ ...good, ...change }, { threshold: 3, ...options })
    assert.throws(ask({ expected: Float64Array.of(0) }), /expected\[0\] is 0/)
    assert.throws(ask({ expected: Float64Array.of(Number.NaN) }), /expected\[0\] is NaN/)
    assert.throws(ask({ event: Uint8Array.of(2) }), /event\[0\] is 2/)
    assert.throws(ask({ event: Uint8Array.of(1, 0) }), /expected has 1 places where event has 2/)
    assert.throws(ask({}, { oddsRatio: 1 }), /odds ratio is 1/)
    assert.throws(ask({}, { oddsRatio: -2 }), /odds ratio is -2/)
    assert.throws(ask({}, { threshold: 0 }), /threshold is 0/)
    assert.throws(() => cusumRunLength(new Float64Array(), { threshold: 2 }), /needs patients/)
    assert.throws(
      () => cusumRunLength(Float64Array.of(0.2), { threshold: 2, actual: 0 }),
      /actual odds ratio is 0/,
    )
    assert.throws(() => cusumRunLength(Float64Array.of(0.2), { threshold: 2, steps: 1 }), /steps is 1/)
    assert.throws(() => cusumThreshold(Float64Array.of(0.2), 1), /patients is 1/)
  })
})

describe('the variable life-adjusted display', () => {
  it('ends at expected less observed', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const { values, observed, expected, margin } = variableLifeAdjustedDisplay(series(rows))
        assert.equal(observed, rows.filter((row) => row.event).length)
        assert.equal(values.at(-1) ?? 0, expected - observed)
        assert.ok(margin.every((value, at) => value > (margin[at - 1] ?? 0)))
      }),
    )
  })

  it('refuses what cannot be', () => {
    const wrong = { expected: Float64Array.of(0.5, -0.1), event: Uint8Array.of(1, 0) }
    assert.throws(() => variableLifeAdjustedDisplay(wrong), /expected\[1\] is -0.1/)
  })
})

describe('the run chart', () => {
  it('has no median of nothing, and no signal in one value or in values that are all the same', () => {
    assert.deepEqual([chart([]).median, chart([]).hasSignal], [null, false])
    assert.deepEqual([chart([3]).median, chart([3]).hasSignal], [3, false])
    const same = chart([5, 5, 5, 5, 5, 5, 5, 5])
    assert.deepEqual([same.useful, same.crossings, same.hasSignal], [0, 0, false])
  })

  it('finds a shift of six; values on the median neither count nor break it', () => {
    const values = [1, 9, 2, 8, 5, 1, 9, 2, 8, 6, 7, 5, 8, 6, 9, 6, 1, 2, 1, 1, 2]
    const { median, shifts } = chart(values)
    assert.equal(median, 5)
    assert.deepEqual(shifts, [{ from: 8, to: 15, length: 7, direction: 'up' }])
    assert.deepEqual(chart([1, 9, 1, 9, 1, 6, 7, 8, 9, 9]).shifts, [])
  })

  it('finds a trend of five values; a value like the one before neither counts nor breaks it', () => {
    const { trends } = chart([4, 1, 5, 2, 3, 3, 4, 6, 2, 5, 1])
    assert.deepEqual(trends, [])
    assert.deepEqual(chart([4, 1, 5, 2, 3, 3, 4, 6, 7, 5, 1]).trends, [
      { from: 3, to: 8, length: 5, direction: 'up' },
    ])
    assert.deepEqual(chart([9, 6, 5, 3, 1, 8]).trends, [{ from: 0, to: 4, length: 5, direction: 'down' }])
  })

  it('finds too few crossings', () => {
    const halves = chart([...Array.from({ length: 5 }, (_, at) => at), ...Array.from({ length: 5 }, () => 9)])
    assert.equal(halves.crossings, 1)
    assert.ok(halves.crossings < halves.fewestCrossingsByChance && halves.hasSignal)
  })

  it('takes its median from the baseline', () => {
    assert.equal(runChart(Float64Array.of(1, 2, 3, 90, 90, 90), 3).median, 2)
    assert.throws(() => runChart(Float64Array.of(1, 2), 3), /baseline is 3/)
    assert.throws(() => runChart(Float64Array.of(1, 2), 0), /baseline is 0/)
    assert.throws(() => runChart(Float64Array.of(1, Number.NaN)), /values\[1\] is NaN/)
  })

  it('sees the same upside down and backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 60 }), (values) => {
        const there = chart(values)
        for (const other of [chart(values.map((value) => -value)), chart([...values].reverse())]) {
          assert.equal(other.crossings, there.crossings)
          assert.equal(other.longestRun, there.longestRun)
          assert.equal(other.hasSignal, there.hasSignal)
          assert.equal(other.trends.length, there.trends.length)
        }
      }),
    )
  })
})

function chart(values: readonly number[]) {
  return runChart(Float64Array.from(values))
}

function series(rows: readonly { readonly chance: number; readonly event: boolean }[]) {
  return {
    expected: Float64Array.from(rows, (row) => row.chance),
    event: Uint8Array.from(rows, (row) => (row.event ? 1 : 0)),
  }
}

function near(ours: number | undefined, theirs: number): void {
  assert.ok(Math.abs((ours ?? Number.NaN) - theirs) < 1e-12, `${ours} and ${theirs}`)
}
