/**
 * The attacker reads a funnel: few organisations, each a point whose place tells a share, exact national counts, the
 * zone of each point. Worse than real ones, this attacker knows which point is whose.
 */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { protectOrganisations } from '#core/registry/disclosure/organisations.ts'
import { ruleOf } from '#core/registry/disclosure/policy.ts'
import { rounded, standsFor } from '#core/registry/disclosure/protect.ts'
import { release } from '#core/registry/disclosure/release.ts'
import { endpointNamed } from '#core/registry/endpoints.ts'
import type { FunnelChart } from '#core/registry/figure/chart.ts'
import { computeFigure } from '#core/registry/figure/compute.ts'
import { neededFor } from '#core/registry/figure/needed.ts'
import { figureSpecSchema } from '#core/registry/figure-spec.ts'
import { positionOf } from '#core/statistics/funnel.ts'
import { proportionLimits } from '#core/statistics/funnel-limits.ts'
import { Knowledge, recovered } from './attacker.ts'
import { around, type Row, randomRows, vectorsOf } from './random-rows.ts'

const rule = ruleOf([])
const everyone = { who: 'public' } as const
const endpoints = { died30: 'mortality-30', technicalSuccess: 'technical-success' } as const

/** @param organisation whose own page it is; undefined: of everybody */
function funnel(
  rows: readonly Row[],
  id: string,
  adjustedFor: readonly string[] = [],
  more: object[] = [],
  organisation?: string,
) {
  const spec = figureSpecSchema.parse({
    ...{ kind: 'funnel', cohort: { conditions: more }, adjustedFor },
    endpoint: endpointNamed(id)?.endpoint,
  })
  const audience = organisation === undefined ? everyone : ({ who: 'service', organisation } as const)
  return release(computeFigure(spec, vectorsOf(rows, neededFor(spec)), around), audience)
}

interface Counted {
  readonly code: string
  readonly known: number
  readonly events: number
}
function countedIn(rows: readonly Row[], column: keyof typeof endpoints): readonly Counted[] {
  const by = new Map<string, { known: number; events: number }>()
  for (const row of rows) {
    const code = String(row.organisation)
    const held = by.get(code) ?? { known: 0, events: 0 }
    by.set(code, held)
    if (row[column] === null) continue
    held.known += 1
    held.events += Number(row[column])
  }
  return [...by].map(([code, counts]) => ({ code, ...counts })).filter(({ known }) => known > 0)
}

type Look = (all: readonly Counted[]) => ReturnType<typeof protectOrganisations>
const gated: Look = (all) => protectOrganisations(all, rule)
/** Each by itself: small ones as bars, the rest rounded. */
const roundedOnly: Look = (all) =>
  new Map(
    all.flatMap(({ code, known, events }) => {
      const shown = rounded(known, rule)
      return shown === '*' || shown === 0 ? [] : [[code, { known: shown, events: rounded(events, rule) }]]
    }),
  )

function attack(all: readonly Counted[], look: Look, chart: FunnelChart | null): readonly string[] {
  // Whoever is drawn as a bar is said to have a small count: there is nothing to be bold about.
  const knowledge = new Knowledge(false)
  const truth = new Map<string, number>()
  const shown = look(all)
  for (const { code, known, events } of all) {
    for (const [what, value] of Object.entries({ known, events, without: known - events }))
      truth.set(`${what}@${code}`, value)
    knowledge.sums.push({ whole: `known@${code}`, parts: [`events@${code}`, `without@${code}`] })
    const drawn = shown.get(code)
    if (!drawn) continue
    knowledge.narrow(`known@${code}`, standsFor(drawn.known, rule))
    knowledge.narrow(`events@${code}`, standsFor(drawn.events, rule))
    if (chart) knowledge.narrow(`events@${code}`, byZone(drawn, chart))
  }
  for (const what of ['known', 'events', 'without']) {
    const total = all.reduce((sum, { code }) => sum + (truth.get(`${what}@${code}`) ?? 0), 0)
    knowledge.exactly(`${what}@nation`, total)
    knowledge.sums.push({ whole: `${what}@nation`, parts: all.map(({ code }) => `${what}@${code}`) })
  }
  knowledge.workOut()
  assert.ok(!knowledge.isAbsurd, 'a sober attacker believes nothing that is not so')
  return recovered(knowledge, truth)
}

/** How many events there can be where the points of this place lie, if all of them lie in one zone. */
function byZone({ known, events }: { known: number; events: number | '*' }, chart: FunnelChart) {
  const counted = standsFor(events, rule)
  const low = Math.min(1, counted.low / known)
  const at = chart.points.filter(
    (point) => point.size === known && (events === '*') === (point.low !== point.high),
  )
  const alike = at.filter((point) => events === '*' || point.low === Math.min(1, events / known))
  const zones = new Set(alike.map(({ zone }) => zone))
  assert.ok(alike.length > 0, `a point at ${known}, ${low}`)
  const [zone] = zones
  const possible: number[] = []
  const of = standsFor(known, rule)
  for (let size = of.low; size <= of.high; size += 1) {
    const limits = proportionLimits(chart.centre, size)
    for (let count = counted.low; count <= Math.min(size, counted.high); count += 1) {
      const position = positionOf(count / size, limits)
      const found = position === 'within' ? 'inside' : /alarm/.test(position) ? 'outside-99.8' : 'outside-95'
      if (zones.size > 1 || zone === 'not-told' || zone === found) possible.push(count)
    }
  }
  return { low: Math.min(...possible), high: Math.max(...possible) }
}

/** Rows of some organisations alone: the fewer, the easier. */
function someRows(seed: number): readonly Row[] {
  const rows = randomRows(120 + (seed % 9) * 60, seed, 1 + (seed % 3))
  const codes = [...new Set(rows.map(({ organisation }) => organisation))].slice(0, 2 + (seed % 7))
  // Long ago, so that every outcome is due.
  return rows.filter(
    ({ organisation, startedOn }) => codes.includes(organisation) && Number(startedOn) < 20_500,
  )
}

describe('an attack on a funnel', () => {
  it('recovers no small count of an organisation from points, zones and exact national counts', () => {
    for (let seed = 400; seed < 520; seed += 1) {
      const rows = someRows(seed)
      for (const [column, id] of Object.entries(endpoints)) {
        const all = countedIn(rows, column as keyof typeof endpoints)
        const { chart } = funnel(rows, id)
        const drawn = chart.draws === 'funnel' && !isWidened(funnel(rows, id).notes) ? chart : null
        if (chart.draws === 'funnel') assert.equal(chart.points.length, gated(all).size, `seed ${seed}`)
        assert.deepEqual(attack(all, gated, drawn), [], `seed ${seed}, ${id}`)
      }
    }
  })
  it('recovers some where each is rounded by itself: the test can fail', () => {
    const found = Array.from({ length: 120 }, (_, at) =>
      attack(countedIn(someRows(400 + at), 'died30'), roundedOnly, null),
    )
    assert.ok(found.flat().length > 0)
  })
  it('does not tell the number known by the number expected', () => {
    const rows = randomRows(900, 7, 1).map((row) => ({
      ...row,
      died30: row.technicalSuccess === null ? null : Number(row.age) % 5 < 2 ? 1 : 0,
    }))
    const adjusted = funnel(rows, 'mortality-30', ['age', 'sex'])
    assert.equal(adjusted.chart.draws, 'funnel')
    if (adjusted.chart.draws !== 'funnel') return
    assert.match(adjusted.finding, /adjusted for case mix/)
    const sizes = new Set(adjusted.chart.points.map(({ size }) => size.toFixed(1)))
    const all = countedIn(rows, 'died30').map(({ code }) =>
      funnel(rows, 'mortality-30', ['age', 'sex'], [], code),
    )
    const exact = all.map(
      ({ further }) => further[0]?.rows.find(([what]) => /^Expected/.test(String(what)))?.[1],
    )
    assert.ok(exact.length > 10 && exact.every((each) => each !== undefined))
    const told = exact.filter((each) => sizes.has(String(each)))
    assert.ok(
      told.length < exact.length / 2,
      `sizes follow the numbers as they are shown: ${told.join(', ')}`,
    )
  })
  it('names nobody, in no order but that of size', () => {
    const { chart, further } = funnel(randomRows(900, 7, 1), 'mortality-30')
    assert.equal(chart.draws, 'funnel')
    if (chart.draws !== 'funnel') return
    assert.ok(chart.points.every(({ name }) => name === null))
    const sizes = chart.points.map(({ size }) => size)
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => a - b),
    )
    assert.deepEqual(further, [])
  })
  it('is not shown of one region or nation, and nor are models or what services declared', () => {
    const rows = randomRows(600, 5)
    for (const place of [
      { column: 'region', is: 'one-of', values: ['London'] },
      { column: 'nation', is: 'one-of', values: ['Wales'] },
    ])
      for (const asked of [
        { kind: 'funnel', adjustedFor: [], endpoint: endpointNamed('mortality-30')?.endpoint },
        { kind: 'forest', columns: ['childPugh'], endpoint: endpointNamed('mortality-30')?.endpoint },
        { kind: 'declared-observed', edition: 'uk-2026' },
      ]) {
        const spec = figureSpecSchema.parse({ ...asked, cohort: { conditions: [place] } })
        const figure = computeFigure(spec, vectorsOf(rows, neededFor(spec)), around)
        const { policy, chart } = release(figure, everyone)
        assert.equal(policy.id, 'refused', asked.kind)
        assert.match(policy.words, /United Kingdom/)
        assert.equal(chart.draws, 'nothing')
      }
  })
})

const isWidened = (notes: readonly string[]) => notes.some((words) => /widened/.test(words))
