/** Dates and times as they are written on screen: 22 November 2026, 14:05, in UK time. */

const zone = 'Europe/London'
const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
})
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
})
const dayFormat = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: zone,
})

/** 22 November 2026 */
export const dateWords = (date: Date | string): string => dateFormat.format(new Date(date))

/** 14:05 */
export const timeWords = (date: Date | string): string => timeFormat.format(new Date(date))

/** 22 November 2026, 14:05 */
export const dateTimeWords = (date: Date | string): string => `${dateWords(date)}, ${timeWords(date)}`

/** 2026-11-22, the day in the UK at that moment. */
export const isoDay = (date: Date | string): string => dayFormat.format(new Date(date))

/** The moment at which clocks in the UK show a day and time: `2026-11-22`, `14:30`. */
export function ukTime(day: string, time: string): Date {
  const asUtc = new Date(`${day}T${time}:00Z`)
  const shown = (date: Date) => Date.parse(`${isoDay(date)}T${timeWords(date)}:00Z`)
  return new Date(asUtc.getTime() - (shown(asUtc) - asUtc.getTime()))
}
