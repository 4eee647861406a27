/** A share by group, each with Wilson's interval. */

import { exactProportion, wilsonProportion } from '../../statistics/proportion.ts'
import { definitionOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { comparatorsOf } from './comparators.ts'
import { deathsBy } from './deaths-by.ts'
import type { Figure, Gate, Picture, Shown, Table } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { notKnown } from './groups.ts'
import { answered } from './shares.ts'
import { shortTitle } from './titles.ts'
import { grouped, percentWords, share } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'proportion' }>

export function proportionFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { places, counts, sums } = answered(spec, spec.endpoint, spec.by, vectors, around)
  const names = places.groups.groups.map(({ name }) => name)
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts,
    sums,
    definition: definitionOf(spec.endpoint),
    comparators: comparatorsOf(spec),
    individual: false,
    show: (gate) => show(spec, names, gate, () => deathsBy(spec.endpoint, vectors)),
  }
}

interface Row {
  readonly name: string
  readonly due: Shown
  readonly known: Shown
  readonly events: Shown
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Computed from the counts as they are shown, so that a share never says more than they. */
function shareOf(events: Shown, known: Shown): Pick<Row, 'value' | 'lower' | 'upper'> {
  if (events === '*' || known === '*' || known === 0) return { value: null, lower: null, upper: null }
  const { estimate, lower, upper } = wilsonProportion(Math.min(events, known), known)
  return { value: estimate, lower, upper }
}

function rowOf(name: string, key: string, gate: Gate): Row {
  const known = gate.count(`${key}|known`)
  const events = gate.count(`${key}|events`)
  return { name, due: gate.count(`${key}|due`), known, events, ...shareOf(events, known) }
}

function show(spec: Spec, names: readonly string[], gate: Gate, estimate: () => string | null): Picture {
  const title = shortTitle(spec.endpoint)
  const all = rowOf('All', 'all', gate)
  const groups = spec.by === undefined ? [] : names.map((name, at) => rowOf(name, String(at), gate))
  const rows = [...groups, all]
  const denominators = denominatorsOf(gate, spec.endpoint)
  return {
    finding: findingOf(title, groups, all),
    chart: rows.some(({ value }) => value !== null)
      ? {
          draws: 'bars',
          title,
          bars: rows.map(({ name, value, lower, upper, events, known }) => ({
            name,
            value,
            lower,
            upper,
            words:
              value === null
                ? known === 0
                  ? 'nobody'
                  : '*'
                : `${percentWords(value)} (${grouped(events as number)} of ${grouped(known as number)})`,
          })),
        }
      : { draws: 'nothing', words: nothingWords(all.known) },
    table: {
      caption: `${title}, with 95% intervals`,
      columns: [
        { heading: spec.by === undefined ? 'Cohort' : 'Group' },
        { heading: 'Due', number: true },
        { heading: 'Known', number: true },
        { heading: 'Counted', number: true },
        { heading: 'Share (95% interval)', number: true },
      ],
      rows: rows.map(({ name, due, known, events, value, lower, upper }) => [
        name,
        due,
        known,
        events,
        value === null
          ? known === 0
            ? 'nobody'
            : '*'
          : `${percentWords(value, 1)} (${percentWords(lower, 1)} to ${percentWords(upper, 1)})`,
      ]),
    },
    further: gate.exact ? exactTable(title, rows) : [],
    denominators,
    completeness: [ascertainment(denominators)],
    notes: [
      'Intervals by Wilson’s method.',
      ...overstated(spec, denominators, gate.exact ? estimate : () => null),
      ...(gate.exact
        ? []
        : ['Shares are computed from the counts as they are shown, rounded to the nearest 5.']),
    ],
  }
}

/** With fewer than these, with or without the event, Wilson's interval need not cover as often as it says. */
const fewEvents = 5

/** Where a group has few: the interval of Clopper and Pearson beside, which covers at least as often. */
function exactTable(title: string, rows: readonly Row[]): readonly Table[] {
  const few = rows.flatMap(({ name, events, known }) => {
    if (events === '*' || known === '*' || known === 0) return []
    return Math.min(events, known - events) < fewEvents ? [{ name, ...exactProportion(events, known) }] : []
  })
  if (few.length === 0) return []
  const table: Table = {
    caption: `${title}: exact 95% intervals (Clopper and Pearson) where fewer than ${fewEvents} are counted, or are not`,
    columns: [
      { heading: 'Group' },
      { heading: 'Known', number: true },
      { heading: 'Counted', number: true },
      { heading: 'Share (exact 95% interval)', number: true },
    ],
    rows: few.map(({ name, events, denominator, estimate, lower, upper }) => [
      name,
      denominator,
      events,
      `${percentWords(estimate, 1)} (${percentWords(lower, 1)} to ${percentWords(upper, 1)})`,
    ]),
  }
  return [table]
}

/** Whose yes is known at once, while a no needs that somebody looked later. */
const soonerKnown: ReadonlySet<string> = new Set(['died30', 'died90', 'complication30', 'severe30'])
const enoughKnown = 0.9

/** Where many are missing, those with bad news are among the known: the share is too high. */
function overstated(
  { endpoint }: Spec,
  { known, due }: Picture['denominators'],
  estimate: () => string | null,
): readonly string[] {
  const part = share(known, due)
  if (!soonerKnown.has(endpoint.column) || part === null || part >= enoughKnown) return []
  const better = estimate()
  return [
    `Known of ${percentWords(part)} only: that it happened is known at once, that it did not only where somebody looked later. The share is too high by that.`,
    ...(better === null ? [] : [better]),
  ]
}

function nothingWords(known: Shown): string {
  return known === 0
    ? 'Nothing to draw: of none of these is the outcome known.'
    : 'The picture is not shown: each count behind it is too small to be published.'
}

function findingOf(title: string, groups: readonly Row[], all: Row): string {
  const shown = groups.filter(({ value, name }) => value !== null && name !== notKnown)
  if (shown.length < 2) {
    if (all.value === null)
      return all.known === 0 ? `${title}: not known of any` : `${title}: not shown for so few`
    return `${title}: ${percentWords(all.value)} (${grouped(all.events as number)} of ${grouped(all.known as number)})`
  }
  const sorted = [...shown].sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [low, high] = [sorted[0], sorted.at(-1)]
  const isSame = percentWords(low?.value ?? 0) === percentWords(high?.value ?? 0)
  if (isSame) return `${title}: ${percentWords(low?.value ?? 0)} in every group shown`
  return `${title} runs from ${percentWords(low?.value ?? 0)} (${low?.name}) to ${percentWords(high?.value ?? 0)} (${high?.name})`
}
