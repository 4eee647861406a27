/**
 * How a funnel counts and places organisations: shares as they are, or shares adjusted for case-mix, which are observed
 * to expected times the share of all. Where most have the event, those without it are set against those expected to be
 * without it: limits of a ratio are of what is rare, and would hardly ever be passed by what is common.
 */

import {
  type BetweenUnits,
  type Limits,
  proportionLimits,
  ratioLimits,
} from '../../statistics/funnel-limits.ts'

export interface Scale {
  /** The share of all; null where nothing is known. */
  readonly centre: number | null
  readonly isAdjusted: boolean
  /** Those without the event are set against those expected without it. */
  readonly countsAbsence: boolean
  /** Between organisations, by which limits are widened; 0 where they are not. */
  readonly variance: number
}

type Way = Pick<Scale, 'centre' | 'isAdjusted' | 'countsAbsence'>

/** What is counted of so many known: the events, or those without. */
export function countOf(
  { countsAbsence }: Pick<Scale, 'countsAbsence'>,
  known: number,
  events: number,
): number {
  return countsAbsence ? Math.max(0, known - events) : events
}

/** A result as the share that is drawn: of a ratio, that times the share of all. */
export function shareOf({ centre, isAdjusted, countsAbsence }: Way, value: number): number {
  if (!isAdjusted) return Math.min(1, value)
  const all = centre ?? 0
  const share = countsAbsence ? 1 - value * (1 - all) : value * all
  return Math.min(1, Math.max(0, share))
}

/** Limits of what is counted, at a size: of a share, or of a ratio. */
export function limitsOf({ centre, isAdjusted, variance }: Scale, size: number): Limits {
  const between: BetweenUnits = { variance }
  return isAdjusted ? ratioLimits(1, size, between) : proportionLimits(centre ?? 0, size, between)
}

/** The same as shares that are drawn. */
export function drawnLimits(scale: Scale, size: number): Limits {
  const limits = limitsOf(scale, size)
  const at = (name: keyof Limits) => (scale.isAdjusted ? shareOf(scale, limits[name]) : limits[name])
  return scale.countsAbsence
    ? { low998: at('high998'), low95: at('high95'), high95: at('low95'), high998: at('low998') }
    : { low998: at('low998'), low95: at('low95'), high95: at('high95'), high998: at('high998') }
}
