/** Which inputs matter: the difference at each input lower and higher, as a picture and as a table. */

import { costInput } from '#core/network/cost/inputs.ts'
import type { Sensitivity } from '#core/network/cost/sensitivity.ts'
import { drawNow } from '../components/drawing/vega.ts'
import {
  chartOf,
  config,
  head,
  INK,
  type Layer,
  type Room,
  widthIn,
} from '../components/registry-figure/look.ts'
import { DataTable } from '../components/table.tsx'
import { plainNumber, pounds } from './cost-words.ts'

interface TornadoProps {
  readonly rows: readonly Sensitivity[]
  /** The difference by the inputs as given. */
  readonly difference: number
  readonly spread: number
}

const LOWER = '#41869E'
const HIGHER = '#005EB8'

export function Tornado({ rows, difference, spread }: TornadoProps) {
  const moving = rows.filter(({ swing }) => swing > 0.5)
  const title = `Each input ${plainNumber(spread)}% lower and higher, one at a time`
  return (
    <>
      {moving.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page it scrolls, by keyboard too
        <figure className="fp-figure__chart" tabIndex={0} aria-label={title}>
          <ul className="fp-demand__legend">
            <li>
              <Key colour={LOWER} />
              Input lower
            </li>
            <li>
              <Key colour={HIGHER} />
              Input higher
            </li>
          </ul>
          {(['wide', 'narrow'] as const).map((room) => (
            <div key={room} className={`fp-registry-figure__drawing fp-registry-figure__drawing--${room}`}>
              <div
                role="img"
                aria-label={`${title}. The table below has the numbers.`}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: a chart that this server has just drawn
                dangerouslySetInnerHTML={{ __html: drawTornado(moving, difference, room) }}
              />
            </div>
          ))}
        </figure>
      ) : null}
      <DataTable
        caption={`New service less referral pathway (present value), each input ${plainNumber(spread)}% lower and higher`}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { heading: 'Input', names: true, cell: ({ name }) => costInput(name).label },
          { heading: 'Lower', number: true, cell: ({ name, low }) => valueWords(name, low) },
          { heading: 'Difference', number: true, cell: ({ atLow }) => pounds(atLow) },
          { heading: 'Higher', number: true, cell: ({ name, high }) => valueWords(name, high) },
          { heading: 'Difference', number: true, cell: ({ atHigh }) => pounds(atHigh) },
          { heading: 'Swing', number: true, cell: ({ swing }) => pounds(swing) },
          { heading: 'Cheaper one changes', cell: ({ turns }) => (turns ? 'Yes' : 'No') },
        ]}
      />
    </>
  )
}

function Key({ colour }: { readonly colour: string }) {
  return (
    <svg width="18" height="14" aria-hidden="true" focusable="false">
      <rect width="18" height="14" fill={colour} />
    </svg>
  )
}

export function valueWords(name: Sensitivity['name'], value: number): string {
  const { unit } = costInput(name)
  return unit === '£' ? pounds(value) : `${plainNumber(value)} ${unit}`
}

function drawTornado(rows: readonly Sensitivity[], difference: number, room: Room): string {
  const values = rows.slice(0, 10).flatMap(({ name, atLow, atHigh }) => [
    { name: costInput(name).label, side: 'lower', from: difference, to: atLow },
    { name: costInput(name).label, side: 'higher', from: difference, to: atHigh },
  ])
  const y: Layer = {
    field: 'name',
    type: 'nominal',
    sort: rows.map(({ name }) => costInput(name).label),
    title: null,
    axis: { labelLimit: room === 'wide' ? 330 : 130, ticks: false, domain: false },
  }
  const x: Layer = {
    field: 'from',
    type: 'quantitative',
    scale: { zero: false },
    title: ['← new service costs less    difference    pathway costs less →'],
    axis: { tickCount: room === 'wide' ? 6 : 3, format: '~s' },
  }
  const spec = chartOf({
    ...head(room),
    config: config(room),
    width: room === 'wide' ? widthIn(room, 480) : 190,
    height: { step: room === 'wide' ? 26 : 30 },
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: 16 },
        encoding: {
          y,
          x: { ...x, title: room === 'wide' ? 'New service less referral pathway, £' : 'Difference, £' },
          x2: { field: 'to' },
          color: {
            field: 'side',
            type: 'nominal',
            scale: { domain: ['lower', 'higher'], range: [LOWER, HIGHER] },
            legend: null,
          },
        },
      },
      {
        data: { values: [{ at: difference }] },
        mark: { type: 'rule', color: INK.text, strokeWidth: 1.5 },
        encoding: { x: { field: 'at', type: 'quantitative' } },
      },
      {
        data: { values: [{ at: 0 }] },
        mark: { type: 'rule', color: '#D5281B', strokeWidth: 1.5, strokeDash: [5, 4] },
        encoding: { x: { field: 'at', type: 'quantitative' } },
      },
    ],
  })
  return drawNow(spec).svg
}
