/** Funnels at their edges, and what holds of their limits whatever the size. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { binomialCdf, binomialUpper } from '#core/statistics/distributions/binomial.ts'
import { proportionFunnel, rateFunnel, ratioFunnel } from '#core/statistics/funnel.ts'
import { proportionLimits, ratioLimits } from '#core/statistics/funnel-limits.ts'
import { overDispersion } from '#core/statistics/over-dispersion.ts'
import fc from '#test/support/properties.ts'

describe('funnels', () => {
  it('say of a unit without cases that it has no data', () => {
    const { units, target } = proportionFunnel(Float64Array.of(0, 3), Float64Array.of(0, 10))
    assert.equal(target, 0.3)
    assert.deepEqual(units[0], { events: 0, size: 0, value: null, limits: null, position: 'no-data' })
    assert.equal(units[1]?.position, 'within')
  })

  it('have no target where nobody has cases', () => {
    for (const of of [proportionFunnel, rateFunnel]) {
      const { units, target, overDispersion: found } = of(new Float64Array(2), new Float64Array(2))
      assert.equal(target, null)
      assert.deepEqual(found, { units: 0, phi: null, betweenVariance: 0 })
      assert.deepEqual(
        units.map((unit) => unit.position),
        ['no-data', 'no-data'],
      )
    }
    assert.deepEqual(proportionFunnel(new Float64Array(), new Float64Array()).units, [])
  })

  it('do not doubt one unit, no events or all events', () => {
    const positions = (events: readonly number[], sizes: readonly number[]) =>
      proportionFunnel(Float64Array.from(events), Float64Array.from(sizes), { widen: true }).units.map(
        (unit) => unit.position,
      )
    assert.deepEqual(positions([4], [9]), ['within'])
    assert.deepEqual(positions([0, 0], [9, 400]), ['within', 'within'])
    assert.deepEqual(positions([9, 400], [9, 400]), ['within', 'within'])
  })

  it('tell alerts from alarms on both sides', () => {
    const events = Float64Array.of(20, 29, 34, 11, 8)
    const { units } = proportionFunnel(events, new Float64Array(5).fill(100), { target: 0.2 })
    assert.deepEqual(
      units.map((unit) => unit.position),
      ['within', 'high-alert', 'high-alarm', 'low-alert', 'low-alarm'],
    )
  })

  it('compare observed with expected about 1', () => {
    const { units, target } = ratioFunnel(Float64Array.of(0, 10, 22), Float64Array.of(0.5, 10, 10))
    assert.equal(target, 1)
    assert.deepEqual(
      units.map((unit) => [unit.value, unit.position]),
      [
        [0, 'within'],
        [1, 'within'],
        [2.2, 'high-alarm'],
      ],
    )
  })

  it('are widened only where units differ more than chance makes them', () => {
    const sizes = new Float64Array(10).fill(200)
    const alike = proportionFunnel(new Float64Array(10).fill(20), sizes, { widen: true })
    assert.deepEqual([alike.isWidened, alike.overDispersion.betweenVariance], [false, 0])
    const unlike = Float64Array.from(sizes, (_, at) => 4 * at)
    const narrow = proportionFunnel(unlike, sizes)
    const wide = proportionFunnel(unlike, sizes, { widen: true })
    assert.ok(wide.isWidened && !narrow.isWidened)
    assert.equal(narrow.units[9]?.position, 'high-alarm')
    assert.equal(wide.units[9]?.position, 'within')
  })

  it('refuse what cannot be, and say where', () => {
    const two = Float64Array.of(10, 10)
    assert.throws(() => proportionFunnel(Float64Array.of(1, -1), two), /events\[1\] is -1/)
    assert.throws(() => proportionFunnel(Float64Array.of(1, Number.NaN), two), /events\[1\] is NaN/)
    assert.throws(() => proportionFunnel(Float64Array.of(1, 11), two), /events\[1\] is 11: more than/)
    assert.throws(
      () => proportionFunnel(Float64Array.of(1, 1), Float64Array.of(2, 2.5)),
      /denominator\[1\] is 2.5/,
    )
    assert.throws(() => ratioFunnel(Float64Array.of(1, 1), Float64Array.of(2, -3)), /exposure\[1\] is -3/)
    assert.throws(() => rateFunnel(Float64Array.of(1, 1), Float64Array.of(2, 0)), /exposure\[1\] is 0/)
    assert.throws(() => rateFunnel(Float64Array.of(1), two), /exposure has 2/)
    assert.throws(() => proportionLimits(1.2, 5), /target is 1.2/)
    assert.throws(() => proportionLimits(0.2, 0), /denominator is 0/)
    assert.throws(() => ratioLimits(-1, 5), /target is -1/)
    assert.throws(() => ratioLimits(1, 0), /exposure is 0/)
    assert.throws(() => overDispersion(Float64Array.of(Number.NaN), Float64Array.of(1)), /scores\[0\] is NaN/)
    assert.throws(() => overDispersion(Float64Array.of(1), Float64Array.of(0)), /standardErrors\[0\] is 0/)
    assert.throws(() => overDispersion(Float64Array.of(1), Float64Array.of(1), 0.5), /winsorised is 0.5/)
    assert.throws(() => overDispersion(Float64Array.of(1), new Float64Array()), /1 scores but 0/)
  })
})

describe('control limits, whatever the size', () => {
  const target = fc.double({ min: 0.001, max: 0.999, noNaN: true })
  const size = fc.integer({ min: 1, max: 20_000 })
  const variance = fc.double({ min: 0.0001, max: 0.05, noNaN: true })

  it('lie in order and within the scale', () => {
    fc.assert(
      fc.property(target, size, fc.option(variance, { nil: 0 }), (p, n, between) => {
        for (const limits of [
          proportionLimits(p, n, { variance: between }),
          ratioLimits(p, n, { variance: between }),
        ]) {
          const { low998, low95, high95, high998 } = limits
          assert.ok(0 <= low998 && low998 <= low95 && low95 <= high95 && high95 <= high998)
        }
        assert.ok(proportionLimits(p, n).high998 <= 1)
      }),
    )
  })

  it('leave beyond them no more than they say, and would with one count fewer', () => {
    fc.assert(
      fc.property(target, size, (p, n) => {
        const { low998, high95 } = proportionLimits(p, n)
        // the first counts that lie beyond
        const low = Math.ceil(low998 * n - 1e-9) - 1
        const high = Math.floor(high95 * n + 1e-9) + 1
        assert.ok(binomialCdf(low, n, p) <= 0.001 + 1e-9 && binomialCdf(low + 1, n, p) >= 0.001 - 1e-9)
        assert.ok(
          binomialUpper(high - 1, n, p) <= 0.025 + 1e-9 && binomialUpper(high - 2, n, p) >= 0.025 - 1e-9,
        )
      }),
    )
  })

  it('mirror: the funnel of events is that of their absence upside down', () => {
    fc.assert(
      fc.property(target, size, (p, n) => {
        const events = proportionLimits(p, n)
        const absence = proportionLimits(1 - p, n)
        assert.ok(Math.abs(events.high95 - (1 - absence.low95)) < 1e-7)
        assert.ok(Math.abs(events.low998 - (1 - absence.high998)) < 1e-7)
      }),
    )
  })

  it('find no variance between units where there is one, or none', () => {
    assert.deepEqual(overDispersion(new Float64Array(), new Float64Array()), {
      units: 0,
      phi: null,
      betweenVariance: 0,
    })
    assert.deepEqual(overDispersion(Float64Array.of(2), Float64Array.of(0.5)), {
      units: 1,
      phi: 4,
      betweenVariance: 0,
    })
  })

  it('spread with the variance between units', () => {
    fc.assert(
      fc.property(target, size, variance, (p, n, between) => {
        const one = ratioLimits(p, n, { variance: between })
        const more = ratioLimits(p, n, { variance: 2 * between })
        assert.ok(more.high998 > one.high998 && more.low998 <= one.low998)
      }),
    )
  })
})
