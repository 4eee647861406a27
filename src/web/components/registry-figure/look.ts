/** What all charts of the registry share: thin axes, direct labels, colours and dashes that stay apart in grey. */

import type { TopLevelSpec } from 'vega-lite'
import { INK } from '../national-map/marks.ts'

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'

export type Chart = TopLevelSpec
/** A part of one. */
export type Layer = Readonly<Record<string, unknown>>

/** Vega-Lite's types refuse readonly arrays; test/registry/drawing.test.ts compiles every kind instead. */
export const chartOf = (spec: Layer): Chart => spec as unknown as Chart

/** Where a chart is read: a phone has room for half the width. */
export type Room = 'wide' | 'narrow'
export const widthIn = (room: Room, wide = 720) => (room === 'wide' ? wide : 290)

/** Nine lines apart by colour and by dash; the last is for what is not known. @see Okabe and Ito, colour universal design */
export const COLOURS = [
  '#005EB8',
  '#D55E00',
  '#007F5F',
  '#8A3FA0',
  '#A07800',
  '#C03A76',
  '#41869E',
  '#3D3D3D',
] as const
const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 4],
  [12, 4],
  [1, 3],
  [6, 2, 1, 2, 1, 2],
]
export const NOT_KNOWN = '#768692'
/** A published result of elsewhere. */
export const REFERENCE = '#768692'

export const colourAt = (at: number, name: string) =>
  name === 'Not known' ? NOT_KNOWN : (COLOURS[at % COLOURS.length] ?? COLOURS[0])
export const dashAt = (at: number) => [...(DASHES[at % DASHES.length] ?? [1, 0])]

export const config = (room: Room): NonNullable<TopLevelSpec['config']> => {
  const size = room === 'wide' ? 14 : 12
  return {
    font: 'Arial, Arimo, sans-serif',
    background: 'transparent',
    view: { stroke: null },
    axis: {
      labelFontSize: size,
      titleFontSize: size,
      titleFontWeight: 'normal',
      labelColor: INK.text,
      titleColor: INK.text,
      gridColor: '#E8EDEE',
      domainColor: INK.line,
      tickColor: INK.line,
      labelLimit: 0,
    },
    legend: { labelFontSize: size, titleFontSize: size, labelColor: INK.text, labelLimit: 0 },
    title: { fontSize: size + 1, color: INK.text, anchor: 'start' },
  }
}

/** The head of every specification. */
export const head = (room: Room) => ({ $schema: SCHEMA, config: config(room) })
export { INK }
