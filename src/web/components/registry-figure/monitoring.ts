/** Funnels, run charts and CUSUM: an organisation among others, and over time. */

import type { FunnelChart, MonitorChart, SeriesChart } from '#core/registry/figure/chart.ts'
import { type Chart, COLOURS, chartOf, head, INK, type Layer, type Room, widthIn } from './look.ts'

const ZONES = ['inside', 'outside-95', 'outside-99.8', 'not-told'] as const
const zoneColour = {
  field: 'zone',
  type: 'nominal',
  scale: { domain: [...ZONES], range: [COLOURS[0], COLOURS[4], COLOURS[1], INK.quiet] },
  legend: null,
} as const

export function funnelSpec(chart: FunnelChart, room: Room): Chart {
  const { limits, points, centre, measure } = chart
  const share = measure === 'share'
  const last = limits.at(-1)?.size ?? 1
  // A long bar of a small organisation does not press all others flat: it is cut at the top.
  const highest = Math.max(...points.map(({ low, high }) => (low === high ? high : low)), centre * 3)
  const cap = share ? Math.min(1, Math.ceil(highest * 13) / 10) : highest * 1.3
  const low = share ? Math.min(1, ...points.map((each) => each.low), centre) : 0
  // A share near 1 is read from a high start; the funnel opens downwards there.
  const floor = share && centre > 0.7 ? Math.max(0, Math.floor(low * 10 - 1.5) / 10) : 0
  const x = {
    field: 'size',
    type: 'quantitative',
    title: chart.across,
    scale: { domain: [0, last], nice: false },
    axis: { tickCount: room === 'wide' ? 8 : 5 },
  } as const
  const y = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: chart.title,
      scale: { domain: [floor, cap], clamp: true, nice: false },
      axis: share ? { format: '%', tickCount: 6 } : { tickCount: 6 },
    }) as const
  const line = (field: string, dash: readonly number[], at: 'high' | 'low'): Layer => ({
    data: {
      values: limits.filter((each) => {
        const v = each[field as 'low95']
        return at === 'high' ? v <= cap : v >= floor
      }),
    },
    mark: { type: 'line', stroke: INK.line, strokeWidth: 1.3, strokeDash: [...dash] },
    encoding: { x, y: y(field) },
  })
  const height = room === 'wide' ? 400 : 280
  const shown = points.map((point) => ({
    ...point,
    middle: (point.low + point.high) / 2,
    label: point.own && room === 'narrow' ? 'Your service' : (point.name ?? ''),
  }))
  const named = shown.filter((each) => each.own || (each.name && each.zone !== 'inside'))
  // Most have no name here.
  const organisation = named.length > 0 ? [{ field: 'label', title: 'Organisation' }] : []
  const layer: Layer[] = [
    {
      data: { values: limits.filter(({ low95, high95 }) => high95 > floor && low95 < cap) },
      mark: { type: 'area', color: '#E8EDEE', opacity: 0.6 },
      encoding: { x, y: y('low95'), y2: { field: 'high95' } },
    },
    line('high998', [1, 0], 'high'),
    line('low998', [1, 0], 'low'),
    line('high95', [5, 3], 'high'),
    line('low95', [5, 3], 'low'),
    {
      data: { values: [{ centre }] },
      mark: { type: 'rule', stroke: INK.quiet, strokeWidth: 1.5 },
      encoding: { y: y('centre') },
    },
    {
      data: { values: shown.filter((each) => each.low !== each.high) },
      mark: { type: 'rule', strokeWidth: 4, opacity: 0.55 },
      encoding: {
        x,
        y: y('low'),
        y2: { field: 'high' },
        color: zoneColour,
        tooltip: [
          ...organisation,
          { field: 'size', title: chart.across },
          { field: 'low', title: 'At least', format: share ? '.1%' : '.2f' },
          { field: 'high', title: 'At most', format: share ? '.1%' : '.2f' },
        ],
      },
    },
    {
      data: { values: shown.filter((each) => each.low === each.high) },
      mark: { type: 'point', filled: true, opacity: 0.95, stroke: '#FFFFFF', strokeWidth: 1 },
      encoding: {
        x,
        y: y('middle'),
        color: zoneColour,
        size: { condition: { test: 'datum.own', value: 260 }, value: 110 },
        shape: {
          field: 'zone',
          type: 'nominal',
          scale: { domain: [...ZONES], range: ['circle', 'diamond', 'triangle-up', 'square'] },
          legend: null,
        },
        tooltip: [
          ...organisation,
          { field: 'size', title: chart.across },
          { field: 'middle', title: chart.title, format: share ? '.1%' : '.2f' },
        ],
      },
    },
    {
      data: { values: onOneAnother(points) },
      mark: { type: 'text', baseline: 'bottom', dy: -7, fontSize: 12, color: INK.text },
      encoding: { x, y: y('high'), text: { field: 'words' } },
    },
    ...named.flatMap((each) => nameLayers(each, each.size / last, room, { x, y: y('high') })),
    {
      data: { values: besideLimits(chart, (cap - floor) / height, cap) },
      mark: { type: 'text', align: 'left', dx: 4, fontSize: 12, color: INK.quiet },
      encoding: { x: { datum: last, type: 'quantitative' }, y: y('at'), text: { field: 'words' } },
    },
  ]
  return chartOf({ ...head(room), width: widthIn(room), height, layer })
}

/** Where several marks are drawn as one, how many. */
function onOneAnother(points: FunnelChart['points']) {
  const counts = new Map<string, { size: number; high: number; count: number }>()
  for (const { size, low, high } of points) {
    const place = `${size}/${low}/${high}`
    counts.set(place, { size, high, count: (counts.get(place)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
    .filter(({ count }) => count > 1)
    .map((each) => ({ ...each, words: `${each.count}` }))
}

/** A name at its point, on the side where there is room for it, with a white edge against what lies under it. */
function nameLayers(
  point: Layer,
  along: number,
  room: Room,
  { x, y }: { readonly x: Layer; readonly y: Layer },
) {
  const side = along > 0.55 ? 'right' : 'left'
  const mark = {
    ...{ type: 'text', align: side, baseline: 'middle', dx: side === 'left' ? 13 : -13 },
    ...{ fontSize: room === 'wide' ? 14 : 12, fontWeight: 'bold', limit: widthIn(room) * 0.55 },
  }
  return [{ color: '#FFFFFF', stroke: '#FFFFFF', strokeWidth: 5, opacity: 0.9 }, { color: INK.text }].map(
    (ink): Layer => ({
      data: { values: [point] },
      mark: { ...mark, ...ink },
      encoding: { x, y, text: { field: 'label' } },
    }),
  )
}

/** What each line is, at its end, from above down, and apart where lines run together. */
function besideLimits({ limits, centre, measure }: FunnelChart, pixel: number, cap: number) {
  const end = limits.at(-1)
  const gap = 14 * pixel
  let above = Number.POSITIVE_INFINITY
  return [
    { words: '99.8%', at: end?.high998 ?? 0 },
    { words: '95%', at: end?.high95 ?? 0 },
    { words: measure === 'share' ? 'All' : '1', at: centre },
  ]
    .filter(({ at }) => at <= cap)
    .map(({ words, at }) => {
      above = Math.min(at, above - gap)
      return { words, at: above }
    })
}

export function seriesSpec(chart: SeriesChart, room: Room): Chart {
  const values = chart.points.map((point) => ({ ...point, day: `${point.month}-01` }))
  const most = Math.max(...values.map(({ value }) => value ?? 0), chart.centre ?? 0)
  const least = Math.min(1, ...values.map(({ value }) => value ?? 1))
  const x = {
    field: 'day',
    type: 'temporal',
    title: null,
    axis: { format: '%b %Y', labelOverlap: true, grid: false, tickCount: room === 'wide' ? 8 : 4 },
  } as const
  const y = {
    field: 'value',
    type: 'quantitative',
    title: chart.title,
    scale: {
      domain: [least > 0.6 ? Math.floor(least * 10 - 1) / 10 : 0, Math.min(1, Math.ceil(most * 11) / 10)],
    },
    axis: { format: '%', tickCount: 5 },
  } as const
  return chartOf({
    ...head(room),
    width: widthIn(room),
    height: room === 'wide' ? 280 : 220,
    data: { values },
    layer: [
      {
        data: { values: [{ centre: chart.centre }] },
        mark: { type: 'rule', stroke: INK.quiet, strokeWidth: 1.5 },
        encoding: { y: { ...y, field: 'centre' } },
      },
      { mark: { type: 'line', color: COLOURS[0], strokeWidth: 1.5 }, encoding: { x, y } },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 70 },
        encoding: {
          x,
          y,
          color: {
            field: 'signal',
            type: 'nominal',
            scale: { domain: [false, true], range: [COLOURS[0], COLOURS[1]] },
            legend: null,
          },
          shape: {
            field: 'signal',
            type: 'nominal',
            scale: { domain: [false, true], range: ['circle', 'diamond'] },
            legend: null,
          },
          tooltip: [
            { field: 'month', title: 'Month' },
            { field: 'value', title: chart.title, format: '.1%' },
            { field: 'of', title: 'Of' },
          ],
        },
      },
      {
        data: { values: [{ centre: chart.centre, words: 'Median' }] },
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 12, color: INK.quiet },
        encoding: { x: { value: 'width' }, y: { ...y, field: 'centre' }, text: { field: 'words' } },
      },
    ],
  })
}

export function monitorSpec(chart: MonitorChart, room: Room): Chart {
  const values = chart.points.map((point) => ({ ...point, under: -point.margin }))
  const signals = values.filter(({ number }) => chart.signals.includes(number))
  const x = {
    field: 'number',
    type: 'quantitative',
    title: 'In order of time',
    axis: { grid: false, tickMinStep: 1 },
    scale: { nice: false },
  } as const
  const width = widthIn(room)
  const y = (field: string, title: string) => ({ field, type: 'quantitative', title }) as const
  return chartOf({
    ...head(room),
    vconcat: [
      {
        width,
        height: room === 'wide' ? 190 : 150,
        title: 'Expected less observed',
        data: { values },
        layer: [
          {
            mark: { type: 'area', color: '#E8EDEE' },
            encoding: {
              x: { ...x, title: null },
              y: y('under', 'Fewer than expected'),
              y2: { field: 'margin' },
            },
          },
          {
            data: { values: [{ zero: 0 }] },
            mark: { type: 'rule', stroke: INK.quiet },
            encoding: { y: y('zero', 'Fewer than expected') },
          },
          {
            mark: { type: 'line', interpolate: 'step-after', color: COLOURS[0], strokeWidth: 2 },
            encoding: { x: { ...x, title: null }, y: y('vlad', 'Fewer than expected') },
          },
        ],
      },
      {
        width,
        height: room === 'wide' ? 190 : 150,
        title: 'CUSUM',
        data: { values },
        layer: [
          {
            data: { values: [{ limit: chart.limit }] },
            mark: { type: 'rule', stroke: COLOURS[1], strokeDash: [5, 3], strokeWidth: 1.5 },
            encoding: { y: y('limit', 'Evidence of worse') },
          },
          {
            mark: { type: 'line', interpolate: 'step-after', color: COLOURS[0], strokeWidth: 2 },
            encoding: { x, y: y('cusum', 'Evidence of worse') },
          },
          {
            data: { values: signals },
            mark: {
              type: 'point',
              filled: true,
              shape: 'triangle-up',
              size: 120,
              color: COLOURS[1],
              opacity: 1,
            },
            encoding: { x, y: y('cusum', 'Evidence of worse') },
          },
        ],
      },
    ],
    spacing: 28,
  })
}
