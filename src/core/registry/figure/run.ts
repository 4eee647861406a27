/** A share month by month about its median, with the rules that tell a change from chance. */

import { monthWords } from '../../calendar/uk-time.ts'
import { runChart } from '../../statistics/run-chart.ts'
import { definitionOf } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { Figure, Gate, Picture } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { answered } from './shares.ts'
import { shortTitle } from './titles.ts'
import { percentWords } from './words.ts'

type Spec = Extract<FigureSpec, { kind: 'run' }>

interface Month {
  readonly month: string
  readonly known: number
  readonly events: number
}

const DAY_MS = 86_400_000

export function runFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const { places, counts, sums, counted, event } = answered(spec, spec.endpoint, undefined, vectors, around)
  const started = numbersOf(vectors, 'startedOn')
  const months = new Map<string, { known: number; events: number }>()
  for (let row = 0; row < vectors.length; row += 1) {
    if (counted[row] !== 1 || places.asked[row] !== 1 || Number.isNaN(started[row])) continue
    const month = new Date((started[row] as number) * DAY_MS).toISOString().slice(0, 7)
    const held = months.get(month) ?? { known: 0, events: 0 }
    held.known += 1
    held.events += event[row] as number
    months.set(month, held)
  }
  const list = [...months]
    .map(([month, held]) => ({ month, ...held }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts,
    sums,
    definition: definitionOf(spec.endpoint),
    comparators: [],
    individual: false,
    show: (gate) => show(spec, list, gate),
  }
}

function show(spec: Spec, months: readonly Month[], gate: Gate): Picture {
  const title = shortTitle(spec.endpoint)
  const denominators = denominatorsOf(gate, spec.endpoint)
  const base = { further: [], denominators, completeness: [ascertainment(denominators)] }
  if (!gate.exact || months.length === 0) {
    const words =
      months.length === 0
        ? 'Nothing to draw: no month has a known outcome.'
        : 'The run chart is not shown: below national level a month has too few to be published.'
    return {
      ...base,
      finding: `${title} by month: ${months.length === 0 ? 'not known of any' : 'not shown for so few'}`,
      chart: { draws: 'nothing', words },
      table: { caption: `${title} by month`, columns: [{ heading: 'Month' }], rows: [] },
      notes: [],
    }
  }
  const values = Float64Array.from(months, ({ known, events }) => events / known)
  const chart = runChart(values)
  const inSignal = (at: number) =>
    [...chart.shifts, ...chart.trends].some(({ from, to }) => at >= from && at <= to)
  return {
    ...base,
    finding: findingOf(title, chart),
    chart: {
      draws: 'series',
      title,
      centre: chart.median,
      points: months.map(({ month, known }, at) => ({
        month,
        value: values[at] as number,
        of: known,
        signal: inSignal(at),
      })),
    },
    table: {
      caption: `${title} by month of the first session`,
      columns: [
        { heading: 'Month' },
        { heading: 'Known', number: true },
        { heading: 'Counted', number: true },
        { heading: 'Share', number: true },
      ],
      rows: months.map(({ month, known, events }) => [
        monthWords(month),
        known,
        events,
        percentWords(events / known, 1),
      ]),
    },
    notes: [
      `Median ${percentWords(chart.median, 1)}. A shift is six or more months on one side of it, a trend five or more rising or falling.`,
      `Crossings of the median: ${chart.crossings} (by chance ${chart.fewestCrossingsByChance} or more). Longest run: ${chart.longestRun} (by chance ${chart.longestRunByChance} or less).`,
    ],
  }
}

function findingOf(title: string, chart: ReturnType<typeof runChart>): string {
  const median = `median ${percentWords(chart.median)} a month`
  if (!chart.hasSignal && (chart.median === 0 || chart.median === 1))
    return `${title}: ${median}, too near its limit for a change by month to be told from chance`
  if (!chart.hasSignal) return `${title} is steady, ${median}: what it varies by is chance`
  if (chart.shifts.length > 0) {
    const last = chart.shifts.at(-1)
    return `${title} has shifted ${last?.direction === 'up' ? 'above' : 'below'} its median for ${last?.length} months (${median})`
  }
  if (chart.trends.length > 0)
    return `${title} has a trend ${chart.trends.at(-1)?.direction === 'up' ? 'upwards' : 'downwards'} (${median})`
  return `${title} changes in a way that chance alone seldom makes (${median})`
}
