/** What is drawn, as plain data: marks with their numbers, no colours and no sizes. */

import type { Shown } from './figure.ts'

export type Chart =
  | CurvesChart
  | BarsChart
  | RatiosChart
  | LinesChart
  | WaterfallChart
  | FunnelChart
  | SeriesChart
  | MonitorChart
  | RatesChart
  | MapChart
  | { readonly draws: 'nothing'; readonly words: string }

/** One curve: it holds each value until the next time. Times in months, values from 0 to 1. */
export interface Curve {
  readonly name: string
  readonly steps: readonly CurveStep[]
  /** Where subjects left without event, thinned. */
  readonly ticks: readonly { readonly month: number; readonly value: number }[]
  /** Of the times of `CurvesChart.riskMonths`. */
  readonly atRisk: readonly Shown[]
}
export interface CurveStep {
  readonly month: number
  readonly value: number
  readonly lower: number | null
  readonly upper: number | null
}
export interface CurvesChart {
  readonly draws: 'curves'
  readonly measure: 'survival' | 'incidence'
  readonly title: string
  readonly months: number
  readonly riskMonths: readonly number[]
  readonly curves: readonly Curve[]
}

/** Shares with their intervals. */
export interface BarsChart {
  readonly draws: 'bars'
  readonly title: string
  readonly bars: readonly Estimate[]
}
export interface Estimate {
  readonly name: string
  readonly words: string
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Ratios on a logarithmic axis; a reference category stands at 1. */
export interface RatiosChart {
  readonly draws: 'ratios'
  readonly title: string
  readonly ratios: readonly (Estimate & { readonly of: string; readonly reference: boolean })[]
}

/** A line for each patient or treatment. */
export interface LinesChart {
  readonly draws: 'lines'
  readonly title: string
  readonly lines: readonly {
    readonly months: number
    readonly ends: 'died' | 'seen'
    readonly group: string
    readonly marks: readonly { readonly month: number; readonly what: string }[]
  }[]
}

export interface WaterfallChart {
  readonly draws: 'waterfall'
  readonly title: string
  readonly bars: readonly { readonly change: number; readonly response: string }[]
}

export interface FunnelPoint {
  readonly name: string | null
  readonly own: boolean
  readonly size: number
  /** Between these: apart where the count behind it is withheld. */
  readonly low: number
  readonly high: number
  readonly zone: Zone
}
/** 'not-told': on which side of a limit is withheld with the counts. */
export type Zone = 'inside' | 'outside-95' | 'outside-99.8' | 'not-told'
export interface FunnelChart {
  readonly draws: 'funnel'
  readonly title: string
  /** What is in the middle: the share of all, or 1 of a ratio. */
  readonly centre: number
  readonly measure: 'share' | 'ratio'
  readonly across: string
  readonly limits: readonly {
    readonly size: number
    readonly low95: number
    readonly high95: number
    readonly low998: number
    readonly high998: number
  }[]
  readonly points: readonly FunnelPoint[]
}

export interface SeriesChart {
  readonly draws: 'series'
  readonly title: string
  readonly centre: number | null
  readonly points: readonly {
    readonly month: string
    readonly value: number | null
    readonly of: number
    readonly signal: boolean
  }[]
}

export interface MonitorChart {
  readonly draws: 'monitor'
  readonly title: string
  readonly points: readonly {
    readonly number: number
    readonly cusum: number
    readonly vlad: number
    readonly margin: number
  }[]
  readonly limit: number
  /** The numbers of the points at which the CUSUM signalled. */
  readonly signals: readonly number[]
}

export interface RatesChart {
  readonly draws: 'rates'
  readonly title: string
  readonly rates: readonly (Estimate & { readonly intent: string; readonly nation: string })[]
}

export interface MapChart {
  readonly draws: 'map'
  readonly title: string
  readonly services: readonly {
    readonly code: string
    readonly state: DeclaredState
  }[]
}
export type DeclaredState =
  | 'declared-observed'
  | 'declared-only'
  | 'observed-only'
  | 'neither'
  | 'no-answer-observed'
  | 'no-answer'
