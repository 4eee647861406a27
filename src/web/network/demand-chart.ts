/** Expected beside observed by place: a bar for what the registry holds, a tick for what is expected. */

import type { BesideRow } from '#core/network/demand/beside.ts'
import { drawNow } from '../components/drawing/vega.ts'
import { INK } from '../components/national-map/marks.ts'
import { chartOf, config, head, type Layer, type Room, widthIn } from '../components/registry-figure/look.ts'
import { expectedWords, shownWords } from './demand-words.ts'

const OBSERVED = '#005EB8'
const EXPECTED = '#212B32'

export const demandLegend = [
  { words: 'Observed in the registry', colour: OBSERVED, shape: 'bar' },
  { words: 'Expected', colour: EXPECTED, shape: 'tick' },
] as const

/** Null where neither is known of any place. */
export function demandChart(rows: readonly BesideRow[], room: Room): string | null {
  const values = rows
    .filter(({ place }) => place.nation !== null)
    .map(({ place, observed, observedPerMillion }) => ({
      name: place.district ?? place.region ?? place.nation ?? '',
      observed: observedPerMillion,
      expected: place.perMillion,
      words: `${expectedWords(place.treated)} expected, ${observed === '*' ? 'observed: withheld' : observed === null ? 'not observed' : `${shownWords(observed)} observed`}`,
    }))
  if (values.every(({ observed, expected }) => observed === null && expected === null)) return null
  const most = Math.max(1, ...values.map(({ observed, expected }) => Math.max(observed ?? 0, expected ?? 0)))
  const y: Layer = {
    field: 'name',
    type: 'nominal',
    sort: values.map(({ name }) => name),
    title: null,
    axis: { labelLimit: room === 'wide' ? 260 : 110, ticks: false, domain: false },
  }
  const x = (field: string): Layer => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, most * 1.05] },
    title: 'Patients a year per million residents',
    axis: { tickCount: room === 'wide' ? 6 : 3 },
  })
  const spec = chartOf({
    ...head(room),
    config: config(room),
    width: widthIn(room, 560),
    height: { step: room === 'wide' ? 30 : 34 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', color: OBSERVED, height: 14 },
        encoding: { y, x: x('observed') },
      },
      {
        mark: { type: 'tick', color: EXPECTED, thickness: 4, size: 24 },
        encoding: { y, x: x('expected') },
      },
      {
        transform: [{ filter: 'datum.observed === null && datum.expected === null' }],
        mark: { type: 'text', align: 'left', dx: 4, color: INK.quiet, fontSize: 12 },
        encoding: { y, x: { datum: 0 }, text: { value: 'Not known' } },
      },
    ],
  })
  return drawNow(spec).svg
}
