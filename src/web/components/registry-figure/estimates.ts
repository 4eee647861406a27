/** Shares and ratios as points with their intervals, one row each, the number beside it. */

import type { BarsChart, RatesChart, RatiosChart } from '#core/registry/figure/chart.ts'
import type { Comparator } from '#core/registry/figure/comparator.ts'
import { type Chart, COLOURS, chartOf, head, INK, type Layer, REFERENCE, type Room, widthIn } from './look.ts'

export function barsSpec(chart: BarsChart, comparators: readonly Comparator[], room: Room): Chart {
  const shares = comparators.filter(({ measure }) => measure === 'proportion')
  const most = Math.max(
    0.02,
    ...chart.bars.map(({ upper, value }) => upper ?? value ?? 0),
    ...shares.map(({ estimate }) => estimate),
  )
  const end = most > 0.6 ? 1 : Math.ceil(most * 20) / 20
  const values = chart.bars.map((bar) => ({ ...bar, all: bar.name === 'All' }))
  const y = rowsOf(
    chart.bars.map(({ name }) => name),
    room,
  )
  const scale = { domain: [0, end] }
  const layer: Layer[] = [
    ...shares.map(
      (each): Layer => ({
        data: {
          values: [
            {
              at: each.estimate,
              words: `${each.registry.replace(/ \(.*/, '')}, ${(each.estimate * 100).toFixed(1)}%`,
            },
          ],
        },
        mark: { type: 'rule', stroke: REFERENCE, strokeDash: [4, 3], strokeWidth: 1.5 },
        encoding: {
          x: { field: 'at', type: 'quantitative' },
          tooltip: [{ field: 'words', title: 'Published' }],
        },
      }),
    ),
    {
      mark: { type: 'rule', strokeWidth: 3, opacity: 0.5 },
      encoding: {
        y,
        x: { field: 'lower', type: 'quantitative' },
        x2: { field: 'upper' },
        color: ofAll,
      },
    },
    {
      mark: { type: 'point', filled: true, size: 110, opacity: 1 },
      encoding: {
        y,
        x: {
          field: 'value',
          type: 'quantitative',
          title: chart.title,
          scale,
          axis: { format: '%', tickCount: room === 'wide' ? 6 : 4 },
        },
        color: ofAll,
        shape: {
          field: 'all',
          type: 'nominal',
          scale: { domain: [false, true], range: ['circle', 'diamond'] },
          legend: null,
        },
        tooltip: [
          { field: 'name', title: 'Group' },
          { field: 'words', title: chart.title },
        ],
      },
    },
    besides(room, y),
  ]
  return chartOf({
    ...head(room),
    width: widthIn(room, 500),
    height: { step: room === 'wide' ? 34 : 52 },
    data: { values },
    layer,
  })
}

const ofAll = {
  field: 'all',
  type: 'nominal',
  scale: { domain: [false, true], range: [COLOURS[0], INK.text] },
  legend: null,
} as const

const rowsOf = (names: readonly string[], room: Room, field = 'name') =>
  ({
    field,
    type: 'nominal',
    sort: [...names],
    title: null,
    // On a phone the names stand above their rows.
    axis:
      room === 'wide'
        ? { ticks: false, domain: false, labelPadding: 8 }
        : {
            ticks: false,
            domain: false,
            labelAlign: 'left',
            labelPadding: -4,
            labelOffset: -13,
            labelBaseline: 'bottom',
            zindex: 1,
          },
  }) as const

/** The number in words, at the right of its row. */
function besides(room: Room, y: ReturnType<typeof rowsOf>): Layer {
  return {
    mark: {
      type: 'text',
      align: room === 'wide' ? 'left' : 'right',
      dx: room === 'wide' ? 12 : 0,
      dy: room === 'wide' ? 0 : 13,
      fontSize: room === 'wide' ? 14 : 12,
      color: INK.text,
    },
    encoding: { y, x: { value: 'width' }, text: { field: 'words' } },
  }
}

const RATIOS = [1 / 32, 1 / 16, 1 / 8, 0.25, 0.5, 1, 2, 4, 8, 16, 32]

export function ratiosSpec(chart: RatiosChart, room: Room): Chart {
  const values = chart.ratios.map((ratio, at) => ({
    ...ratio,
    label: ratio.name.startsWith(ratio.of) ? ratio.name : `${ratio.of}: ${ratio.name}`,
    clear: ratio.lower !== null && ratio.upper !== null && (ratio.lower > 1 || ratio.upper < 1),
    at,
  }))
  const finite = values.flatMap(({ lower, upper, value }) =>
    [lower, upper, value].filter(
      (each): each is number => each !== null && each > 0 && Number.isFinite(each),
    ),
  )
  const reach = Math.min(32, Math.max(2, ...finite, ...finite.map((each) => 1 / each)))
  const scale = { type: 'log', domain: [1 / reach, reach], clamp: true } as const
  const y = rowsOf(
    values.map(({ label }) => label),
    room,
    'label',
  )
  const color = {
    field: 'clear',
    type: 'nominal',
    scale: { domain: [false, true], range: [INK.quiet, COLOURS[0]] },
    legend: null,
  } as const
  const layer: Layer[] = [
    {
      data: { values: [{ one: 1 }] },
      mark: { type: 'rule', stroke: INK.line, strokeWidth: 1 },
      encoding: { x: { field: 'one', type: 'quantitative', scale } },
    },
    {
      mark: { type: 'rule', strokeWidth: 2.5 },
      encoding: { y, x: { field: 'lower', type: 'quantitative', scale }, x2: { field: 'upper' }, color },
    },
    {
      mark: { type: 'point', filled: true, size: 90, opacity: 1 },
      encoding: {
        y,
        x: {
          field: 'value',
          type: 'quantitative',
          scale,
          title: `${chart.title} (below 1: less often)`,
          axis: { values: RATIOS.filter((each) => each >= 1 / reach && each <= reach), format: '~g' },
        },
        color,
        shape: {
          field: 'reference',
          type: 'nominal',
          scale: { domain: [false, true], range: ['square', 'diamond'] },
          legend: null,
        },
        tooltip: [
          { field: 'label', title: 'Group' },
          { field: 'words', title: chart.title },
        ],
      },
    },
    besides(room, y),
  ]
  return chartOf({
    ...head(room),
    width: widthIn(room, 500),
    height: { step: room === 'wide' ? 32 : 52 },
    data: { values },
    layer,
  })
}

/** Rates by region, a row each, the intents apart by colour and shape. */
export function ratesSpec(chart: RatesChart, room: Room): Chart {
  const names = [...new Set(chart.rates.map(({ name }) => name))]
  const intents = [...new Set(chart.rates.map(({ intent }) => intent))]
  const color = {
    field: 'intent',
    type: 'nominal',
    scale: { domain: intents, range: [COLOURS[0], COLOURS[1]] },
    legend: {
      title: null,
      orient: 'top',
      direction: room === 'wide' ? 'horizontal' : 'vertical',
      symbolSize: 90,
    },
  } as const
  const shape = {
    field: 'intent',
    type: 'nominal',
    scale: { domain: intents, range: ['circle', 'square'] },
  } as const
  const y = rowsOf(names, room)
  const yOffset = { field: 'intent', type: 'nominal', sort: intents } as const
  // Of a region in which no service takes part one line says so, beside its first row.
  const values = chart.rates.map((rate) => ({
    ...rate,
    absent: rate.words === '*' ? '* withheld' : rate.intent === intents[0] ? rate.words : '',
  }))
  return chartOf({
    ...head(room),
    width: widthIn(room, 600),
    height: { step: 17 },
    data: { values },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 3, opacity: 0.45 },
        encoding: { y, yOffset, x: { field: 'lower', type: 'quantitative' }, x2: { field: 'upper' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: 80, opacity: 1 },
        encoding: {
          y,
          yOffset,
          x: { field: 'value', type: 'quantitative', title: chart.title, axis: { tickCount: 5 } },
          color,
          shape,
          tooltip: [
            { field: 'name', title: 'Region' },
            { field: 'intent', title: 'Intent' },
            { field: 'words', title: 'A year per million' },
          ],
        },
      },
      {
        transform: [{ filter: 'datum.value === null' }],
        mark: { type: 'text', align: 'left', fontSize: 12, color: INK.quiet, dx: 2 },
        encoding: { y, yOffset, x: { value: 0 }, text: { field: 'absent', type: 'nominal' } },
      },
    ],
  })
}
