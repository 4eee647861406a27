/** Figures with a line for each treatment: swimmer, and waterfall of best response. */

import { sampleMedian } from '../../statistics/median.ts'
import { measuredByDiameters } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { levels } from '../levels.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import type { LinesChart, WaterfallChart } from './chart.ts'
import type { Denominators, Figure, Gate, Picture, Table } from './figure.ts'
import { ascertainment } from './follow.ts'
import { placesOf } from './places.ts'
import { counted, daysInMonth, percentWords, share } from './words.ts'

const mostLines = 60
const mostBars = 400

const responseWords = new Map(
  levels.treatment.columns.bestResponse.type === 'choice'
    ? levels.treatment.columns.bestResponse.options.map(({ value, label }) => [value, label])
    : [],
)

function base(
  spec: FigureSpec,
  vectors: Vectors,
  around: Around,
  known: (row: number) => boolean,
  applies?: Uint8Array,
): Pick<Figure, 'spec' | 'asOf' | 'extent' | 'counts' | 'sums' | 'comparators' | 'individual'> & {
  readonly rows: readonly number[]
} {
  const places = placesOf(spec, 'treatment', undefined, vectors, around)
  const rows: number[] = []
  const all = new Float64Array(places.count)
  const able = new Float64Array(places.count)
  const isKnown = new Float64Array(places.count)
  for (let row = 0; row < vectors.length; row += 1) {
    const place = places.of[row] as number
    ;(all[place] as number) += 1
    if (applies && applies[row] !== 1) continue
    ;(able[place] as number) += 1
    if (!known(row)) continue
    ;(isKnown[place] as number) += 1
    if (places.asked[row] === 1) rows.push(row)
  }
  const missing = able.map((each, place) => each - (isKnown[place] as number))
  return {
    spec,
    asOf: around.asOf,
    extent: places.extent,
    counts: [
      ...places.counts('in', all),
      ...places.counts('applies', able),
      ...places.counts('due', able),
      ...places.counts('known', isKnown),
      ...places.counts('missing', missing),
    ],
    sums: [{ whole: 'all|due', parts: ['all|known', 'all|missing'] }],
    comparators: [],
    individual: true,
    rows,
  }
}

const denominatorsOf = (gate: Gate): Denominators => ({
  inCohort: gate.count('all|in'),
  unit: 'treatment',
  applies: gate.count('all|applies'),
  due: gate.count('all|due'),
  known: gate.count('all|known'),
  missing: gate.count('all|missing'),
})

/** Enough of a sorted list, evenly taken. */
function sampled<Each>(list: readonly Each[], most: number): readonly Each[] {
  if (list.length <= most) return list
  return Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)] as Each)
}

/** Whether single lines may be drawn: of one's own service, or of enough people in the nation. */
const mayDraw = (rows: number, gate: Gate, own: boolean) => own || (gate.exact && rows > gate.largestWithheld)
const isOwn = (gate: Gate, { extent }: Pick<Figure, 'extent'>) =>
  extent.of === 'organisation' && gate.audience.who === 'service' && gate.exact

const withheldWords =
  'Single lines are not shown: they are drawn for one’s own service, or for enough people in the nation.'

export function swimmerFigure(
  spec: Extract<FigureSpec, { kind: 'swimmer' }>,
  vectors: Vectors,
  around: Around,
): Figure {
  const died = numbersOf(vectors, 'daysToDeath')
  const seen = numbersOf(vectors, 'daysToLastSeen')
  const response = choicesOf(vectors, 'bestResponse')
  const events = [
    ['Progression', numbersOf(vectors, 'daysToProgression')],
    ['Next treatment', numbersOf(vectors, 'daysToNextTreatment')],
    ['Severe complication', numbersOf(vectors, 'daysToSevere')],
  ] as const
  const lengthOf = (row: number) => (Number.isNaN(died[row]) ? (seen[row] as number) : (died[row] as number))
  const { rows, ...figure } = base(spec, vectors, around, (row) => lengthOf(row) >= 0)
  const sorted = [...rows].sort((a, b) => lengthOf(b) - lengthOf(a) || a - b)
  const show = (gate: Gate): Picture => {
    const own = isOwn(gate, figure)
    const denominators = denominatorsOf(gate)
    // Whole months for others than one's own service: no day of anybody can be told.
    const months = (days: number) =>
      own ? Math.round((days / daysInMonth) * 10) / 10 : Math.round(days / daysInMonth)
    const lines: LinesChart['lines'] = mayDraw(rows.length, gate, own)
      ? sampled(sorted, mostLines).map((row) => ({
          months: months(lengthOf(row)),
          ends: Number.isNaN(died[row]) ? 'seen' : 'died',
          group:
            responseWords.get(response.values[(response.codes[row] as number) - 1] ?? '') ??
            'No response recorded',
          marks: events.flatMap(([what, days]) => {
            const at = days[row] as number
            return Number.isNaN(at) || at < 0 || at > lengthOf(row) ? [] : [{ month: months(at), what }]
          }),
        }))
      : []
    const deaths = lines.filter(({ ends }) => ends === 'died').length
    const groups = [...new Set(lines.map(({ group }) => group))]
    return {
      finding:
        lines.length === 0
          ? 'Course after each treatment: not shown for so few'
          : `Of ${lines.length} treatments drawn, ${deaths} were followed to death and ${lines.length - deaths} to the last day seen`,
      chart:
        lines.length === 0
          ? {
              draws: 'nothing',
              words: rows.length === 0 ? 'Nothing to draw: nobody was followed.' : withheldWords,
            }
          : { draws: 'lines', title: 'Course after each treatment', lines },
      table: {
        caption: 'Treatments drawn, by best response',
        columns: [
          { heading: 'Best response' },
          { heading: 'Treatments', number: true },
          { heading: 'Followed to death', number: true },
        ],
        rows: groups.map((group) => {
          const of = lines.filter((line) => line.group === group)
          return [group, of.length, of.filter(({ ends }) => ends === 'died').length]
        }),
      },
      further: [],
      denominators,
      completeness: [ascertainment(denominators)],
      notes: [
        own ? 'In tenths of a month.' : 'In whole months; no line has a name or a day.',
        ...(rows.length > mostLines && lines.length > 0
          ? [`${mostLines} of the treatments are drawn, evenly taken by length.`]
          : []),
      ],
    }
  }
  return {
    ...figure,
    definition: [
      'A line for each treatment, from the first session to death or to the last day on which the patient was seen alive.',
    ],
    show,
  }
}

export function waterfallFigure(
  spec: Extract<FigureSpec, { kind: 'waterfall' }>,
  vectors: Vectors,
  around: Around,
): Figure {
  const change = numbersOf(vectors, 'bestChange')
  const response = choicesOf(vectors, 'bestResponse')
  const { rows, ...figure } = base(
    spec,
    vectors,
    around,
    (row) => !Number.isNaN(change[row]),
    measuredByDiameters.of(vectors),
  )
  const sorted = [...rows].sort((a, b) => (change[b] as number) - (change[a] as number) || a - b)
  const show = (gate: Gate): Picture => {
    const own = isOwn(gate, figure)
    const denominators = denominatorsOf(gate)
    const shown = (row: number) =>
      own ? (change[row] as number) : Math.round((change[row] as number) / 5) * 5
    const bars: WaterfallChart['bars'] = mayDraw(rows.length, gate, own)
      ? sampled(sorted, mostBars).map((row) => ({
          change: shown(row),
          response:
            responseWords.get(response.values[(response.codes[row] as number) - 1] ?? '') ??
            'No response recorded',
        }))
      : []
    const shrunk = bars.filter((bar) => bar.change <= -30).length
    const groups = [...new Set(bars.map((bar) => bar.response))]
    return {
      finding:
        bars.length === 0
          ? 'Best change of each treatment: not shown for so few'
          : `Targets shrank by 30% or more after ${percentWords(share(shrunk, bars.length))} of treatments that were measured`,
      chart:
        bars.length === 0
          ? {
              draws: 'nothing',
              words: rows.length === 0 ? 'Nothing to draw: no change was measured.' : withheldWords,
            }
          : { draws: 'waterfall', title: 'Best change of the sum of target diameters', bars },
      table: {
        caption: 'Treatments by best response',
        columns: [
          { heading: 'Best response' },
          { heading: 'Treatments', number: true },
          { heading: 'Shrank by 30% or more', number: true },
        ],
        rows: groups.map((group) => {
          const of = bars.filter((bar) => bar.response === group)
          return [group, of.length, of.filter((bar) => bar.change <= -30).length]
        }),
      },
      further: bars.length === 0 ? [] : [medianTable(Float64Array.from(sorted, shown))],
      denominators,
      completeness: [ascertainment(denominators)],
      notes: [
        'Change against the baseline of the treatment, smallest sum of target diameters; response by the criteria used, never converted.',
        own ? 'As measured.' : `Rounded to 5%; ${counted(bars.length, 'bar')} without names.`,
      ],
    }
  }
  return {
    ...figure,
    definition: [
      'A bar for each treatment whose targets were measured before and after.',
      measuredByDiameters.words,
    ],
    show,
  }
}

/** Of the changes as they may be shown, all of them: a median is two values of somebody, or one. */
function medianTable(changes: Float64Array): Table {
  const { count, median, lower, upper } = sampleMedian(changes)
  const words = (value: number | null) => (value === null ? 'not known' : `${value.toFixed(0)}%`)
  return {
    caption: 'Median best change, with a 95% interval that supposes no distribution',
    columns: [
      { heading: 'Treatments' },
      { heading: 'Measured', number: true },
      { heading: 'Median (95% interval)', number: true },
    ],
    rows: [
      [
        'All',
        count,
        lower === null
          ? `${words(median)} (too few for an interval)`
          : `${words(median)} (${words(lower)} to ${words(upper)})`,
      ],
    ],
  }
}
