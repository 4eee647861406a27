/**
 * The attacker lays a nation beside its regions: each nation is the sum of its regions, Northern Ireland is both, and
 * all of them come to the exact number of the United Kingdom. What a list of regions withholds, one of nations must
 * not give away, nor the other way round.
 */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Cohort, Condition } from '#core/registry/cohort.ts'
import { policies, ruleOf } from '#core/registry/disclosure/policy.ts'
import { protect } from '#core/registry/disclosure/protect.ts'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import type { Shown } from '#core/registry/figure/figure.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { Knowledge, recovered } from './attacker.ts'
import { around, type Row, randomRows, regions, rowsIn, seeded, vectorsOf } from './random-rows.ts'

const rule = ruleOf([], policies)
const nations = [...new Set(regions.map(([, nation]) => nation))]
const places = [
  ...regions.map(([name]) => ({ column: 'region' as const, name: name as string })),
  ...nations.map((name) => ({ column: 'nation' as const, name: name as string })),
]
type Place = (typeof places)[number]
const whats = ['due', 'known', 'events'] as const
const death = {
  kind: 'proportion',
  // By treatment, so that regions come to their nation.
  endpoint: { ...endpointNamed('mortality-30')?.endpoint, unit: 'treatment', dueAfterDays: 0 },
} as const

/** What is shown of a cohort in a place, by what it counts. */
type Look = (rows: readonly Row[], conditions: readonly Condition[], place: Place) => readonly Shown[]

const tableRow = (rows: readonly Row[], asked: object, name: string): readonly Shown[] => {
  const spec = figureSpecSchema.parse(asked)
  const { table } = release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), { who: 'public' })
  return (table.rows.find(([each]) => each === name)?.slice(1, 4) ?? []) as Shown[]
}
/** All places of a kind in one figure. */
const together: Look = (rows, conditions, { column, name }) =>
  tableRow(rows, { ...death, cohort: { conditions }, by: column }, name)
/** One place a figure. */
const alone: Look = (rows, conditions, { column, name }) =>
  tableRow(
    rows,
    { ...death, cohort: { conditions: [...conditions, { column, is: 'one-of', values: [name] }] } },
    'All',
  )
function realOf(rows: readonly Row[], cohort: Cohort, place: Place | null) {
  const kept = rowsIn(rows, cohort).filter((row) => place === null || row[place.column] === place.name)
  const known = kept.filter(({ died30 }) => died30 !== null)
  return {
    due: kept.length,
    known: known.length,
    events: known.filter(({ died30 }) => died30 === 1).length,
  }
}

function attack(rows: readonly Row[], conditions: readonly Condition[], look: Look, isBold: boolean) {
  const knowledge = new Knowledge(isBold)
  const truth = new Map<string, number>()
  for (const place of places) {
    const real = realOf(rows, { conditions: [...conditions] }, place)
    const shown = look(rows, conditions, place)
    whats.forEach((what, at) => {
      truth.set(cell(what, place), real[what])
      if (shown[at] !== undefined) knowledge.learn(cell(what, place), shown[at])
    })
    knowledge.sums.push({ whole: cell('known', place), parts: [cell('events', place), cell('none', place)] })
    knowledge.sums.push({ whole: cell('due', place), parts: [cell('known', place), cell('missing', place)] })
  }
  const all = realOf(rows, { conditions: [...conditions] }, null)
  for (const what of [...whats, 'none', 'missing']) {
    const exact = { ...all, none: all.known - all.events, missing: all.due - all.known }
    knowledge.exactly(`${what}@all`, exact[what as keyof typeof exact])
    addSums(knowledge, what)
  }
  knowledge.workOut()
  assert.ok(isBold || !knowledge.isAbsurd, 'a sober attacker believes nothing that is not so')
  return recovered(knowledge, truth)
}
const cell = (what: string, { column, name }: Place) => `${what}@${column}:${name}`

/** Regions come to all, and so do nations; a nation is its regions. */
function addSums({ sums }: Knowledge, what: string): void {
  for (const column of ['region', 'nation'])
    sums.push({
      whole: `${what}@all`,
      parts: places.filter((place) => place.column === column).map((place) => cell(what, place)),
    })
  for (const nation of nations)
    sums.push({
      whole: cell(what, { column: 'nation', name: nation }),
      parts: regions
        .filter(([, of]) => of === nation)
        .map(([name]) => cell(what, { column: 'region', name })),
    })
}

/** Invented counts of one outcome in every region: many of them none, a few large. */
function counts(seed: number): ReadonlyMap<string, number> {
  const random = seeded(seed)
  const most = [10, 20, 40, 80, 200][seed % 5] ?? 10
  const none = [0, 0.2, 0.5][seed % 3] ?? 0
  const ofRegions = regions.map(([name, nation]) => {
    const few = random() < 0.3 ? 0.2 : 1
    return { name, nation, value: random() < none ? 0 : Math.floor(random() ** 2 * most * few) }
  })
  return new Map(
    places.map((place) => [
      cell('events', place),
      ofRegions
        .filter(({ name, nation }) => place.name === (place.column === 'region' ? name : nation))
        .reduce((sum, { value }) => sum + value, 0),
    ]),
  )
}

/** What the two lists come to where they are weighed together, or each by itself. */
function attackCounts(seed: number, isBold: boolean, weighed: 'together' | 'apart'): readonly string[] {
  const truth = counts(seed)
  const all = places.map((place) => ({
    ...{ key: cell('events', place), what: 'events', area: place.name },
    ...(place.column === 'nation'
      ? { isNation: true }
      : { nation: regions.find(([name]) => name === place.name)?.[1] ?? '' }),
    value: truth.get(cell('events', place)) ?? 0,
  }))
  const ofList = (isNation: boolean) => all.filter((each) => 'isNation' in each === isNation)
  const knowledge = new Knowledge(isBold)
  for (const list of weighed === 'together' ? [all] : [ofList(true), ofList(false)])
    for (const [key, shown] of protect(list, [], rule)) knowledge.learn(key, shown)
  knowledge.exactly(
    'events@all',
    ofList(false).reduce((sum, { value }) => sum + value, 0),
  )
  addSums(knowledge, 'events')
  knowledge.workOut()
  assert.ok(isBold || !knowledge.isAbsurd, 'a sober attacker believes nothing that is not so')
  return recovered(knowledge, truth)
}

const someRows = (seed: number) => randomRows(60 + (seed % 7) * 60, seed, 1 + (seed % 3))
const cohorts: readonly (readonly Condition[])[] = [
  [],
  [{ column: 'procedure', is: 'one-of', values: ['liver-ablation'] }],
  [{ column: 'childPugh', is: 'one-of', values: ['B'] }],
]
const seeds = (first: number, many: number) => Array.from({ length: many }, (_, at) => first + at)

describe('an attack by nations and their regions', () => {
  it('recovers no small count from both lists, whatever the counts', () => {
    for (const seed of seeds(1, 2000))
      for (const isBold of [true, false])
        assert.deepEqual(attackCounts(seed, isBold, 'together'), [], `seed ${seed}`)
  })
  it('recovers some where each list is weighed by itself: the test can fail', () => {
    const found = seeds(1, 2000).flatMap((seed) => attackCounts(seed, true, 'apart'))
    assert.ok(found.length > 0)
  })
  for (const [name, look] of Object.entries({ together, alone }))
    it(`recovers no small count from figures of places ${name}`, () => {
      for (const seed of seeds(500, 12))
        for (const conditions of cohorts)
          for (const isBold of [true, false])
            assert.deepEqual(attack(someRows(seed), conditions, look, isBold), [], `seed ${seed}`)
    })
  it('shows of Northern Ireland the same as a nation and as a region', () => {
    for (const seed of seeds(500, 30)) {
      const [nation, region] = (['nation', 'region'] as const).map((column) =>
        together(someRows(seed), [], { column, name: 'Northern Ireland' }),
      )
      assert.deepEqual(nation, region, `seed ${seed}`)
    }
  })
})
