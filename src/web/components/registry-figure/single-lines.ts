/** A line or bar for each treatment: swimmer and waterfall. */

import type { LinesChart, WaterfallChart } from '#core/registry/figure/chart.ts'
import { type Chart, chartOf, head, INK, NOT_KNOWN, type Room, widthIn } from './look.ts'

/** From best to worst; what is not known is grey. */
const RESPONSES: Readonly<Record<string, string>> = {
  'Complete response': '#005EB8',
  'Partial response': '#56B4E9',
  'Stable disease': '#A07800',
  'Progressive disease': '#D55E00',
  'Not evaluable': '#8A8A8A',
  'No response recorded': NOT_KNOWN,
}

function colours(present: readonly string[]) {
  const domain = Object.keys(RESPONSES).filter((name) => present.includes(name))
  return { domain, range: domain.map((name) => RESPONSES[name] ?? NOT_KNOWN) }
}
const legend = (room: Room) =>
  ({
    title: null,
    orient: 'top',
    columns: room === 'wide' ? 3 : 2,
    symbolType: 'square',
    symbolSize: 110,
  }) as const

export function linesSpec(chart: LinesChart, room: Room): Chart {
  const values = chart.lines.map((line, at) => ({
    at,
    months: line.months,
    ends: line.ends,
    group: line.group,
  }))
  const marks = chart.lines.flatMap((line, at) => [
    ...line.marks.map(({ month, what }) => ({ at, month, what })),
    { at, month: line.months, what: line.ends === 'died' ? 'Died' : 'Seen alive' },
  ])
  const kinds = ['Progression', 'Next treatment', 'Severe complication', 'Died', 'Seen alive']
  const y = { field: 'at', type: 'ordinal', axis: null } as const
  const x = (field: string) =>
    ({ field, type: 'quantitative', title: 'Months from the first session', axis: { tickCount: 8 } }) as const
  return chartOf({
    ...head(room),
    width: widthIn(room),
    height: { step: room === 'wide' ? 11 : 9 },
    layer: [
      {
        data: { values },
        mark: { type: 'bar', height: 6, opacity: 0.75 },
        encoding: {
          y,
          x: x('months'),
          color: {
            field: 'group',
            type: 'nominal',
            scale: colours(values.map(({ group }) => group)),
            legend: legend(room),
          },
        },
      },
      {
        data: { values: marks },
        mark: {
          type: 'point',
          filled: true,
          size: 46,
          opacity: 1,
          color: INK.text,
          stroke: '#FFFFFF',
          strokeWidth: 0.6,
        },
        encoding: {
          y,
          x: x('month'),
          shape: {
            field: 'what',
            type: 'nominal',
            scale: { domain: kinds, range: ['triangle-up', 'circle', 'cross', 'square', 'triangle-right'] },
            legend: {
              title: null,
              // Beside the other one a phone has no room.
              orient: room === 'wide' ? 'top' : 'bottom',
              columns: room === 'wide' ? 3 : 2,
              symbolFillColor: INK.text,
              symbolStrokeColor: INK.text,
            },
          },
          tooltip: [
            { field: 'what', title: 'Event' },
            { field: 'month', title: 'Month' },
          ],
        },
      },
    ],
    resolve: { legend: { color: 'independent', shape: 'independent' } },
  })
}

export function waterfallSpec(chart: WaterfallChart, room: Room): Chart {
  const values = chart.bars.map((bar, at) => ({
    at,
    ...bar,
    height: Math.max(-100, Math.min(100, bar.change)),
  }))
  const y = {
    field: 'height',
    type: 'quantitative',
    title: 'Best change, %',
    scale: {
      domain: [
        -100,
        Math.max(20, Math.min(100, Math.ceil(Math.max(...values.map(({ height }) => height)) / 20) * 20)),
      ],
    },
  } as const
  return chartOf({
    ...head(room),
    width: widthIn(room),
    height: room === 'wide' ? 320 : 240,
    data: { values },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x: {
            field: 'at',
            type: 'ordinal',
            axis: null,
            scale: { paddingInner: values.length > 120 ? 0 : 0.15 },
          },
          y,
          color: {
            field: 'response',
            type: 'nominal',
            scale: colours(values.map(({ response }) => response)),
            legend: legend(room),
          },
          tooltip: [
            { field: 'response', title: 'Best response' },
            { field: 'change', title: 'Best change, %' },
          ],
        },
      },
      {
        data: { values: [{ limit: -30 }, { limit: 20 }] },
        mark: { type: 'rule', stroke: INK.text, strokeDash: [4, 3], strokeWidth: 1 },
        encoding: { y: { ...y, field: 'limit' } },
      },
    ],
  })
}
