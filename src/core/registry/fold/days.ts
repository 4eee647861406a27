/** Days between days, where either may not be known. */

import { daysBetween, isDay } from '../../calendar/uk-day.ts'

/** From one day to another, negative where it is before; null where either is not known. */
export function between(from: string | null | undefined, to: string | null | undefined): number | null {
  return from && to ? daysBetween(from, to) : null
}

/** The same, null where it is negative: what is said to come after came before, and is not used. */
export function after(from: string | null | undefined, to: string | null | undefined): number | null {
  const days = between(from, to)
  return days === null || days < 0 ? null : days
}

/** The earliest of some days; null where there is none. */
export function earliest(days: Iterable<string | null>): string | null {
  let first: string | null = null
  for (const day of days) if (day !== null && (first === null || day < first)) first = day
  return first
}

/** The latest of some days; null where there is none. */
export function latest(days: Iterable<string | null>): string | null {
  let last: string | null = null
  for (const day of days) if (day !== null && (last === null || day > last)) last = day
  return last
}

/** A day that the calendar has; else null. */
export function dayOrNull(day: string | null | undefined): string | null {
  return day && isDay(day) ? day : null
}
