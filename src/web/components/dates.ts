/** Dates and times as they are written on screen: 22 November 2026, 14:05, in UK time. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords, ukClock } from '#core/calendar/uk-time.ts'

/** 22 November 2026 */
export const dateWords = (date: Date | string): string => dayWords(isoDay(date))

/** 14:05 */
export const timeWords = (date: Date | string): string => ukClock(new Date(date).toISOString())

/** 22 November 2026, 14:05 */
export const dateTimeWords = (date: Date | string): string => `${dateWords(date)}, ${timeWords(date)}`

/** 2026-11-22, the day in the UK at that moment. */
export const isoDay = (date: Date | string): string => ukDay(new Date(date).toISOString())
