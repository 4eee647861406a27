/** Funnels, CUSUM, VLAD and run charts give what their formulas, written down in R, give. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { riskAdjustedCusum } from '#core/statistics/cusum.ts'
import { cusumRunLength } from '#core/statistics/cusum-run-length.ts'
import { type Funnel, proportionFunnel, rateFunnel, ratioFunnel } from '#core/statistics/funnel.ts'
import { type Limits, proportionLimits, ratioLimits } from '#core/statistics/funnel-limits.ts'
import { runChart } from '#core/statistics/run-chart.ts'
import { variableLifeAdjustedDisplay } from '#core/statistics/vlad.ts'
import { agrees, allAgree, columns, fromR } from './agreement.ts'

interface FunnelAnswer {
  readonly target: number
  readonly phi: number
  readonly betweenVariance: number
  readonly exact: readonly (readonly number[])[]
  readonly widened: readonly (readonly number[])[]
}

type Ends = Readonly<Record<'few' | 'none' | 'every' | 'large' | 'rare' | 'many', readonly number[]>>
type Funnels = Readonly<Record<'proportions' | 'ratios' | 'rates', FunnelAnswer>> & { readonly ends: Ends }

interface Monitoring {
  readonly cusums: readonly {
    readonly oddsRatio: number
    readonly threshold: number
    readonly values: readonly number[]
    readonly signals: readonly number[]
  }[]
  readonly runLengths: readonly {
    readonly oddsRatio: number
    readonly threshold: number
    readonly actual: number
    readonly steps: number
    readonly length: number
  }[]
  readonly vlad: { readonly values: readonly number[]; readonly margin: readonly number[] }
  readonly runCharts: readonly {
    readonly median: number
    readonly useful: number
    readonly longestRun: number
    readonly longestRunByChance: number
    readonly crossings: number
    readonly fewestCrossingsByChance: number
    readonly shifts: readonly number[]
  }[]
}

const funnels = fromR<Funnels>('funnel.json')
const monitoring = fromR<Monitoring>('monitoring.json')
const units = columns('units.csv')
const monitor = columns('monitor.csv')
const series = { expected: monitor('expected'), event: Uint8Array.from(monitor('outcome')) }

describe('funnels beside R', () => {
  const cases = {
    proportions: (widen: boolean) => proportionFunnel(units('events'), units('denominator'), { widen }),
    ratios: (widen: boolean) => ratioFunnel(units('events'), units('expected'), { widen }),
    rates: (widen: boolean) => rateFunnel(units('events'), units('population'), { widen }),
  }
  for (const name of ['proportions', 'ratios', 'rates'] as const) {
    it(`of ${name}, exact and widened`, () => {
      const answer = funnels[name]
      const exact = cases[name](false)
      const widened = cases[name](true)
      assert.ok(answer.betweenVariance > 0 && widened.isWidened && !exact.isWidened)
      allAgree(
        [exact.target ?? 0, exact.overDispersion.phi ?? 0, exact.overDispersion.betweenVariance],
        [answer.target, answer.phi, answer.betweenVariance],
        'dispersion',
      )
      compare(exact, answer.exact)
      compare(widened, answer.widened)
    })
  }

  it('limits at the ends', () => {
    const { ends } = funnels
    allAgree(inOrder(proportionLimits(0.02, 3)), ends.few, 'few')
    allAgree(inOrder(proportionLimits(0, 10)), ends.none, 'none')
    allAgree(inOrder(proportionLimits(1, 10)), ends.every, 'every')
    allAgree(inOrder(proportionLimits(0.3, 200_000)), ends.large, 'large')
    allAgree(inOrder(ratioLimits(1, 0.01)), ends.rare, 'rare')
    allAgree(inOrder(ratioLimits(1, 300_000)), ends.many, 'many')
  })
})

describe('monitoring beside R', () => {
  it('the risk-adjusted CUSUM', () => {
    for (const { oddsRatio, threshold, values, signals } of monitoring.cusums) {
      const ours = riskAdjustedCusum(series, { oddsRatio, threshold })
      assert.ok(values.length === 250)
      for (const [at, value] of values.entries()) {
        assert.ok(Math.abs((ours.values[at] ?? 9) - value) < 1e-12 * Math.max(1, value), `value ${at}`)
      }
      assert.deepEqual(ours.signals, signals)
    }
    assert.ok((monitoring.cusums[0]?.signals.length ?? 0) > 0)
  })

  it('its average run length', () => {
    for (const { length, ...options } of monitoring.runLengths) {
      agrees(cusumRunLength(series.expected, options), length, JSON.stringify(options))
    }
  })

  it('the variable life-adjusted display', () => {
    const ours = variableLifeAdjustedDisplay(series)
    for (const [at, value] of monitoring.vlad.values.entries()) {
      assert.ok(
        Math.abs((ours.values[at] ?? 9) - value) < 1e-12 * Math.max(1, Math.abs(value)),
        `value ${at}`,
      )
    }
    allAgree(ours.margin, monitoring.vlad.margin, 'margin')
  })

  it('the run chart', () => {
    const waits = columns('waits.csv')('value')
    const whole = runChart(waits)
    let sum = 0
    const drift = waits.map((value) => {
      sum += value - (whole.median ?? 0)
      return sum
    })
    for (const [at, chart] of [whole, runChart(waits.slice(0, 24)), runChart(drift)].entries()) {
      const answer = monitoring.runCharts[at]
      assert.ok(answer)
      const { shifts, median, ...counts } = answer
      agrees(chart.median ?? 0, median, 'median')
      for (const [key, value] of Object.entries(counts)) assert.equal(chart[key as 'useful'], value, key)
      assert.deepEqual(
        chart.shifts.map((shift) => shift.length),
        shifts,
      )
    }
  })
})

function compare(funnel: Funnel, limits: readonly (readonly number[])[]): void {
  for (const [at, answer] of limits.entries()) {
    const ours = funnel.units[at]?.limits
    assert.ok(ours)
    allAgree(inOrder(ours), answer, `unit ${at}`)
  }
}

function inOrder({ low998, low95, high95, high998 }: Limits): readonly number[] {
  return [low998, low95, high95, high998]
}
