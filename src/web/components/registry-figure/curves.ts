/** Survival and incidence curves with their intervals, ticks, direct labels, references and numbers at risk. */

import type { CurvesChart } from '#core/registry/figure/chart.ts'
import type { Comparator } from '#core/registry/figure/comparator.ts'
import type { Shown } from '#core/registry/figure/figure.ts'
import { grouped } from '#core/registry/figure/words.ts'
import {
  type Chart,
  chartOf,
  colourAt,
  dashAt,
  head,
  INK,
  type Layer,
  REFERENCE,
  type Room,
  widthIn,
} from './look.ts'

const ROW = 20
/** As long a line of a name as there is room for beside a curve. */
const LINE = 22

/** A long name in two lines, or more: 'Selective internal' over 'radiation therapy'. */
function linesOf(name: string): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** On a phone numbers at risk have no room for names: a letter leads from one to the other. */
const letterOf = (at: number) => String.fromCharCode(65 + at)

export function curvesSpec(chart: CurvesChart, comparators: readonly Comparator[], room: Room): Chart {
  const { curves, months, measure } = chart
  const names = curves.map(({ name }) => name)
  const colours = names.map((name, at) => colourAt(at, name))
  const width = widthIn(room)
  const single = curves.length === 1
  const steps = curves.flatMap(({ name, steps }) => steps.map((step) => ({ name, ...step })))
  const x = {
    field: 'month',
    type: 'quantitative',
    title: null,
    scale: { domain: [0, months], nice: false },
    axis: { values: [...chart.riskMonths], grid: false, labelFlush: false },
  } as const
  const y = {
    field: 'value',
    type: 'quantitative',
    title: measure === 'survival' ? chart.title : `${chart.title}, cumulative`,
    scale: { domain: [0, top(chart)] },
    axis: { format: '%', tickCount: 5 },
  } as const
  const color = {
    field: 'name',
    type: 'nominal',
    scale: { domain: names, range: colours },
    legend: null,
  } as const
  const medians = comparators.filter((each) => each.measure === 'median-survival-months')
  const layer: Layer[] = [
    {
      data: { values: steps.filter(({ lower, upper }) => lower !== null && upper !== null) },
      mark: { type: 'area', interpolate: 'step-after', opacity: single ? 0.16 : 0.1 },
      encoding: {
        x,
        y: { ...y, field: 'lower' },
        y2: { field: 'upper' },
        color,
        detail: { field: 'name' },
      },
    },
    {
      data: { values: steps },
      mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
      encoding: {
        x,
        y,
        color,
        strokeDash: {
          field: 'name',
          type: 'nominal',
          scale: { domain: names, range: names.map((_, at) => dashAt(at)) },
          legend: null,
        },
      },
    },
    {
      data: { values: curves.flatMap(({ name, ticks }) => ticks.map((tick) => ({ name, ...tick }))) },
      mark: { type: 'tick', orient: 'vertical', thickness: 1.5, size: 9 },
      encoding: { x, y, color },
    },
  ]
  layer.push(readLayer(chart, x, y))
  layer.push(...referenceLayers(measure === 'survival' ? medians : [], months, room))
  if (!single && room === 'wide') layer.push(...labelLayers(chart, colours))
  return chartOf({
    ...head(room),
    vconcat: [
      // On a phone the ends of the curves have no room for names.
      ...(single || room === 'wide' ? [] : [namesAbove(names, colours, width)]),
      { width, height: room === 'wide' ? 340 : 240, layer },
      riskTable(chart, colours, room),
    ],
    spacing: room === 'wide' ? 26 : 18,
    resolve: { scale: { color: 'independent' } },
  })
}

/** Each name behind a stroke of its curve: Vega's own legends lose the colour where there are dashes, too. */
function namesAbove(names: readonly string[], colours: readonly string[], width: number): Layer {
  const values = names.map((name, at) => ({ name, words: `${letterOf(at)}  ${name}`, colour: colours[at] }))
  const y = { field: 'name', type: 'nominal', sort: [...names], title: null, axis: null } as const
  const colour = { field: 'colour', type: 'nominal', scale: null } as const
  return {
    width,
    height: { step: ROW },
    view: { stroke: null },
    layer: [
      ...values.map(
        (value, at): Layer => ({
          data: { values: [value] },
          mark: { type: 'rule', strokeWidth: 3, strokeDash: dashAt(at) },
          encoding: { y, x: { value: 0 }, x2: { value: 34 }, color: colour },
        }),
      ),
      {
        data: { values },
        mark: { type: 'text', align: 'left', fontSize: 12, color: INK.text },
        encoding: { y, x: { value: 44 }, text: { field: 'words' } },
      },
    ],
  }
}

const mostReadings = 48

/** Unseen points along each curve, at whole months: what a pointer or the arrow keys read from it. */
function readLayer({ curves, months, title }: CurvesChart, x: Layer, y: Layer): Layer {
  const every = Math.ceil(months / mostReadings)
  const shown = (share: number) => `${(share * 100).toFixed(1)}%`
  const values = curves.flatMap(({ name, steps }) => {
    const last = steps.at(-1)?.month ?? 0
    return Array.from({ length: Math.floor(Math.min(months, last) / every) + 1 }, (_, at) => {
      const month = at * every
      const step = steps.findLast((each) => each.month <= month)
      if (!step) return []
      const { value, lower, upper } = step
      const interval = lower === null || upper === null ? '' : ` (${shown(lower)} to ${shown(upper)})`
      return [{ name, month, value, words: `${shown(value)}${interval}` }]
    }).flat()
  })
  return {
    data: { values },
    mark: { type: 'point', filled: true, size: 320, opacity: 0 },
    encoding: {
      x,
      y,
      tooltip: [
        ...(curves.length > 1 ? [{ field: 'name', title: 'Group' }] : []),
        { field: 'month', title: 'Month' },
        { field: 'words', title },
      ],
    },
  }
}

/** To the next tenth above what is reached: an incidence of a few percent would lie flat on the axis. */
function top({ measure, curves }: CurvesChart): number {
  if (measure === 'survival') return 1
  const most = Math.max(
    0.05,
    ...curves.flatMap(({ steps }) => steps.map(({ value, upper }) => upper ?? value)),
  )
  return Math.min(1, Math.ceil(most * 10) / 10)
}

/** Each curve's name at its end, moved apart where two would lie on each other. */
function labelLayers(chart: CurvesChart, colours: readonly string[]): Layer[] {
  const gap = top(chart) * 0.055
  const labels = chart.curves
    .map(({ name, steps }, at) => ({
      ...{ words: linesOf(name), colour: colours[at], value: steps.at(-1)?.value ?? 0 },
    }))
    .sort((a, b) => a.value - b.value)
  // From the lowest up, each at least a gap above the one before.
  let below = Number.NEGATIVE_INFINITY
  let above = 0
  const values = labels.map(({ words, colour, value }) => {
    // Half the lines of the one below it, and half of its own.
    below = Math.max(value, below + (gap * (above + words.length)) / 2)
    above = words.length
    return { colour, value: below, words }
  })
  return [
    {
      data: { values },
      mark: {
        type: 'text',
        align: 'left',
        baseline: 'middle',
        dx: 8,
        fontSize: 14,
        lineHeight: 16,
        fontWeight: 'bold',
      },
      encoding: {
        x: { datum: chart.months, type: 'quantitative' },
        y: { field: 'value', type: 'quantitative' },
        text: { field: 'words' },
        color: { field: 'colour', type: 'nominal', scale: null },
      },
    },
  ]
}

/** Published medians: a band for the interval and a line, at the height where half are left. */
function referenceLayers(medians: readonly Comparator[], months: number, room: Room): Layer[] {
  const shown = medians.filter(({ estimate }) => estimate <= months)
  if (shown.length === 0) return []
  const values = shown.map((each, at) => ({
    registry: room === 'wide' ? referenceWords(each) : '',
    population: each.population,
    estimate: each.estimate,
    lower: each.lower ?? each.estimate,
    upper: Math.min(months, each.upper ?? months),
    height: 0.5,
    below: 0.47 - at * 0.06,
  }))
  const x = { field: 'estimate', type: 'quantitative' } as const
  return [
    {
      data: { values: [{ height: 0.5 }] },
      mark: { type: 'rule', stroke: REFERENCE, strokeDash: [2, 3], strokeWidth: 1 },
      encoding: { y: { field: 'height', type: 'quantitative' } },
    },
    {
      data: { values },
      mark: { type: 'rule', stroke: REFERENCE, strokeWidth: 6, opacity: 0.35 },
      encoding: {
        x: { field: 'lower', type: 'quantitative' },
        x2: { field: 'upper' },
        y: { field: 'below', type: 'quantitative' },
      },
    },
    {
      data: { values },
      mark: { type: 'point', shape: 'diamond', filled: true, color: INK.quiet, size: 70, opacity: 1 },
      encoding: {
        x,
        y: { field: 'below', type: 'quantitative' },
        tooltip: [
          { field: 'population', title: 'Published of' },
          { field: 'estimate', title: 'Median, months', format: '.1f' },
        ],
      },
    },
    ...[{ stroke: '#FFFFFF', strokeWidth: 4, opacity: 0.9 }, {}].map((halo) => ({
      data: { values },
      mark: { type: 'text', align: 'left', dx: 8, fontSize: 12, color: INK.quiet, ...halo },
      encoding: {
        x: { field: 'upper', type: 'quantitative' },
        y: { field: 'below', type: 'quantitative' },
        text: { field: 'registry' },
      },
    })),
  ]
}

/** "CIRT, hepatocellular carcinoma: 16.5". */
const referenceWords = ({ registry, population, estimate }: Comparator) =>
  `${registry.replace(/[,(].*/, '').trim()}, ${population.charAt(0).toLowerCase()}${population.slice(1)}: ${estimate.toFixed(1)}`

const shownWords = (shown: Shown | undefined) =>
  shown === undefined ? '' : shown === '*' ? '*' : grouped(shown)

/** The rows under the picture, aligned with its axis. */
function riskTable(chart: CurvesChart, colours: readonly string[], room: Room) {
  const names = chart.curves.map(({ name }) => name)
  // A label is what it is of, in lines: axes take no list.
  const labels = names.map((name, at) => (room === 'wide' ? linesOf(name).join('|') : letterOf(at)))
  const most = Math.max(...labels.map((label) => label.split('|').length))
  const every = room === 'wide' ? 1 : 2
  const kept = chart.riskMonths.filter((_, at) => at % every === 0)
  const values = chart.curves.flatMap(({ atRisk }, at) =>
    chart.riskMonths.flatMap((month, place) =>
      kept.includes(month)
        ? [{ name: labels[at], month, colour: colours[at], words: shownWords(atRisk[place]) }]
        : [],
    ),
  )
  return {
    width: widthIn(room),
    height: { step: most === 1 ? ROW : 16 * most + 6 },
    title: {
      text: 'Number at risk',
      fontSize: room === 'wide' ? 14 : 12,
      fontWeight: 'normal',
      offset: 8,
    },
    data: { values },
    mark: { type: 'text', fontSize: room === 'wide' ? 14 : 12 },
    encoding: {
      x: {
        field: 'month',
        type: 'quantitative',
        scale: { domain: [0, chart.months], nice: false },
        axis: {
          values: kept,
          grid: false,
          domain: false,
          ticks: false,
          labelFlush: false,
          title: 'Months',
        },
      },
      y: {
        field: 'name',
        type: 'nominal',
        sort: labels,
        title: null,
        axis:
          names.length === 1
            ? null
            : {
                ...{ domain: false, ticks: false, labelPadding: room === 'wide' ? 30 : 20 },
                labelExpr: "split(datum.label, '|')",
              },
      },
      text: { field: 'words' },
      color: { field: 'colour', type: 'nominal', scale: null },
    },
  }
}
