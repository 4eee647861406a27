/**
 * Treatments a year for each million people, by region and intent, with exact Poisson intervals.
 *
 * @see the German registry's table of interventions per million inhabitants (DeGIR, 2019)
 */

import { ratePerMillion } from '../../statistics/rate.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { RatesChart } from './chart.ts'
import { comparatorsOf } from './comparators.ts'
import type { Count, Figure, Gate, Picture, Shown, Sum } from './figure.ts'
import { dayNumber } from './shares.ts'
import { grouped } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'volume' }>

const intents = [
  { id: 'disease-modifying', name: 'Disease-modifying' },
  { id: 'supportive', name: 'Supportive' },
] as const
const others = 'other'
const elsewhere = 'Region not known'
const noService = 'no service takes part'
const unitedKingdom = 'United Kingdom'

export function volumeFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const counted = countsOf(vectors, around)
  const years = yearsOf(spec, vectors, around)
  const takesPart = new Set(choicesOf(vectors, 'region').values)
  const valuesOf = (column: string) =>
    spec.cohort.conditions.flatMap((condition) =>
      condition.column === column && condition.is === 'one-of' ? [...condition.values] : [],
    )
  const [region] = valuesOf('region')
  const [nation] = valuesOf('nation')
  const asked = region ? { region } : nation ? { nation } : null
  const organisations = valuesOf('organisation')
  return {
    spec,
    asOf: around.asOf,
    extent:
      organisations.length > 0
        ? { of: 'organisations', nations: [] }
        : {
            of: 'areas',
            areas: around.population.map(({ region, nation }) => ({ name: region, nation })),
            lone: around.lone,
          },
    counts: counted,
    sums: [{ whole: 'all', parts: [...intents.map(({ id }) => id), others] } satisfies Sum],
    definition: [
      'Counted per treatment: one or more sessions of one procedure that belong together.',
      'By the region of the service that treated, not of where the patient lives.',
      'Per million residents of that region, a year.',
    ],
    comparators: comparatorsOf(spec),
    individual: false,
    show: (gate) => show({ asked, years, takesPart }, around, gate),
  }
}

function countsOf(vectors: Vectors, around: Around): readonly Count[] {
  const region = choicesOf(vectors, 'region')
  const intent = choicesOf(vectors, 'intent')
  const kinds = ['all', ...intents.map(({ id }) => id), others]
  const areas = [...around.population.map(({ region: name }) => name), elsewhere]
  // Where no service takes part nobody was treated, and everybody may know.
  const takesPart = new Set(region.values)
  const areaOf = region.values.map((name) => {
    const at = areas.indexOf(name)
    return at < 0 ? areas.length - 1 : at
  })
  const kindOf = intent.values.map((id) => {
    const at = intents.findIndex((each) => each.id === id)
    return at < 0 ? kinds.length - 1 : at + 1
  })
  const counts = new Float64Array(areas.length * kinds.length)
  const add = (cell: number) => {
    counts[cell] = (counts[cell] as number) + 1
  }
  for (let row = 0; row < vectors.length; row += 1) {
    const area = areaOf[(region.codes[row] as number) - 1] ?? areas.length - 1
    const kind = kindOf[(intent.codes[row] as number) - 1] ?? kinds.length - 1
    add(area * kinds.length)
    add(area * kinds.length + kind)
  }
  const nationOf = new Map(around.population.map((place) => [place.region, place.nation]))
  const byArea = areas.flatMap((area, at) =>
    kinds.map((what, kind) => ({
      key: `${area}|${what}`,
      what,
      area: takesPart.has(area) || (counts[at * kinds.length] as number) > 0 ? area : null,
      nation: nationOf.get(area) ?? '',
      value: counts[at * kinds.length + kind] as number,
    })),
  )
  // Weighed beside their regions always; shown where a nation is asked for, and in figures by nation.
  const nations = [...new Set(byArea.flatMap(({ area, nation: of }) => (area === null ? [] : [of])))]
  const byNation = nations.flatMap((area) =>
    kinds.map((what) => ({
      ...{ key: `@nation ${area}|${what}`, what, area, isNation: true },
      value: sumOf(byArea.filter((each) => each.nation === area && each.what === what)),
    })),
  )
  const nation = kinds.map((what) => ({
    key: `|${what}`,
    what: `nation ${what}`,
    area: null,
    value: sumOf(byArea.filter((each) => each.what === what)),
  }))
  return [...byArea, ...byNation, ...nation]
}

const sumOf = (counts: readonly { readonly value: number }[]) =>
  counts.reduce((sum, { value }) => sum + value, 0)

/** From the first treatment, or the cohort's first year, to the snapshot. */
function yearsOf(spec: Spec, vectors: Vectors, around: Around): number {
  const year = spec.cohort.conditions.find(
    (condition) => condition.column === 'year' && condition.is === 'between',
  )
  if (year?.is === 'between' && year.from !== undefined && year.to !== undefined) {
    const end = Math.min(dayNumber(`${year.to + 1}-01-01`), dayNumber(around.asOf) + 1)
    return Math.max(1 / 12, (end - dayNumber(`${year.from}-01-01`)) / 365.25)
  }
  let first = Number.POSITIVE_INFINITY
  for (const day of numbersOf(vectors, 'startedOn')) if (day < first) first = day
  return Number.isFinite(first) ? Math.max(1 / 12, (dayNumber(around.asOf) - first) / 365.25) : 1
}

interface Row {
  readonly name: string
  readonly nation: string
  readonly kind: string
  readonly count: Shown
  readonly people: number
  /** A service of it takes part. */
  readonly isCounted: boolean
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

interface Asked {
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

function show({ asked, years, takesPart }: Asked, around: Around, gate: Gate): Picture {
  const kinds = [{ id: 'all', name: 'All' }, ...intents]
  const people = around.population.reduce((sum, each) => sum + each.people, 0)
  const places: readonly Place[] = [
    ...placesAsked(asked, around, takesPart),
    { key: '', name: unitedKingdom, nation: '', people, isCounted: true },
  ]
  const rows = places.flatMap((place) =>
    kinds.map(({ id, name: kind }): Row => {
      const { name, isCounted } = place
      // Nobody was treated there, and nothing of it is in the registry.
      const count = isCounted ? gate.count(`${place.key}|${id}`) : 0
      const base = { name, nation: place.nation, kind, count, people: place.people, isCounted }
      // None was treated by a service of the registry; how many were treated nobody counted.
      if (!isCounted) return { ...base, value: null, lower: null, upper: null }
      // Without people there is no rate: the population of the snapshot says nothing of this place.
      if (count === '*' || place.people === 0) return { ...base, value: null, lower: null, upper: null }
      const { estimate, lower, upper } = ratePerMillion(count, place.people, years)
      return { ...base, value: estimate, lower, upper }
    }),
  )
  const all = rows.find(({ name, kind }) => name === unitedKingdom && kind === 'All')
  const [first] = rows
  const isKnown = first !== undefined && first.name !== unitedKingdom
  const total = asked === null ? gate.count('|all') : isKnown ? first.count : 0
  const unplaced = gate.count(`${elsewhere}|all`)
  const rates: RatesChart['rates'] = rows
    .filter(({ kind }) => kind !== 'All')
    .map((row) => ({
      ...{ name: row.name, nation: row.nation, intent: row.kind },
      ...{ value: row.value, lower: row.lower, upper: row.upper },
      words: !row.isCounted
        ? noService
        : row.value === null
          ? '*'
          : row.value.toFixed(row.value < 10 ? 1 : 0),
    }))
  return {
    finding: asked === null ? findingOf(rows, all) : findingIn(rows[0], all),
    chart: rates.some(({ value }) => value !== null && value > 0)
      ? { draws: 'rates', title: 'Treatments a year per million people', rates }
      : {
          draws: 'nothing',
          words: 'The picture is not shown: each count behind it is too small to be published.',
        },
    table: {
      caption: 'Treatments, and treatments a year per million people with 95% intervals',
      columns: [
        { heading: 'Region' },
        { heading: 'Intent' },
        { heading: 'Treatments', number: true },
        { heading: 'People', number: true },
        { heading: 'A year per million (95% interval)', number: true },
      ],
      rows: rows.map(({ name, kind, count, people: residents, isCounted, value, lower, upper }) => [
        name,
        kind,
        !isCounted ? noService : count === '*' ? '*' : grouped(count),
        grouped(residents),
        !isCounted
          ? noService
          : value !== null
            ? `${value.toFixed(1)} (${lower?.toFixed(1)} to ${upper?.toFixed(1)})`
            : count === '*'
              ? '*'
              : 'Population not known',
      ]),
    },
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
