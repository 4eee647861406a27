/**
 * A place of which one organisation alone is in the registry: what is shown of it would be that organisation's, so
 * nothing is, nor does it follow from what is shown of the others.
 */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loneAmong, widthFor } from '#core/registry/disclosure/lone.ts'
import { release, releaseAreas } from '#core/registry/disclosure/release.ts'
import type { Audience } from '#core/registry/disclosure.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { Shown } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { Knowledge } from './attacker.ts'
import { organisations, type Row, randomRows, regions, around as usual, vectorsOf } from './random-rows.ts'

/** One of the two organisations of these has nothing in the registry. */
const alone = ['South West', 'East of Scotland', 'Northern Ireland']
const isIn = ({ code, region }: { readonly code: string; readonly region: string }) =>
  !(alone.includes(region) && code.endsWith('1'))
const taking = organisations.filter(isIn)
const codes = new Set(taking.map(({ code }) => code))
const around = { ...usual, lone: loneAmong(taking) }
const rowsOf = (seed: number): readonly Row[] =>
  randomRows(4000, seed, 1).filter(({ organisation }) => codes.has(String(organisation)))

const everybody: Audience = { who: 'public' }
const figureOf = (rows: readonly Row[], asked: object, audience: Audience = everybody) => {
  const spec = figureSpecSchema.parse(asked)
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), audience)
}
const oneOf = (column: string, value: string) => ({ column, is: 'one-of', values: [value] })
const endpoint = endpointNamed('mortality-30')?.endpoint
const kinds: Readonly<Record<string, object>> = {
  proportion: { kind: 'proportion', endpoint: { ...endpoint, unit: 'treatment', dueAfterDays: 0 } },
  survival: {
    ...{ kind: 'survival', interval: 'log-log', months: 36 },
    endpoint: endpointNamed('overall-survival')?.endpoint,
  },
  volume: { kind: 'volume' },
}

describe('a place of one organisation', () => {
  it('is known from who takes part, as a region and as a nation', () => {
    assert.deepEqual([...around.lone.regions].sort(), [...alone].sort())
    assert.deepEqual([...around.lone.nations], ['Northern Ireland'])
  })

  for (const [name, kind] of Object.entries(kinds)) {
    it(`has no figure of its own: ${name}`, () => {
      const rows = rowsOf(3)
      for (const region of alone) {
        const figure = figureOf(rows, { ...kind, cohort: { conditions: [oneOf('region', region)] } })
        assert.equal(figure.policy.id, 'refused')
        assert.match(figure.policy.words, /one service alone is in the registry/)
        assert.deepEqual(figure.table.rows, [])
      }
      for (const column of ['region', 'nation']) {
        const value = column === 'region' ? 'London' : 'Scotland'
        const figure = figureOf(rows, { ...kind, cohort: { conditions: [oneOf(column, value)] } })
        assert.notEqual(figure.policy.id, 'refused', value)
      }
      const nation = figureOf(rows, {
        ...kind,
        cohort: { conditions: [oneOf('nation', 'Northern Ireland')] },
      })
      assert.equal(nation.policy.id, 'refused')
    })
  }

  it('is starred in every list of places, though its counts are large', () => {
    const rows = rowsOf(5)
    for (const by of ['region', 'nation']) {
      const { table } = figureOf(rows, { ...kinds.proportion, cohort: { conditions: [] }, by })
      for (const [place, ...cells] of table.rows)
        if (alone.includes(String(place)))
          assert.ok(
            cells.every((cell) => cell === '*' || cell === null),
            `${place}: ${cells}`,
          )
      assert.ok(table.rows.some(([, due]) => typeof due === 'number' && due > 100))
    }
    const { table } = figureOf(rows, { ...kinds.volume, cohort: { conditions: [] } })
    for (const [place, , count] of table.rows) if (alone.includes(String(place))) assert.equal(count, '*')
  })

  it('takes no more places with it than it needs', () => {
    const value = (name: string) => (alone.includes(name) ? 200 : 300 + name.length)
    const shown = releaseAreas(
      regions.map(([area, nation]) => ({ area, nation, value: value(area) })),
      around.lone,
    )
    // One neighbour each in England and Scotland, from whose numbers it would follow.
    assert.deepEqual(regions.flatMap(([name]) => (shown.regions.get(name) === '*' ? [name] : [])).sort(), [
      'East of Scotland',
      'London',
      'Northern Ireland',
      'South West',
      'West of Scotland',
    ])
  })

  it('does not follow from the other places and the whole, to within a fifth', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const rows = rowsOf(seed)
      const value = (region: string) => rows.filter((row) => row.region === region).length
      const shown = releaseAreas(
        regions.map(([area, nation]) => ({
          ...{ area, nation, value: value(area) },
        })),
        around.lone,
      )
      const knowledge = new Knowledge(false)
      const names = regions.map(([name]) => name as string)
      const nations = [...new Set(regions.map(([, nation]) => nation as string))]
      for (const name of names) knowledge.learn(name, shown.regions.get(name) as Shown)
      for (const name of nations) knowledge.learn(`n ${name}`, shown.nations.get(name) as Shown)
      knowledge.exactly('all', rows.length)
      knowledge.sums.push({ whole: 'all', parts: names })
      knowledge.sums.push({ whole: 'all', parts: nations.map((name) => `n ${name}`) })
      for (const nation of nations) {
        const parts = regions.flatMap(([name, of]) => (of === nation ? [name as string] : []))
        knowledge.sums.push({ whole: `n ${nation}`, parts })
      }
      knowledge.workOut()
      for (const region of alone) {
        const { low, high } = knowledge.cells.get(region) ?? { low: 0, high: Number.POSITIVE_INFINITY }
        assert.ok(high - low >= widthFor(value(region)), `${region} ${value(region)}: ${low} to ${high}`)
      }
    }
  })

  it('is shown to its own organisation as it is', () => {
    const own = taking.find(({ region }) => region === 'South West')?.code ?? ''
    const figure = figureOf(
      rowsOf(7),
      { ...kinds.proportion, cohort: { conditions: [oneOf('organisation', own)] } },
      { who: 'service', organisation: own },
    )
    assert.equal(figure.policy.id, 'own')
    assert.ok(Number(figure.denominators.inCohort) > 20)
  })

  it('counts to the nation as it is', () => {
    const rows = rowsOf(9)
    const figure = figureOf(rows, { ...kinds.proportion, cohort: { conditions: [] } })
    assert.equal(figure.denominators.inCohort, rows.length)
  })
})
