/** The charts as Vega-Lite specifications: plain data that anyone can copy and draw again. */
import type { TopLevelSpec } from 'vega-lite'
import type { TableRow } from '#core/census/tabulate.ts'
import { INK } from '../../components/national-map/marks.ts'

const FONT = 'Arial, Arimo, sans-serif'

/** Thin axes, direct labels, no frame: what every chart of the census shares. */
const config: NonNullable<TopLevelSpec['config']> = {
  font: FONT,
  background: 'transparent',
  view: { stroke: null },
  axis: {
    labelFontSize: 14,
    titleFontSize: 14,
    titleFontWeight: 'normal',
    labelColor: INK.text,
    titleColor: INK.text,
    gridColor: '#E8EDEE',
    domainColor: INK.line,
    tickColor: INK.line,
    labelLimit: 0,
  },
  legend: {
    labelFontSize: 14,
    titleFontSize: 14,
    labelColor: INK.text,
    titleColor: INK.text,
    labelLimit: 0,
    symbolType: 'square',
  },
  title: { fontSize: 15, color: INK.text, anchor: 'start' },
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'

/** A bar for each procedure, most offered first, its count and percentage beside it. */
export function barsSpec(rows: readonly TableRow[], denominator: number, colour: string): TopLevelSpec {
  const values = rows.map(({ label, figure }) => ({
    label,
    count: figure.numerator,
    words: `${figure.numerator} (${figure.percent ?? 0}%)`,
  }))
  return {
    $schema: SCHEMA,
    config,
    width: 420,
    height: { step: 30 },
    data: { values },
    encoding: {
      y: { field: 'label', type: 'nominal', sort: null, title: null, axis: { ticks: false, domain: false } },
      x: {
        field: 'count',
        type: 'quantitative',
        title: `Organisations, of ${denominator}`,
        scale: { domain: [0, Math.max(1, denominator)] },
        axis: { tickCount: 6 },
      },
    },
    layer: [
      { mark: { type: 'bar', color: colour, height: 20 } },
      {
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 14, color: INK.text },
        encoding: { text: { field: 'words' } },
      },
    ],
  }
}

export interface Slice {
  readonly label: string
  readonly count: number
  readonly colour: string
}

export interface Pie {
  readonly title: string
  readonly slices: readonly Slice[]
}

/** Pies side by side, as the paper has them, each slice with its count. */
export function piesSpec(pies: readonly Pie[]): TopLevelSpec {
  return {
    $schema: SCHEMA,
    config,
    hconcat: pies.map(({ title, slices }) => {
      const shown = slices.filter(({ count }) => count > 0)
      return {
        title,
        width: 210,
        height: 210,
        data: { values: shown.map((slice) => ({ ...slice, key: `${slice.label}: ${slice.count}` })) },
        encoding: {
          theta: { field: 'count', type: 'quantitative', stack: true },
          order: { field: 'order', type: 'quantitative' },
          color: {
            field: 'key',
            type: 'nominal',
            sort: null,
            scale: {
              domain: shown.map(({ label, count }) => `${label}: ${count}`),
              range: shown.map(({ colour }) => colour),
            },
            legend: { title: null, orient: 'bottom', columns: 1 },
          },
        },
        layer: [{ mark: { type: 'arc', outerRadius: 95, stroke: '#FFFFFF', strokeWidth: 1.5 } }],
      }
    }),
    spacing: 32,
    resolve: { scale: { color: 'independent', theta: 'independent' } },
  }
}

export interface StackedPart extends Slice {
  readonly group: string
  /** Of its group. */
  readonly percent: number | null
}

/** The better chart beside the pies: a bar of 100% for each nation, each part with its count. */
export function stackedSpec(parts: readonly StackedPart[], groups: readonly string[]): TopLevelSpec {
  const labels = [...new Map(parts.map(({ label, colour }) => [label, colour]))]
  const values = parts.map((part, order) => ({
    ...part,
    order,
    words: part.count > 0 ? String(part.count) : '',
  }))
  const ink = (colour: string) => (colour === '#005EB8' || colour === '#D5281B' ? '#FFFFFF' : INK.text)
  return {
    $schema: SCHEMA,
    config,
    width: 560,
    height: { step: 40 },
    data: { values: values.map((value) => ({ ...value, ink: ink(value.colour) })) },
    encoding: {
      y: {
        field: 'group',
        type: 'nominal',
        sort: [...groups],
        title: null,
        axis: { ticks: false, domain: false },
      },
      x: {
        field: 'count',
        type: 'quantitative',
        stack: 'normalize',
        title: 'Share of organisations; each number is a count',
        axis: { format: '%', tickCount: 5 },
      },
      order: { field: 'order', type: 'quantitative' },
    },
    layer: [
      {
        mark: { type: 'bar', height: 28, stroke: '#FFFFFF' },
        encoding: {
          color: {
            field: 'label',
            type: 'nominal',
            scale: { domain: labels.map(([label]) => label), range: labels.map(([, colour]) => colour) },
            legend: { title: null, orient: 'bottom', columns: 2 },
          },
        },
      },
      {
        mark: { type: 'text', fontSize: 13, fontWeight: 'bold' },
        encoding: {
          x: { field: 'count', type: 'quantitative', stack: 'normalize', bandPosition: 0.5 },
          text: { field: 'words' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
    ],
  }
}
