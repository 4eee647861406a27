/** Treatments a year for each million people, shown: the finding, the picture, the table and what to bear in mind. */

import { volumesPerMillion } from '../../statistics/volume.ts'
import type { Around } from './around.ts'
import type { RatesChart } from './chart.ts'
import type { Gate, Picture, Shown } from './figure.ts'
import { elsewhere, intents } from './volume-counts.ts'
import { grouped } from './words.ts'

const noService = 'no service takes part'
const unitedKingdom = 'United Kingdom'

interface CountedRow {
  readonly name: string
  readonly nation: string
  readonly kind: string
  readonly count: Shown
  readonly people: number
  /** A service of it takes part. */
  readonly isCounted: boolean
}

interface Row extends CountedRow {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

export interface Asked {
  /** The one place that is asked for; null: all regions. */
  readonly asked: { readonly region: string } | { readonly nation: string } | null
  readonly years: number
  /** Regions of which the registry has treatments at all. */
  readonly takesPart: ReadonlySet<string>
}

interface Place {
  /** As its counts are keyed. */
  readonly key: string
  readonly name: string
  readonly nation: string
  readonly people: number
  readonly isCounted: boolean
}

/** All regions, one of them, or a nation before the regions that it is made of. */
function placesAsked(
  asked: Asked['asked'],
  { population }: Around,
  takesPart: ReadonlySet<string>,
): readonly Place[] {
  const inAsked = population.filter(
    (place) =>
      asked === null || ('region' in asked ? place.region === asked.region : place.nation === asked.nation),
  )
  const regions = inAsked.map(({ region, nation, people }) => ({
    ...{ key: region, name: region, nation, people, isCounted: takesPart.has(region) },
  }))
  // Northern Ireland is a region and a nation.
  if (asked === null || 'region' in asked || regions.length < 2) return regions
  const whole = {
    ...{ key: `@nation ${asked.nation}`, name: asked.nation, nation: asked.nation },
    people: regions.reduce((sum, each) => sum + each.people, 0),
    isCounted: regions.some(({ isCounted }) => isCounted),
  }
  return [whole, ...regions]
}

export function showVolume({ asked, years, takesPart }: Asked, around: Around, gate: Gate): Picture {
  const people = around.population.reduce((sum, each) => sum + each.people, 0)
  const places: readonly Place[] = [
    ...placesAsked(asked, around, takesPart),
    { key: '', name: unitedKingdom, nation: '', people, isCounted: true },
  ]
  const counted = places.flatMap((place) =>
    [{ id: 'all', name: 'All' }, ...intents].map(({ id, name }) => countedRow(place, id, name, gate)),
  )
  const rows = withRates(counted, years)
  const all = rows.find(({ name, kind }) => name === unitedKingdom && kind === 'All')
  const [first] = rows
  const isKnown = first !== undefined && first.name !== unitedKingdom
  const total = asked === null ? gate.count('|all') : isKnown ? first.count : 0
  const unplaced = gate.count(`${elsewhere}|all`)
  return {
    finding: asked === null ? findingOf(rows, all) : findingIn(first, all),
    chart: chartOf(rows),
    table: tableOf(rows),
    further: [],
    denominators: {
      inCohort: total,
      unit: 'treatment',
      applies: total,
      due: total,
      known: total,
      missing: 0,
    },
    completeness: [
      unplaced === 0
        ? 'The region of every treatment is known.'
        : `The region of ${unplaced === '*' ? 'some' : grouped(unplaced)} treatments is not known.`,
    ],
    notes: [
      `Counted over ${years.toFixed(1)} years. Intervals are exact (Poisson).`,
      'Patients cross borders: a region that takes patients of others has a rate above what its residents need.',
      'Only services that take part are counted: a low rate can be a service that is not in the registry.',
    ],
  }
}

function countedRow(place: Place, id: string, kind: string, gate: Gate): CountedRow {
  const { key, name, nation, people, isCounted } = place
  // Nobody was treated there, and nothing of it is in the registry.
  const count = isCounted ? gate.count(`${key}|${id}`) : 0
  return { name, nation, kind, count, people, isCounted }
}

/**
 * None was treated by a service of the registry where none takes part; how many were treated nobody counted. Without
 * people there is no rate: the population of the snapshot says nothing of this place.
 */
function withRates(rows: readonly CountedRow[], years: number): readonly Row[] {
  const rated = rows.flatMap((row) =>
    row.isCounted && row.count !== '*' && row.people > 0 ? [{ row, treatments: row.count }] : [],
  )
  const volumes = volumesPerMillion(
    rated.map(({ row, treatments }) => ({ region: row.name, treatments, population: row.people })),
    years,
  )
  const rates = new Map(rated.map(({ row }, at) => [row, volumes[at]?.perMillion]))
  return rows.map((row) => {
    const { estimate = null, lower = null, upper = null } = rates.get(row) ?? {}
    return { ...row, value: estimate, lower, upper }
  })
}

function chartOf(rows: readonly Row[]): Picture['chart'] {
  const rates: RatesChart['rates'] = rows
    .filter(({ kind }) => kind !== 'All')
    .map(({ name, nation, kind, isCounted, value, lower, upper }) => ({
      ...{ name, nation, intent: kind, value, lower, upper },
      words: !isCounted ? noService : value === null ? '*' : value.toFixed(value < 10 ? 1 : 0),
    }))
  return rates.some(({ value }) => value !== null && value > 0)
    ? { draws: 'rates', title: 'Treatments a year per million people', rates }
    : {
        draws: 'nothing',
        words: 'The picture is not shown: each count behind it is too small to be published.',
      }
}

function tableOf(rows: readonly Row[]): Picture['table'] {
  const rateOf = ({ isCounted, count, value, lower, upper }: Row): string => {
    if (!isCounted) return noService
    if (value !== null) return `${value.toFixed(1)} (${lower?.toFixed(1)} to ${upper?.toFixed(1)})`
    return count === '*' ? '*' : 'Population not known'
  }
  return {
    caption: 'Treatments, and treatments a year per million people with 95% intervals',
    columns: [
      { heading: 'Region' },
      { heading: 'Intent' },
      { heading: 'Treatments', number: true },
      { heading: 'People', number: true },
      { heading: 'A year per million (95% interval)', number: true },
    ],
    rows: rows.map((row) => [
      row.name,
      row.kind,
      !row.isCounted ? noService : row.count === '*' ? '*' : grouped(row.count),
      grouped(row.people),
      rateOf(row),
    ]),
  }
}

function findingOf(rows: readonly Row[], all: Row | undefined): string {
  const shown = rows.filter(
    ({ kind, value, name }) => kind === 'All' && name !== unitedKingdom && value !== null && value > 0,
  )
  const nation =
    all?.value === null || all?.value === undefined
      ? ''
      : `${all.value.toFixed(0)} treatments a year per million people`
  const silent = rows.filter(({ kind, isCounted }) => kind === 'All' && !isCounted).length
  const without =
    silent === 0 ? '' : `; in ${silent} ${silent === 1 ? 'region' : 'regions'} no service takes part`
  if (shown.length < 2 && nation) return `${nation}${without}`
  if (shown.length < 2) return 'Treatments per million people: not shown for so few'
  const sorted = [...shown].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [low, high] = [sorted[0], sorted.at(-1)]
  return `${nation}: from ${low?.value?.toFixed(0)} in ${low?.name} to ${high?.value?.toFixed(0)} in ${high?.name}${without}`
}

/** "London: 6 treatments a year per million people; the United Kingdom: 5". */
function findingIn(place: Row | undefined, all: Row | undefined): string {
  const rateOf = (row: Row | undefined) =>
    row?.value === null || row?.value === undefined ? 'not shown for so few' : row.value.toFixed(0)
  if (!place || place.name === unitedKingdom) return 'Treatments per million people: this place is not known'
  const own = place.isCounted
    ? `${rateOf(place)}${place.value === null ? '' : ' treatments a year per million people'}`
    : noService
  return `${place.name}: ${own}; the United Kingdom: ${rateOf(all)}${place.value === null ? ' treatments a year per million people' : ''}`
}
