/** A forest says by column whether its hazard ratios stay the same over time: R's numbers, and what failing means. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { pWords } from '#core/registry/figure/words.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { fromR } from '../statistics/agreement.ts'
import { around, type Row, randomRows, vectorsOf } from './random-rows.ts'
import { rowsOfR } from './rows-of-r.ts'

const survival = endpointNamed('overall-survival')?.endpoint

function figureOf(asked: object, rows: readonly Row[]): ReleasedFigure {
  const spec = figureSpecSchema.parse({ cohort: { conditions: [] }, endpoint: survival, ...asked })
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
}

/** Women die early, men late: the hazards cross. */
const crossing = randomRows(600, 5).map((row, at): Row => {
  const day = row.sex === 'female' ? 1 + (at % 200) : 150 + (at % 300)
  return { ...row, patient: `p${at}`, patientRow: at, daysToDeath: day, daysToLastSeen: day }
})

describe('the check of proportional hazards', () => {
  it('says what R says, by column and in all', () => {
    const [table] = figureOf({ kind: 'forest', columns: ['icd10', 'childPugh'] }, rowsOfR()).further
    const { statistic, degrees, p } = fromR<{ readonly check: Record<string, readonly number[]> }>(
      'survival-figure.json',
    ).check
    assert.deepEqual(
      table?.rows.map((row) => row.slice(1, 4)),
      statistic?.map((each, at) => [each.toFixed(2), degrees?.[at], pWords(p?.[at] ?? Number.NaN)]),
    )
    assert.equal(table?.rows.at(-1)?.[0], 'All columns together')
    assert.ok(table?.rows.every((row) => row[4] === 'No sign that it changes'))
  })

  it('says in words what it means where it fails', () => {
    const figure = figureOf({ kind: 'forest', columns: ['sex'] }, crossing)
    assert.match(
      figure.reading?.[0] ?? '',
      /^The hazard ratio of Sex changes over time\. A ratio that changes/,
    )
    assert.match(String(figure.further[0]?.rows[0]?.[4]), /^Changes over time/)
    assert.ok(figure.notes.some((words) => words.startsWith('Proportional hazards by the score test')))
  })

  it('stands beside the hazard ratios of curves', () => {
    const { notes } = figureOf({ kind: 'survival', by: 'sex', interval: 'log-log', months: 12 }, crossing)
    assert.ok(notes.some((words) => /^The hazard ratios change over time \(p = 0\.0\d+\)/.test(words)))
  })

  it('is not there for odds, and says so where events came at one time only', () => {
    const odds = endpointNamed('mortality-30')?.endpoint
    const shares = figureOf({ kind: 'forest', columns: ['childPugh'], endpoint: odds }, randomRows(3000, 7))
    assert.deepEqual([shares.further, shares.reading], [[], undefined])
    const once = crossing.map(
      (row, at): Row => ({
        ...row,
        ...{ daysToDeath: at % 3 === 0 ? 50 : null, daysToLastSeen: at % 3 === 0 ? 50 : 90 },
      }),
    )
    const figure = figureOf({ kind: 'forest', columns: ['sex'] }, once)
    assert.deepEqual(figure.further, [])
    assert.ok(figure.notes.some((words) => /could not be tested/.test(words)))
  })
})
