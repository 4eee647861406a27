/** One organisation patient by patient: the risk-adjusted CUSUM that signals, and the display that shows. */

import { riskAdjustedCusum } from '../../statistics/cusum.ts'
import { cusumThreshold } from '../../statistics/cusum-run-length.ts'
import { variableLifeAdjustedDisplay } from '../../statistics/vlad.ts'
import { organisationOf } from '../disclosure/extent.ts'
import { definitionOf, endpointColumns } from '../endpoints.ts'
import type { FigureSpec } from '../figure-spec.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { expectedChances } from './case-mix.ts'
import type { Figure, Gate, Picture } from './figure.ts'
import { ascertainment, denominatorsOf } from './follow.ts'
import { answered } from './shares.ts'
import { shortTitle } from './titles.ts'

type Spec = Extract<FigureSpec, { kind: 'cusum' }>

/** False alarms come no sooner than this on average. */
const patientsPerFalseAlarm = 1000
const mostPoints = 2000

interface Series {
  readonly event: Uint8Array
  readonly expected: Float64Array
  readonly words: string | null
}

export function cusumFigure(spec: Spec, vectors: Vectors, around: Around): Figure {
  const own = organisationOf(spec.cohort)
  const all = answered(spec, spec.endpoint, undefined, vectors, around)
  const counts = own === null ? all.counts : countsOfOwn(all, own, vectors)
  const series = seriesOf(spec, all, own, vectors, around)
  return {
    spec,
    asOf: around.asOf,
    extent: all.places.extent,
    counts,
    sums: all.sums,
    definition: definitionOf(spec.endpoint),
    comparators: [],
    individual: own !== null,
    show: (gate) => show(spec, series, gate),
  }
}

/** The rows are those of the whole nation, for what is expected; the counts are the organisation's own. */
function countsOfOwn(all: ReturnType<typeof answered>, own: string, vectors: Vectors): Figure['counts'] {
  const { codes, values } = choicesOf(vectors, 'organisation')
  const code = values.indexOf(own) + 1
  const counts = { in: 0, applies: 0, due: 0, known: 0, missing: 0, events: 0 }
  for (let row = 0; row < vectors.length; row += 1) {
    if (code === 0 || codes[row] !== code) continue
    counts.in += 1
    counts.applies += all.applies[row] as number
    if (all.due[row] !== 1) continue
    counts.due += 1
    if (all.counted[row] !== 1) counts.missing += 1
    else {
      counts.known += 1
      counts.events += all.event[row] as number
    }
  }
  return Object.entries(counts).flatMap(([what, value]) =>
    ['0', 'all'].map((key) => ({ key: `${key}|${what}`, what: `${key}|${what}`, value, area: null })),
  )
}

function seriesOf(
  spec: Spec,
  { counted, event }: ReturnType<typeof answered>,
  own: string | null,
  vectors: Vectors,
  around: Around,
): Series {
  const { level } = endpointColumns(spec.endpoint)
  const kept: number[] = []
  for (let row = 0; row < counted.length; row += 1) if (counted[row] === 1) kept.push(row)
  const rows = Int32Array.from(kept)
  const { chance, words } = expectedChances(level, ['age', 'sex'], rows, event, vectors, around)
  const started = numbersOf(vectors, 'startedOn')
  const organisation = own === null ? null : choicesOf(vectors, 'organisation')
  const code = organisation && own !== null ? organisation.values.indexOf(own) + 1 : 0
  const at = [...rows.keys()]
    .filter((place) => !organisation || organisation.codes[rows[place] as number] === code)
    .filter((place) => (chance[place] as number) > 0 && (chance[place] as number) < 1)
    .sort((a, b) => (started[rows[a] as number] as number) - (started[rows[b] as number] as number) || a - b)
  return {
    event: Uint8Array.from(at, (place) => event[rows[place] as number] as number),
    expected: Float64Array.from(at, (place) => chance[place] as number),
    words,
  }
}

function show(spec: Spec, { event, expected, words }: Series, gate: Gate): Picture {
  const title = shortTitle(spec.endpoint)
  const denominators = denominatorsOf(gate, spec.endpoint)
  const base = { further: [], denominators, completeness: [ascertainment(denominators)] }
  if (!gate.exact || event.length === 0) {
    return {
      ...base,
      finding: `${title}, one by one: ${event.length === 0 ? 'nothing to monitor yet' : 'not shown for so few'}`,
      chart: {
        draws: 'nothing',
        words:
          event.length === 0
            ? 'Nothing to draw: no outcome is known, or nobody had it.'
            : 'The chart is not shown: below national level it would tell single patients.',
      },
      table: { caption: title, columns: [{ heading: 'Number' }], rows: [] },
      notes: [],
    }
  }
  const { oddsRatio } = spec
  const threshold = cusumThreshold(sampled(expected), patientsPerFalseAlarm, oddsRatio)
  const cusum = riskAdjustedCusum({ event, expected }, { oddsRatio, threshold })
  const vlad = variableLifeAdjustedDisplay({ event, expected })
  const every = Math.ceil(event.length / mostPoints)
  const points = [...event.keys()]
    .filter((at) => at % every === 0 || at === event.length - 1)
    .map((at) => ({
      number: at + 1,
      cusum: cusum.values[at] as number,
      vlad: vlad.values[at] as number,
      margin: vlad.margin[at] as number,
    }))
  return {
    ...base,
    finding: findingOf(title, cusum.signals.length, vlad.observed, vlad.expected, spec.endpoint.unit),
    chart: {
      draws: 'monitor',
      title,
      points,
      limit: threshold,
      signals: cusum.signals.map((at) => at + 1),
    },
    table: {
      caption: 'Observed and expected',
      columns: [{ heading: 'What' }, { heading: 'Number', number: true }],
      rows: [
        ['Monitored', event.length],
        ['Observed', vlad.observed],
        ['Expected', vlad.expected.toFixed(1)],
        ['Signals', cusum.signals.length],
      ],
    },
    notes: [
      `The CUSUM looks for an odds ratio of ${oddsRatio}; a false alarm comes once in ${patientsPerFalseAlarm} or more.`,
      words === null
        ? 'Expected by age and sex, from the whole cohort in the nation.'
        : `Expected is the share in the whole cohort in the nation; not adjusted: ${words}.`,
      'The display shows expected less observed; its margin holds at each point alone.',
    ],
  }
}

/** Enough chances to find the threshold by. */
function sampled(expected: Float64Array): Float64Array {
  const most = 500
  if (expected.length <= most) return expected
  return Float64Array.from(
    { length: most },
    (_, at) => expected[Math.floor((at * expected.length) / most)] as number,
  )
}

function findingOf(title: string, signals: number, observed: number, expected: number, unit: string): string {
  const balance = `${observed} observed, ${expected.toFixed(1)} expected`
  if (signals === 0) return `${title}: no signal (${balance})`
  return `${title}: ${signals === 1 ? 'one signal' : `${signals} signals`}, each after more of it than chance brings ${unit} by ${unit} (${balance})`
}
