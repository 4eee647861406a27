/** Figures of the registry: what each says of invented rows, through the gate. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import type { Audience } from '#core/registry/disclosure.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { figureDigest } from '#core/registry/figure/digest.ts'
import type { ReleasedFigure } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { type FigureSpec, figureSpecSchema } from '#core/registry/figure-spec.ts'
import { around, randomRows, vectorsOf } from './random-rows.ts'

const rows = randomRows(3000, 7)
const everyone = { conditions: [] }
const own = { conditions: [{ column: 'organisation', is: 'one-of', values: ['Z00'] }] }
const inNorthWest = { conditions: [{ column: 'region', is: 'one-of', values: ['North West'] }] }

function figureOf(asked: unknown, audience: Audience = { who: 'public' }, of = rows): ReleasedFigure {
  const spec: FigureSpec = figureSpecSchema.parse(asked)
  return release(computeFigure(spec, vectorsOf(of, neededFor(spec)), around), audience)
}
const survival = {
  kind: 'survival',
  endpoint: endpointNamed('overall-survival')?.endpoint,
  interval: 'log-log',
  months: 36,
}
const severe = endpointNamed('mortality-30')?.endpoint

describe('a share of deaths', () => {
  const mortality = { kind: 'proportion', cohort: everyone, endpoint: severe }
  it('has the Kaplan-Meier estimate beside it while fewer than 90% are known', () => {
    const unknown = rows.map((row, at) => (at % 3 === 0 && row.died30 === 0 ? { ...row, died30: null } : row))
    const { notes } = figureOf(mortality, { who: 'public' }, unknown)
    assert.ok(
      notes.some((words) => /Kaplan-Meier estimates \d+\.\d% \(95% interval .* by day 30/.test(words)),
    )
  })
  it('has none below national level, where single deaths could be told by it', () => {
    const unknown = rows.map((row, at) => (at % 3 === 0 && row.died30 === 0 ? { ...row, died30: null } : row))
    const { notes } = figureOf({ ...mortality, cohort: inNorthWest }, { who: 'public' }, unknown)
    assert.ok(!notes.some((words) => /Kaplan-Meier/.test(words)))
  })
})

describe('a survival figure', () => {
  it('says medians, test and hazard ratios at national level', () => {
    const figure = figureOf({ ...survival, cohort: everyone, by: 'childPugh' })
    assert.match(
      figure.finding,
      /^Median overall survival runs from [\d.]+ months \(Child-Pugh class C\) to [\d.]+ \(Child-Pugh class A\) \(log-rank p below 0.001\)$/,
    )
    assert.equal(figure.policy.id, 'national')
    assert.equal(figure.withheld, false)
    assert.equal(figure.chart.draws, 'curves')
    assert.match(String(figure.table.rows[1]?.[4]), /^\d\.\d\d \(\d\.\d\d to \d\.\d\d\)$/)
    assert.ok(figure.completeness.some((words) => /Median follow-up [\d.]+ months/.test(words)))
    if (figure.chart.draws === 'curves') assert.ok(figure.chart.curves[0]?.ticks.length)
  })
  it('runs in rounded steps below national level, without intervals and ticks', () => {
    const { chart, policy } = figureOf({ ...survival, cohort: inNorthWest })
    assert.match(policy.id, /^below-national/)
    assert.equal(chart.draws, 'curves')
    if (chart.draws !== 'curves') return
    for (const { steps, ticks, atRisk } of chart.curves) {
      assert.equal(ticks.length, 0)
      for (const { value, lower } of steps) {
        assert.equal(lower, null)
        assert.ok(Math.abs(value * 20 - Math.round(value * 20)) < 1e-6 || value < 1)
      }
      for (const risk of atRisk) assert.ok(risk === '*' || risk % 5 === 0)
    }
  })
  it('shows a service its own numbers as they are, and nobody else’s', () => {
    const mine = figureOf({ ...survival, cohort: own }, { who: 'service', organisation: 'Z00' })
    assert.equal(mine.policy.id, 'own')
    const theirs = figureOf({ ...survival, cohort: own }, { who: 'service', organisation: 'Z01' })
    assert.equal(theirs.chart.draws, 'nothing')
    assert.equal(theirs.denominators.inCohort, '*')
    assert.equal(figureOf({ ...survival, cohort: own }).policy.id, 'refused')
    assert.equal(figureOf({ ...survival, cohort: everyone, by: 'organisation' }).policy.id, 'refused')
  })
  it('shows CIRT beside it where it asks the same', () => {
    const cohort = {
      conditions: [
        { column: 'procedure', is: 'one-of', values: ['selective-internal-radiation-therapy'] },
        { column: 'icd10', is: 'one-of', values: ['C18'] },
      ],
    }
    assert.deepEqual(
      figureOf({ ...survival, cohort }).comparators.map(({ id }) => id),
      ['cirt-crc', 'cte-os'],
    )
    assert.deepEqual(figureOf({ ...survival, cohort: everyone }).comparators, [])
  })
  it('draws nothing, and says so, of a cohort without anybody', () => {
    const figure = figureOf({ ...survival, cohort: everyone }, { who: 'public' }, [])
    assert.equal(figure.chart.draws, 'nothing')
  })
})

describe('the other figures', () => {
  const local = endpointNamed('local-progression')?.endpoint
  const all = [
    { kind: 'incidence', endpoint: local, months: 24, cohort: everyone, by: 'childPugh' },
    { kind: 'proportion', endpoint: severe, cohort: everyone, by: 'age' },
    { kind: 'proportion', endpoint: severe, cohort: everyone, by: 'region' },
    { kind: 'forest', endpoint: survival.endpoint, cohort: everyone, columns: ['childPugh', 'age', 'sex'] },
    { kind: 'forest', endpoint: severe, cohort: everyone, columns: ['childPugh', 'largestTumour'] },
    { kind: 'swimmer', cohort: everyone },
    { kind: 'waterfall', cohort: everyone },
    { kind: 'funnel', endpoint: severe, cohort: everyone, adjustedFor: [] },
    { kind: 'funnel', endpoint: severe, cohort: everyone, adjustedFor: ['age', 'sex'] },
    { kind: 'run', endpoint: severe, cohort: everyone },
    { kind: 'cusum', endpoint: severe, cohort: everyone, oddsRatio: 2 },
    { kind: 'volume', cohort: everyone },
    { kind: 'declared-observed', cohort: everyone, edition: 'uk-2026' },
  ]
  for (const spec of all) {
    it(`${spec.kind}${'by' in spec ? ` by ${spec.by}` : ''} has a finding, a picture and a table`, () => {
      const figure = figureOf(spec)
      assert.notEqual(figure.chart.draws, 'nothing', JSON.stringify(figure.chart))
      assert.ok(figure.table.rows.length > 0)
      assert.ok(figure.finding.length > 10 && !/NaN|undefined|null/.test(JSON.stringify(figure.finding)))
      assert.doesNotMatch(JSON.stringify(figure.table), /NaN|undefined/)
      assert.equal(figureDigest(figure, 'abc'), figureDigest(JSON.parse(JSON.stringify(figure)), 'abc'))
    })
  }
  it('has no rate where the snapshot knows no population, and says so', () => {
    const spec: FigureSpec = { kind: 'volume', cohort: everyone }
    const nowhere = { ...around, population: [] }
    const figure = release(computeFigure(spec, vectorsOf(randomRows(200, 3), neededFor(spec)), nowhere), {
      who: 'public',
    })
    assert.deepEqual(figure.table.rows[0]?.slice(0, 2), ['United Kingdom', 'All'])
    assert.equal(figure.table.rows[0]?.at(-1), 'Population not known')
  })
})
