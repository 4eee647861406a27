/** A funnel adjusted for case-mix: the model and the adjusted shares of R, what is refused, and what others are not told. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure, Table } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { columns, fromR } from '#test/statistics/agreement.ts'
import { around, organisations, type Row, randomRows, vectorsOf } from './random-rows.ts'

interface Answer {
  readonly coefficients: Readonly<Record<string, { readonly estimate: number; readonly ratio: string }>>
  readonly cStatistic: number
  readonly units: readonly {
    readonly observed: number
    readonly expected: number
    readonly ratio: readonly [number, number, number]
    readonly adjusted: readonly [number, number, number]
  }[]
}

/** The rows that R read, as treatments: `counted` of the column's values is the event. */
function rowsOf(outcome: string): readonly Row[] {
  const column = columns('case-mix.csv')
  const [unit, age, male, ecog] = ['unit', 'age', 'male', 'ecog'].map(column)
  return Array.from(column(outcome), (value, at) => ({
    treatment: `t${at}`,
    organisation: organisations[unit?.[at] as number]?.code ?? '',
    age: age?.[at] as number,
    sex: male?.[at] === 1 ? 'male' : 'female',
    ecog: String(ecog?.[at]),
    startedOn: 19_000,
    died30: value,
    technicalSuccess: value,
  }))
}

const shown = (
  rows: readonly Row[],
  id: string,
  audience: Parameters<typeof release>[1],
  adjustedFor: readonly string[] = ['age', 'sex', 'ecog'],
): ReleasedFigure => {
  const spec = figureSpecSchema.parse({
    ...{ kind: 'funnel', cohort: { conditions: [] }, adjustedFor },
    endpoint: endpointNamed(id)?.endpoint,
  })
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), audience)
}
const service = (at: number) => ({ who: 'service', organisation: organisations[at]?.code ?? '' }) as const
const named = (figure: ReleasedFigure, caption: RegExp): Table => {
  const found = figure.further.find((table) => caption.test(table.caption))
  assert.ok(found, `${caption} among ${figure.further.map((table) => table.caption).join('; ')}`)
  return found
}
const cells = (table: Table) => new Map(table.rows.map((row) => [String(row[0]), row.slice(1)]))
const percent = (share: number) => `${(share * 100).toFixed(1)}%`

describe('a funnel adjusted for case mix beside R', () => {
  const answers = fromR<Readonly<Record<'died' | 'success', Answer>>>('case-mix.json')
  for (const [outcome, id] of [
    ['died', 'mortality-30'],
    ['success', 'technical-success'],
  ] as const) {
    const answer = answers[outcome]
    const rows = rowsOf(outcome)
    it(`${outcome}: the coefficients of glm, as they are shown`, () => {
      const model = cells(named(shown(rows, id, service(0)), /^The model/))
      for (const [name, { estimate, ratio }] of Object.entries(answer.coefficients)) {
        assert.equal(model.get(name)?.[1], estimate.toFixed(3), name)
        if (name !== 'Intercept') assert.equal(model.get(name)?.[0], ratio, name)
      }
      assert.equal(
        [...model.values()].filter(([ratio]) => ratio !== '1 (reference)').length,
        Object.keys(answer.coefficients).length,
      )
    })
    it(`${outcome}: each service’s expected number, ratio and adjusted share with its exact interval`, () => {
      answer.units.forEach((unit, at) => {
        const own = cells(named(shown(rows, id, service(at)), /observed beside expected/))
        const which = outcome === 'died' ? 'with it' : 'without it'
        assert.deepEqual(own.get(`Observed ${which}`), [unit.observed])
        assert.deepEqual(own.get(`Expected ${which}, of its case mix`), [unit.expected.toFixed(1)])
        const [ratio, lower, upper] = unit.ratio.map((value) => value.toFixed(2))
        assert.deepEqual(own.get('Observed to expected (95% interval)'), [`${ratio} (${lower} to ${upper})`])
        const [share, low, high] = unit.adjusted.map(percent)
        assert.deepEqual(own.get('Adjusted for case mix (95% interval)'), [`${share} (${low} to ${high})`])
      })
    })
    it(`${outcome}: the c-statistic, said in words`, () => {
      const words = shown(rows, id, service(0)).notes.join(' ')
      assert.match(words, new RegExp(`C-statistic ${answer.cStatistic.toFixed(2)}:`))
    })
  }
})

describe('a funnel that cannot be adjusted', () => {
  it('says how many events are there and how many are needed, and shows services as they are', () => {
    const rows = randomRows(900, 5, 1)
    const figure = shown(rows, 'mortality-30', service(0), ['age', 'sex', 'childPugh'])
    assert.match(
      figure.reading?.[0] ?? '',
      /^Not adjusted for case mix, shown as they are: \d+ of \d+ had it, /,
    )
    assert.doesNotMatch(figure.finding, /adjusted/)
    assert.ok(figure.further.every(({ caption }) => !/model|Calibration/.test(caption)))
    const plain = shown(rows, 'mortality-30', service(0), [])
    assert.deepEqual(figure.chart, plain.chart)
    assert.deepEqual(figure.table, plain.table)
  })
  it('needs ten events for each parameter, no fewer', () => {
    const of = (events: number) =>
      Array.from(
        { length: 400 },
        (_, at): Row => ({
          ...{ organisation: organisations[at % 2]?.code ?? '', startedOn: 19_000 },
          ...{ sex: at % 4 < 2 ? 'male' : 'female', ecog: at % 8 < 4 ? '0' : '1' },
          died30: at < events ? 1 : 0,
        }),
      )
    assert.match(shown(of(40), 'mortality-30', service(0), ['sex', 'ecog']).finding, /adjusted for case mix/)
    const few = shown(of(19), 'mortality-30', service(0), ['sex', 'ecog'])
    assert.match(few.reading?.[0] ?? '', /19 of 400 had it/)
  })
})

describe('what an adjusted funnel tells of others', () => {
  const rows = randomRows(4000, 11, 1).map((row, at) => ({
    ...row,
    ecog: String(at % 3),
    died30: row.died30 === null ? null : at % 4 === 0 || row.died30 === 1 ? 1 : 0,
  }))
  it('names one’s own service alone, and the public sees no name at all', () => {
    const own = shown(rows, 'mortality-30', service(0))
    assert.equal(own.chart.draws, 'funnel')
    if (own.chart.draws !== 'funnel') return
    assert.deepEqual(
      own.chart.points.filter(({ name }) => name !== null).map(({ name }) => name),
      [organisations[0]?.name],
    )
    const { chart, further } = shown(rows, 'mortality-30', { who: 'public' })
    assert.ok(chart.draws === 'funnel' && chart.points.every(({ name }) => name === null))
    assert.ok(further.every(({ caption }) => /^The model|^Calibration/.test(caption)))
  })
  it('is drawn from the same withheld counts as the funnel as it is', () => {
    const [adjusted, plain] = [undefined, []].map((by) => shown(rows, 'mortality-30', { who: 'public' }, by))
    assert.ok(adjusted?.chart.draws === 'funnel' && plain?.chart.draws === 'funnel')
    assert.equal(adjusted.chart.points.length, plain.chart.points.length)
    const bars = ({ points }: { points: readonly { low: number; high: number }[] }) =>
      points.filter(({ low, high }) => low !== high).length
    assert.equal(bars(adjusted.chart), bars(plain.chart))
  })
  it('leaves no model where a place is asked for', () => {
    const spec = figureSpecSchema.parse({
      ...{ kind: 'funnel', adjustedFor: ['age'], endpoint: endpointNamed('mortality-30')?.endpoint },
      cohort: { conditions: [{ column: 'region', is: 'one-of', values: ['London'] }] },
    })
    const figure = release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
    assert.equal(figure.policy.id, 'refused')
    assert.deepEqual(figure.further, [])
  })
})
