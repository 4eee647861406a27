/**
 * The attacker turns to curves: numbers at risk of every region, each never above the one before, exact ones of the
 * nation, and the same rows in figures of other kinds.
 */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ruleOf } from '#core/registry/disclosure/policy.ts'
import { rounded } from '#core/registry/disclosure/protect.ts'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { ReleasedFigure, Shown } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { type FigureSpec, figureSpecSchema } from '#core/registry/figure-spec.ts'
import { Knowledge, recovered } from './attacker.ts'
import { around, type Row, randomRows, regions, vectorsOf } from './random-rows.ts'

const names = regions.map(([region]) => region)
const inRegion = (region: string) => ({
  conditions: [{ column: 'region', is: 'one-of', values: [region] }],
})

function computed(asked: unknown, rows: readonly Row[]) {
  const spec: FigureSpec = figureSpecSchema.parse(asked)
  return computeFigure(spec, vectorsOf(rows, neededFor(spec)), around)
}
const released = (asked: unknown, rows: readonly Row[]): ReleasedFigure =>
  release(computed(asked, rows), { who: 'public' })

const kinds = {
  survival: {
    ...{ kind: 'survival', interval: 'log-log', months: 36 },
    endpoint: endpointNamed('overall-survival')?.endpoint,
  },
  incidence: {
    ...{ kind: 'incidence', months: 24 },
    endpoint: endpointNamed('next-treatment')?.endpoint,
  },
}

/** All that one region's figure shows: its denominators, its table, its numbers at risk. */
function shownOf({ denominators, table, chart }: ReleasedFigure): ReadonlyMap<string, Shown> {
  const { due, known, missing } = denominators
  const shown = new Map<string, Shown>([
    ...([
      ['due', due],
      ['known', known],
      ['missing', missing],
    ] as const),
    ['events', table.rows[0]?.[2] as Shown],
  ])
  if (chart.draws === 'curves')
    chart.riskMonths.forEach((month, at) => {
      const risk = chart.curves[0]?.atRisk[at]
      if (risk !== undefined && month > 0) shown.set(`risk ${month}`, risk)
    })
  return shown
}

/** The real counts of a figure before the gate, by what they count. */
const realOf = (asked: unknown, rows: readonly Row[]) =>
  new Map(
    computed(asked, rows)
      .counts.filter(({ key }) => key.startsWith('all|'))
      .map(({ key, value }) => [key.slice(4), value]),
  )

type Show = (asked: object, rows: readonly Row[]) => ReadonlyMap<string, Shown>
const gated: Show = (asked, rows) => shownOf(released(asked, rows))
/** Stars for small counts, and nothing else. */
const roundedOnly: Show = (asked, rows) =>
  new Map([...realOf(asked, rows)].map(([what, value]) => [what, rounded(value, ruleOf([]))]))

function attack(asked: object, rows: readonly Row[], isBold: boolean, show = gated): readonly string[] {
  const knowledge = new Knowledge(isBold, show === roundedOnly)
  const truth = new Map<string, number>()
  const nation = realOf({ ...asked, cohort: { conditions: [] } }, rows)
  const whats = [
    'due',
    'known',
    'missing',
    'events',
    ...[...nation.keys()].filter((what) => /^risk/.test(what)),
  ]
  const months = whats.filter((what) => /^risk/.test(what))
  for (const region of names) {
    const spec = { ...asked, cohort: inRegion(region) }
    const real = realOf(spec, rows)
    const shown = show(spec, rows)
    for (const what of whats) {
      truth.set(`${what}@${region}`, real.get(what) ?? 0)
      const said = shown.get(what)
      if (said !== undefined) knowledge.learn(`${what}@${region}`, said)
    }
    knowledge.sums.push({ whole: `due@${region}`, parts: [`known@${region}`, `missing@${region}`] })
    knowledge.sums.push({ whole: `known@${region}`, parts: [`events@${region}`, `without@${region}`] })
    ;['known', ...months].forEach((what, at, all) => {
      const next = all[at + 1]
      if (next)
        knowledge.sums.push({
          whole: `${what}@${region}`,
          parts: [`${next}@${region}`, `left ${next}@${region}`],
        })
    })
  }
  for (const what of whats) {
    knowledge.exactly(`${what}@nation`, nation.get(what) ?? 0)
    knowledge.sums.push({ whole: `${what}@nation`, parts: names.map((region) => `${what}@${region}`) })
  }
  knowledge.workOut()
  return recovered(knowledge, truth)
}

describe('an attack on curves', () => {
  for (const [kind, asked] of Object.entries(kinds)) {
    it(`recovers no small count of a region from ${kind}, numbers at risk and exact national ones`, () => {
      for (let seed = 200; seed < 212; seed += 1) {
        const rows = randomRows(80 + (seed % 6) * 90, seed, 1 + (seed % 3))
        for (const isBold of [true, false]) assert.deepEqual(attack(asked, rows, isBold), [], `seed ${seed}`)
      }
    })
  }
  it('recovers some where small counts are only starred: the test can fail', () => {
    const found = Array.from({ length: 6 }, (_, at) =>
      attack(kinds.survival, randomRows(80 + at * 60, 200 + at, 2), true, roundedOnly),
    )
    assert.ok(found.flat().length > 0)
  })
})
