/** Survival at fixed times, restricted mean and follow-up by group, as a figure says them: R's numbers, and the gate's. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure, TableCell } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { fixedTimes } from '#core/registry/figure/survival-times.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { fromR } from '../statistics/agreement.ts'
import { around, type Row, randomRows, vectorsOf } from './random-rows.ts'
import { rowsOfR, sites } from './rows-of-r.ts'

interface Answer {
  readonly groups: readonly Readonly<
    Record<'survival' | 'lower' | 'upper' | 'restrictedMean' | 'followUp', readonly (number | null)[]>
  >[]
}

function figureOf(more: object, rows: readonly Row[]): ReleasedFigure {
  const spec = figureSpecSchema.parse({
    ...{ kind: 'survival', endpoint: endpointNamed('overall-survival')?.endpoint },
    ...{ interval: 'log-log', months: 24, cohort: { conditions: [] } },
    ...more,
  })
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
}

describe('the tables beside survival curves', () => {
  const rows = rowsOfR()

  it('say what R says, group by group', () => {
    const [atTimes, inMonths] = figureOf({ by: 'icd10' }, rows).further
    const percent = (share: number | null | undefined) => ((share ?? Number.NaN) * 100).toFixed(1)
    const months = (value: number | null | undefined) => value?.toFixed(1) ?? 'not reached'
    const interval = ([value, lower, upper]: readonly (number | null)[]) =>
      `${months(value)} (${months(lower)} to ${months(upper)})`
    assert.deepEqual(
      atTimes?.columns.map(({ heading }) => heading),
      ['Group', 'At 6 months, %', 'At 12 months, %', 'At 24 months, %'],
    )
    const { groups } = fromR<Answer>('survival-figure.json')
    const rowsOf = (group: number) => {
      const code = sites[group] as string
      const own = [atTimes, inMonths].map((table) =>
        table?.rows.find(([name]) => String(name).includes(code)),
      )
      return own.map((row) => row?.slice(1))
    }
    groups.forEach(({ survival, lower, upper, restrictedMean, followUp }, group) => {
      assert.deepEqual(
        rowsOf(group)[0],
        survival.map((share, at) => `${percent(share)} (${percent(lower[at])} to ${percent(upper[at])})`),
      )
      assert.deepEqual(rowsOf(group)[1], [interval(restrictedMean), interval(followUp)])
    })
  })

  it('say nothing of times to which nobody was followed', () => {
    const [atTimes, inMonths] = figureOf({ months: 60 }, rows).further
    assert.match(String(atTimes?.rows[0]?.at(-2)), /^\d/)
    assert.equal(atTimes?.rows[0]?.at(-1), 'not followed so long')
    assert.equal(inMonths?.rows[0]?.[1], 'not followed so long')
    assert.deepEqual(figureOf({}, []).further, [])
  })

  it('have no interval of one who died', () => {
    const [one] = rows.filter(({ daysToDeath }) => Number(daysToDeath) > 200)
    const [atTimes, inMonths] = figureOf({}, one ? [one] : []).further
    assert.equal(atTimes?.rows[0]?.[1], '100.0')
    assert.match(String(inMonths?.rows[0]?.[1]), /^\d+\.\d$/)
  })

  it('are read below national level off the steps that are drawn, and nothing else', () => {
    const cohort = { conditions: [{ column: 'region', is: 'one-of', values: ['North West'] }] }
    const figure = figureOf({ months: 36, cohort, by: 'childPugh' }, randomRows(3000, 7))
    assert.equal(figure.chart.draws, 'curves')
    if (figure.chart.draws !== 'curves') return
    const [atTimes, inMonths] = figure.further
    const { curves } = figure.chart
    for (const [name, ...cells] of atTimes?.rows ?? []) {
      const steps = curves.find((curve) => curve.name === name)?.steps ?? []
      const drawn = [6, 12, 24, 36].map((month): TableCell => {
        const step = steps.find((each) => each.month === month)
        return step ? (step.value * 100).toFixed(0) : '*'
      })
      assert.deepEqual(cells, drawn)
    }
    assert.deepEqual(
      inMonths?.columns.map(({ heading }) => heading),
      ['Group', 'Mean within 36 months, in steps'],
    )
    for (const [name, mean] of inMonths?.rows ?? []) {
      const isWhole = curves.find((curve) => curve.name === name)?.steps.at(-1)?.month === 36
      assert.match(String(mean), isWhole ? /^\d+$/ : /^\*$/)
    }
  })

  it('are at half a year, one, two, three, five and ten years, as far as the axis goes', () => {
    assert.deepEqual(fixedTimes(60), [6, 12, 24, 36, 60])
    assert.deepEqual(fixedTimes(7), [6])
    assert.deepEqual(fixedTimes(3), [3])
  })
})
