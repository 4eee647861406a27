/** What a fitted model shows: its ratios as picture and table, and which of them are clear. */

import { inSentence } from '../../sentence.ts'
import { areaColumns } from '../disclosure/extent.ts'
import type { endpointColumns } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { RatiosChart } from './chart.ts'
import type { Denominators, Gate, Picture, Shown, TableCell } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { checkNote, checkReading, checkTable, type HazardCheck, noCheckNote } from './hazard-check.ts'
import { labelOf } from './labels.ts'
import { shortTitle } from './titles.ts'
import { listed, pWords, withInterval } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'forest' }>

/** One category of a column, with its ratio to the column's reference. */
export interface Category {
  readonly column: string
  readonly name: string
  readonly key: string
  readonly referenceKey: string
  readonly reference: boolean
  readonly value: number
  readonly lower: number
  readonly upper: number
  readonly p: number
}

export interface Fitted {
  readonly categories: readonly Category[]
  readonly rows: number
  /** Of hazard ratios; null where there are none, or events came at too few times. */
  readonly check: HazardCheck | null
  /** Why there are no ratios. */
  readonly words: string | null
}

interface Row {
  readonly category: Category
  /** What the category is of: the column's label. */
  readonly of: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly p: number | null
  readonly known: Shown
  readonly events: Shown
}

export function showForest(
  spec: Spec,
  level: ReturnType<typeof endpointColumns>['level'],
  fitted: Fitted,
  gate: Gate,
): Picture {
  const title = shortTitle(spec.endpoint)
  const ratio = spec.endpoint.measure === 'time' ? 'Hazard ratio' : 'Odds ratio'
  const rows = fitted.categories.map((category) => rowOf(category, level, gate))
  const denominators: Denominators = denominatorsOf(gate, spec.endpoint)
  const clear = rows.filter(
    ({ lower, upper }) => lower !== null && upper !== null && (lower > 1 || upper < 1),
  )
  const drawn = rows.filter(({ value }) => value !== null)
  // Computed from single patients, as the ratios are.
  const check = gate.exact && drawn.length > 0 ? fitted.check : null
  const labelled = (column: string) => labelOf(level, column)
  const used = gate.number(fitted.rows, 0, ['all|known'])
  return {
    finding: findingOf(title, fitted, clear, drawn.length),
    chart:
      fitted.words === null && drawn.some(({ category }) => !category.reference)
        ? chartOf(`${ratio}: ${inSentence(title)}`, rows)
        : {
            draws: 'nothing',
            words: `No ratios are shown: ${fitted.words ?? 'the counts behind them are too small to be published'}.`,
          },
    ...(check && { reading: checkReading(check, labelled) }),
    table: tableOf(ratio, title, rows, fitted, gate),
    further: check ? [checkTable(check, labelled)] : [],
    denominators,
    completeness: [
      ascertainment(denominators),
      ...(used === null ? [] : [`Computed from the ${used} that are known in every column.`]),
    ],
    notes: [...notesOf(spec), ...(gate.exact ? checkNotes(spec, fitted) : [])],
  }
}

function rowOf(category: Category, level: ReturnType<typeof endpointColumns>['level'], gate: Gate): Row {
  const keys = [`${category.key}|events`, `${category.referenceKey}|events`, `${category.key}|known`]
  const shown = (value: number) => (Number.isNaN(value) ? null : gate.number(value, 2, keys))
  const value = category.reference ? 1 : shown(category.value)
  const isShown = value !== null && !category.reference
  return {
    category,
    of: labelOf(level, category.column),
    value,
    lower: isShown ? shown(category.lower) : null,
    upper: isShown ? shown(category.upper) : null,
    p: isShown ? category.p : null,
    known: gate.count(`${category.key}|known`),
    events: gate.count(`${category.key}|events`),
  }
}

function chartOf(title: string, rows: readonly Row[]): RatiosChart {
  return {
    draws: 'ratios',
    title,
    ratios: rows.map(({ category, of, value, lower, upper }) => ({
      name: category.name,
      of,
      reference: category.reference,
      ...{ value, lower, upper },
      words: category.reference ? '1 (reference)' : withInterval(value, lower, upper, 2),
    })),
  }
}

function tableOf(
  ratio: string,
  title: string,
  rows: readonly Row[],
  { words }: Fitted,
  gate: Gate,
): Picture['table'] {
  const ratioOf = ({ category, value, lower, upper, p }: Row): string => {
    if (category.reference) return '1 (reference)'
    if (value === null) return words === null ? '*' : 'not estimated'
    return `${withInterval(value, lower, upper, 2)}${p !== null && gate.exact ? `, ${pWords(p)}` : ''}`
  }
  return {
    caption: `${ratio}s with 95% intervals: ${inSentence(title)}`,
    columns: [
      { heading: 'Category' },
      { heading: 'Known', number: true },
      { heading: 'Events', number: true },
      { heading: `${ratio} (95% interval)`, number: true },
    ],
    rows: rows.map((row): TableCell[] => [
      row.category.name.startsWith(row.of) ? row.category.name : `${row.of}: ${row.category.name}`,
      row.known,
      row.events,
      ratioOf(row),
    ]),
  }
}

function notesOf({ endpoint, columns }: Spec): readonly string[] {
  const isTime = endpoint.measure === 'time'
  return [
    isTime
      ? 'Cox regression with Efron’s ties, all columns together; the reference is the largest category.'
      : 'Logistic regression, all columns together; the reference is the largest category.',
    ...(isTime && endpoint.unit !== 'patient' ? ['Intervals allow for several rows of one patient.'] : []),
    ...(columns.some((column) => areaColumns.has(column))
      ? ['Places are not compared in a regression that leaves the registry; they were left out.']
      : []),
  ]
}

function checkNotes({ endpoint }: Spec, { words, check }: Fitted): readonly string[] {
  if (endpoint.measure !== 'time' || words !== null) return []
  return [check ? checkNote : noCheckNote]
}

function findingOf(title: string, { words }: Fitted, clear: readonly Row[], drawn: number): string {
  if (words !== null) return `${title}: no ratios, because ${words}`
  if (drawn === 0) return `${title}: not shown for so few`
  if (clear.length === 0) return `${title}: no column shows a clear difference`
  const strongest = [...clear]
    .sort((a, b) => Math.abs(Math.log(b.value ?? 1)) - Math.abs(Math.log(a.value ?? 1)))
    .slice(0, 3)
    .map(({ category, of, value }) => `${named(of, category.name)} (${value?.toFixed(2)})`)
  return `${title} goes with ${listed(strongest)}`
}

/** "Age 40 to 49", "Child-Pugh class C": the column's name once. */
function named(of: string, name: string): string {
  return inSentence(name.startsWith(of) ? name : `${of} ${name}`)
}
