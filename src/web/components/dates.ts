/** Dates and times as they are written on screen: 22 November 2026, 14:05, in UK time. */

import { ukDay } from '#core/calendar/uk-day.ts'
import { dayWords } from '#core/calendar/uk-time.ts'

const zone = 'Europe/London'
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
})

/** 22 November 2026; in our own words, for a page has hundreds of them and the platform's cost ten times as much. */
export const dateWords = (date: Date | string): string => dayWords(isoDay(date))

/** 14:05 */
export const timeWords = (date: Date | string): string => timeFormat.format(new Date(date))

/** 22 November 2026, 14:05 */
export const dateTimeWords = (date: Date | string): string => `${dateWords(date)}, ${timeWords(date)}`

/** 2026-11-22, the day in the UK at that moment. */
export const isoDay = (date: Date | string): string => ukDay(new Date(date).toISOString())
