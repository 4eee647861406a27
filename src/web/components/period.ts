/** The months that figures cover, as the address says: `from` and `to`, both included. */

import { monthWords } from '#core/calendar/uk-time.ts'
import { isoDay } from './dates.ts'

export interface Period {
  /** `2026-11`. */
  readonly from: string
  readonly to: string
  /** Whether it reaches the present, so that treatments still to come are counted beside. */
  readonly reachesNow: boolean
}

export const trendMonths = 36
const usualMonths = 12

/** The period that an address asks for; the last 12 months where it asks for none, or for what is none. */
export function periodOf(
  given: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: Date,
): Period {
  const present = isoDay(now).slice(0, 7)
  const to = isMonth(given.to) && given.to < present ? given.to : present
  const usual = monthsBefore(to, usualMonths - 1)
  const from = isMonth(given.from) && given.from <= to ? given.from : usual
  return { from, to, reachesNow: to === present }
}

function isMonth(text: string | undefined): text is string {
  return /^20\d\d-(0[1-9]|1[0-2])$/.test(text ?? '')
}

/** The month so many before another. */
export function monthsBefore(month: string, count: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const all = year * 12 + number - 1 - count
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`
}

/** So many months that end with one, in order. */
export function monthsUpTo(last: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => monthsBefore(last, count - 1 - index))
}

/** December 2025 to November 2026 */
export function periodWords({ from, to }: Period): string {
  return from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`
}

/** As an address says it. */
export function periodQuery({ from, to }: Period): Readonly<Record<string, string>> {
  return { from, to }
}
