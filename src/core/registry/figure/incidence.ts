/** Aalen-Johansen: how many have had the event by a time, with death and other rivals in its way. */

import { inSentence } from '../../sentence.ts'
import { aalenJohansenBy, type CumulativeIncidence } from '../../statistics/aalen-johansen.ts'
import { countUpTo } from '../../statistics/at-times.ts'
import { grayTest } from '../../statistics/gray-test.ts'
import { definitionOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import type { Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Curve } from './chart.ts'
import { comparatorsOf } from './comparators.ts'
import { exactSteps, steppedValues } from './curve.ts'
import type { Figure, Gate, Picture, Shown, TableCell } from './figure.ts'
import { ascertainment, atRisk, denominatorsOf, followed } from './follow.ts'
import { shortTitle } from './titles.ts'
import { daysInMonth, percentWords, pWords } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'incidence' }>

export function incidenceFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const all = followed(spec, spec.endpoint, vectors, around)
  const { places, rows, riskMonths } = all
  const { groups } = places.groups
  const subjects = { time: rows.time, cause: rows.cause }
  const curves = aalenJohansenBy(
    subjects,
    2,
    { group: rows.group, groups: groups.length },
    { interval: 'log-log' },
  )
  const test = testBetween(groups, rows.group, subjects)
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts: all.counts,
    sums: all.sums,
    definition: definitionOf(spec.endpoint),
    comparators: comparatorsOf(spec),
    individual: false,
    show: (gate) => show({ spec, gate, groups, curves, riskMonths, test }),
  }
}

interface Parts {
  readonly spec: Spec
  readonly gate: Gate
  readonly groups: readonly { readonly name: string; readonly isKnown: boolean }[]
  readonly curves: readonly CumulativeIncidence[]
  readonly riskMonths: readonly number[]
  readonly test: number | null
}

interface GroupRow {
  readonly name: string
  readonly n: Shown
  readonly events: Shown
  readonly curve: Curve | null
  /** At the months of the table. */
  readonly at: readonly (readonly [value: number, lower: number | null, upper: number | null] | null)[]
}

function show(parts: Parts): Picture {
  const { spec, gate, groups, riskMonths, test } = parts
  const { months } = spec
  const title = shortTitle(spec.endpoint)
  const tableMonths = monthsOfTable(months)
  const rows = groups.map((_, at) => groupRow(parts, at, tableMonths))
  const drawn = rows.flatMap(({ curve }) => (curve ? [curve] : []))
  const denominators = denominatorsOf(gate, spec.endpoint)
  const p =
    test === null || !gate.exact
      ? null
      : gate.number(
          test,
          6,
          groups.map((_, at) => `${at}|events`),
        )
  return {
    finding: findingOf(title, rows, tableMonths, spec.by !== undefined),
    chart:
      drawn.length === 0
        ? { draws: 'nothing', words: 'The curve is not shown: too few people are behind it.' }
        : { draws: 'curves', measure: 'incidence', title, months, riskMonths, curves: drawn },
    table: {
      caption: `${title}: cumulative incidence with 95% intervals`,
      columns: [
        { heading: 'Group' },
        { heading: 'Known', number: true },
        { heading: 'Events', number: true },
        ...tableMonths.map((month) => ({ heading: `At ${month} months`, number: true })),
      ],
      rows: rows.map(({ name, n, events, at }): TableCell[] => [name, n, events, ...at.map(cellOf)]),
    },
    further: [],
    denominators,
    completeness: [ascertainment(denominators)],
    notes: [
      ...(p === null || Number.isNaN(p) ? [] : [`Gray’s test between the groups: ${pWords(p)}.`]),
      gate.exact
        ? 'Aalen-Johansen, with what competes in the way of the event; 95% intervals on the log-log scale.'
        : 'Aalen-Johansen in steps: read every few months and rounded, so that no single event can be told.',
    ],
  }
}

const cellOf = (found: GroupRow['at'][number]): string => {
  if (found === null) return '*'
  const [value, lower, upper] = found
  if (Number.isNaN(value)) return 'not reached'
  return lower === null || upper === null
    ? percentWords(value)
    : `${percentWords(value)} (${percentWords(lower)} to ${percentWords(upper)})`
}

function monthsOfTable(months: number): readonly number[] {
  const usual = [3, 6, 12, 24, 36, 60].filter((month) => month <= months)
  return usual.length > 0 ? usual.slice(-3) : [months]
}

function groupRow(
  { spec, gate, groups, curves, riskMonths }: Parts,
  at: number,
  tableMonths: readonly number[],
): GroupRow {
  const group = groups[at]?.name ?? ''
  const name = spec.by === undefined ? 'All' : group
  const curve = curves[at]
  const cause = curve?.causes[0]
  const n = gate.count(`${at}|known`)
  const events = gate.count(`${at}|events`)
  const none = { name, n, events, curve: null, at: tableMonths.map(() => null) }
  if (!curve || !cause || curve.n === 0) return none
  const risk = atRisk(gate, at, riskMonths)
  const valueAt = (values: Float64Array, month: number) => {
    const reached = countUpTo(curve.time, month * daysInMonth)
    return reached === 0 ? 0 : (values[reached - 1] as number)
  }
  if (gate.exact) {
    const { estimate: value, lower, upper } = cause
    const steps = exactSteps(
      { time: curve.time, value, lower, upper, censored: curve.censored, start: 0 },
      spec.months,
    )
    const last = (curve.time.at(-1) ?? 0) / daysInMonth
    return {
      ...none,
      curve: { name, ...steps, atRisk: risk },
      at: tableMonths.map((month) =>
        month > last
          ? [Number.NaN, null, null]
          : [valueAt(value, month), limit(valueAt(lower, month)), limit(valueAt(upper, month))],
      ),
    }
  }
  if (n === '*' || events === '*' || n === 0) return none
  const end = risk.findIndex((each) => each === '*' || each === 0)
  const read = riskMonths.slice(0, end < 0 ? undefined : end)
  if (read.length < 2) return none
  const steps = steppedValues(
    read,
    read.map((month) => valueAt(cause.estimate, month)),
    n,
  )
  return {
    ...none,
    curve: { name, steps, ticks: [], atRisk: risk },
    at: tableMonths.map((month) => {
      const step = steps.findLast((each) => each.month <= month)
      return step && month <= (read.at(-1) ?? 0) ? [step.value, null, null] : null
    }),
  }
}

const limit = (value: number) => (Number.isNaN(value) ? null : value)

function findingOf(
  title: string,
  rows: readonly GroupRow[],
  months: readonly number[],
  grouped: boolean,
): string {
  const place = months.findLastIndex((_, at) =>
    rows.some((row) => row.at[at] && !Number.isNaN(row.at[at][0])),
  )
  const month = months[place]
  const found = rows.filter(
    (row) => row.at[place] && !Number.isNaN(row.at[place][0]) && row.name !== 'Not known',
  )
  if (month === undefined || found.length === 0) return `${title}: not shown for so few`
  const heightOf = (row: GroupRow) => row.at[place]?.[0] ?? 0
  const [low, high] = [Math.min(...found.map(heightOf)), Math.max(...found.map(heightOf))]
  const by = (value: number) => found.find((row) => heightOf(row) === value)?.name
  if (!grouped || found.length === 1) return `${title}: ${percentWords(high)} at ${month} months`
  if (percentWords(low) === percentWords(high))
    return `${title}: ${percentWords(high)} at ${month} months in every group shown`
  return `At ${month} months ${inSentence(title)} runs from ${percentWords(low)} (${by(low)}) to ${percentWords(high)} (${by(high)})`
}

function testBetween(
  groups: Parts['groups'],
  group: Uint8Array,
  subjects: { readonly time: Float64Array; readonly cause: Uint8Array },
): number | null {
  const present = groups.flatMap(({ isKnown }, at) => (isKnown && group.includes(at) ? [at] : []))
  if (present.length < 2) return null
  const place = new Map(present.map((at, index) => [at, index]))
  const kept = Int32Array.from(group.keys()).filter((row) => place.has(group[row] as number))
  const test = grayTest(
    {
      time: Float64Array.from(kept, (row) => subjects.time[row] as number),
      cause: Uint8Array.from(kept, (row) => subjects.cause[row] as number),
    },
    2,
    1,
    {
      group: Uint8Array.from(kept, (row) => place.get(group[row] as number) as number),
      groups: present.length,
    },
  )
  return Number.isFinite(test.p) ? test.p : null
}
