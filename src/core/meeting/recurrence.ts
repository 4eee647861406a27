/** When a team meets: the same clock time in the United Kingdom, every so many weeks. */

import { daysAfter, ukDay } from '../calendar/uk-day.ts'
import { ukMoment } from '../calendar/uk-time.ts'
import type { Weekday } from './team.ts'

export interface Recurrence {
  readonly weekday: Weekday
  /** `08:30`, as clocks in the United Kingdom show it. */
  readonly time: string
  readonly everyWeeks: number
}

/** A Monday that weeks are counted from. */
const firstMonday = '2024-01-01'

/**
 * The next meetings after a moment, ISO 8601 in UTC. Of a team that meets every second week the weeks are
 * counted from a fixed Monday, so that two who ask get the same dates.
 */
export function nextMeetings(recurrence: Recurrence, after: string, count: number): readonly string[] {
  const { weekday, time, everyWeeks } = recurrence
  const found: string[] = []
  let day = ukDay(after)
  for (
    let tried = 0;
    found.length < count && tried < count * everyWeeks * 7 + 14;
    tried++, day = daysAfter(day, 1)
  ) {
    if (weekdayOf(day) !== weekday) continue
    if (weeksSince(day) % everyWeeks !== 0) continue
    const moment = ukMoment(day, time)
    if (moment > after) found.push(moment)
  }
  return found
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): Weekday {
  return ((((daysSince(day) % 7) + 7) % 7) + 1) as Weekday
}

const daysSince = (day: string) => Math.round((Date.parse(day) - Date.parse(firstMonday)) / 86_400_000)
const weeksSince = (day: string) => Math.floor(daysSince(day) / 7)
