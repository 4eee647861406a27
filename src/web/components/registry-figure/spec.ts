/** A released figure's chart as a Vega-Lite specification: plain data that anyone can copy and draw again. */

import type { Chart as FigureChart } from '#core/registry/figure/chart.ts'
import type { Comparator } from '#core/registry/figure/comparator.ts'
import { curvesSpec } from './curves.ts'
import { barsSpec, ratesSpec, ratiosSpec } from './estimates.ts'
import type { Chart, Room } from './look.ts'
import { funnelSpec, monitorSpec, seriesSpec } from './monitoring.ts'
import { linesSpec, waterfallSpec } from './single-lines.ts'

/** Null: it is a map, or there is nothing to draw. */
export function chartSpec(chart: FigureChart, comparators: readonly Comparator[], room: Room): Chart | null {
  switch (chart.draws) {
    case 'curves':
      return curvesSpec(chart, comparators, room)
    case 'bars':
      return barsSpec(chart, comparators, room)
    case 'ratios':
      return ratiosSpec(chart, room)
    case 'lines':
      return linesSpec(chart, room)
    case 'waterfall':
      return waterfallSpec(chart, room)
    case 'funnel':
      return funnelSpec(chart, room)
    case 'series':
      return seriesSpec(chart, room)
    case 'monitor':
      return monitorSpec(chart, room)
    case 'rates':
      return ratesSpec(chart, room)
    case 'map':
    case 'nothing':
      return null
  }
}
