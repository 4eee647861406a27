/** What a service does in a year, from what it counted itself. */

import type { ActivityCount } from './demand/activity.ts'

/**
 * Sessions of a procedure a year: the statement that ends last, brought to 365 days; null where none counts it.
 * Of two that end on one day, the one stated later.
 */
export function sessionsAYear(counts: readonly ActivityCount[], procedure: string): number | null {
  let last: ActivityCount | null = null
  for (const count of counts) {
    if (!count.counts.some((each) => each.procedure === procedure)) continue
    if (last === null || count.to >= last.to) last = count
  }
  if (last === null) return null
  const own = last.counts.filter((each) => each.procedure === procedure)
  const days = (Date.parse(`${last.to}T00:00:00Z`) - Date.parse(`${last.from}T00:00:00Z`)) / 86_400_000 + 1
  return (own.reduce((sum, { count }) => sum + count, 0) * 365) / Math.max(1, days)
}

/**
 * The same as it may be told of one service: in fives, and one to seven as five, for no page gives away a small count.
 */
export function statedActivity(counts: readonly ActivityCount[], procedure: string): number | null {
  const sessions = sessionsAYear(counts, procedure)
  if (sessions === null || sessions === 0) return sessions
  return Math.max(5, Math.round(sessions / 5) * 5)
}
