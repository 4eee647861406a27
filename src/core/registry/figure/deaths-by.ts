/**
 * The share of deaths by a day as Kaplan-Meier estimates it: whoever was lost before that day counts for as long as
 * they were seen, which a share of those that are known cannot do.
 */

import { survivalAt } from '../../statistics/at-times.ts'
import { kaplanMeier } from '../../statistics/kaplan-meier.ts'
import type { Proportion } from '../endpoint.ts'
import { numbersOf, type Vectors } from '../vectors.ts'
import { percentWords } from './words.ts'

const days: Readonly<Record<string, number>> = { died30: 30, died90: 90 }
export const deathColumns = ['daysToDeath', 'daysToLastSeen'] as const

/** The day by which this share counts deaths; undefined where it counts something else. */
export function deathDayOf({ column, unit, counted }: Proportion): number | undefined {
  return unit === 'treatment' && counted === 'yes' && Object.hasOwn(days, column) ? days[column] : undefined
}

/** A sentence; null where nobody of these was followed. */
export function deathsBy(endpoint: Proportion, vectors: Vectors): string | null {
  const day = deathDayOf(endpoint)
  if (day === undefined) return null
  const [died, seen] = deathColumns.map((column) => numbersOf(vectors, column))
  const time: number[] = []
  const event: number[] = []
  for (let row = 0; row < vectors.length; row += 1) {
    const death = died?.[row] ?? Number.NaN
    const until = Number.isNaN(death) ? (seen?.[row] ?? Number.NaN) : death
    if (!(until >= 0)) continue
    time.push(until)
    event.push(Number.isNaN(death) ? 0 : 1)
  }
  if (time.length === 0) return null
  const curve = kaplanMeier({ time: Float64Array.from(time), event: Uint8Array.from(event) })
  const { survival, lower, upper } = survivalAt(curve, Float64Array.of(day))
  const dead = (alive: number | undefined) => percentWords(1 - (alive ?? 1), 1)
  const interval = Number.isNaN(lower[0]) ? '' : ` (95% interval ${dead(upper[0])} to ${dead(lower[0])})`
  return `With everybody counted for as long as they were seen, Kaplan-Meier estimates ${dead(survival[0])}${interval} by day ${day} from the first session.`
}
