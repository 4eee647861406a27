/** How many people are within reach: by band of minutes, and how long the way is on average. */

import type { Area } from '../network.ts'

/** The upper ends of the bands, in minutes. No threshold exists for IO; 45 minutes is radiotherapy's in England. */
export const BANDS = [30, 45, 60, 90] as const

/** People of some areas by the minutes of their way. */
export interface Reach {
  readonly people: number
  /** Within 30, over that to 45, to 60, to 90, over 90, and without a way by road. */
  readonly bands: readonly number[]
  /** One way, of those who have one; null where nobody has. */
  readonly meanMinutes: number | null
}

export const bandWords: readonly string[] = [
  'Up to 30 minutes',
  'Over 30, up to 45',
  'Over 45, up to 60',
  'Over 60, up to 90',
  'Over 90',
  'No way by road',
]

/** The place in `bands` of so many minutes; exactly 30 are within 30. */
export function bandOf(minutes: number): number {
  for (let band = 0; band < BANDS.length; band++) if (minutes <= (BANDS[band] as number)) return band
  return Number.isFinite(minutes) ? BANDS.length : BANDS.length + 1
}

/** @param minutes by area, in the order of `areas`; `own`: places of the areas to count, absent: all */
export function reachOf(
  minutes: ArrayLike<number>,
  areas: readonly Area[],
  own: readonly number[] = areas.map((_, place) => place),
): Reach {
  const bands = new Array<number>(BANDS.length + 2).fill(0)
  let [people, known, sum] = [0, 0, 0]
  for (const area of own) {
    const { population } = areas[area] as Area
    const way = minutes[area] as number
    people += population
    bands[bandOf(way)] = (bands[bandOf(way)] as number) + population
    if (Number.isFinite(way)) {
      known += population
      sum += population * way
    }
  }
  return { people, bands, meanMinutes: known > 0 ? sum / known : null }
}
