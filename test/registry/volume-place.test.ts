/** Volume of one region or nation: of that place alone, beside the United Kingdom, with its own denominators. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { release } from '#core/registry/disclosure/release.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import type { FigureSpec } from '#core/registry/figure-spec.ts'
import { around, randomRows, rowsIn, vectorsOf } from './random-rows.ts'

const rows = randomRows(3000, 11, 1)
function volumeIn(column: 'region' | 'nation', value: string) {
  const spec: FigureSpec = {
    kind: 'volume',
    cohort: { conditions: [{ column, is: 'one-of', values: [value] }] },
  }
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
}
const placesOf = ({ table }: ReturnType<typeof volumeIn>) => [
  ...new Set(table.rows.map(([place]) => String(place))),
]
const near = (shown: unknown, value: number) => Math.abs(Number(shown) - value) <= 2

describe('volume of one place', () => {
  it('of a nation is that nation, its regions and the United Kingdom', () => {
    const figure = volumeIn('nation', 'Wales')
    assert.deepEqual(placesOf(figure), ['Wales', 'South East Wales', 'North Wales', 'United Kingdom'])
    const real = rowsIn(rows, {
      conditions: [{ column: 'nation', is: 'one-of', values: ['Wales'] }],
    }).length
    assert.ok(near(figure.denominators.inCohort, real), `${figure.denominators.inCohort} for ${real}`)
    assert.match(figure.finding, /^Wales: [\d.]+ treatments a year per million people; the United Kingdom: /)
  })
  it('of a region has the denominators of that region', () => {
    const figure = volumeIn('region', 'London')
    assert.deepEqual(placesOf(figure), ['London', 'United Kingdom'])
    assert.ok(near(figure.denominators.inCohort, rows.filter(({ region }) => region === 'London').length))
    assert.match(figure.finding, /^London: /)
  })
  it('of Northern Ireland, a nation and a region, is the same either way', () => {
    const nation = volumeIn('nation', 'Northern Ireland')
    assert.deepEqual(nation.table, volumeIn('region', 'Northern Ireland').table)
  })
  it('of a place that nobody knows is not that of all', () => {
    const figure = volumeIn('nation', 'Atlantis')
    assert.deepEqual(placesOf(figure), ['United Kingdom'])
    assert.equal(figure.denominators.inCohort, 0)
    assert.match(figure.finding, /not known/)
  })
  it('of a region without a service says so', () => {
    const spec: FigureSpec = {
      kind: 'volume',
      cohort: { conditions: [{ column: 'region', is: 'one-of', values: ['London'] }] },
    }
    const elsewhere = rows.filter(({ region }) => region !== 'London')
    const { finding } = release(computeFigure(spec, vectorsOf(elsewhere, neededFor(spec)), around), {
      who: 'public',
    })
    assert.match(finding, /^London: no service takes part; the United Kingdom: \d/)
  })
})
