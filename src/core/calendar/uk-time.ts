/** Moments and words of days in the United Kingdom: when a day begins and ends there, and how one is written. */

import { daysAfter, followsRule, isSummer, ukDay } from './uk-day.ts'

const hour = 3_600_000

/** The platform's own, for years whose summer time is not reckoned here: it takes a hundred times as long. */
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/London',
})

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The moment at which clocks in the United Kingdom show a day and a time of day (`09:30`), as ISO 8601 in UTC. */
export function ukMoment(day: string, time = '00:00'): string {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`)
  // In summer the clocks are an hour ahead; a time that the spring's change skips becomes the one an hour later.
  const inSummer = asUtc - hour
  return new Date(isSummer(inSummer) ? inSummer : asUtc).toISOString()
}

/** The last millisecond of a day in the United Kingdom. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(ukMoment(daysAfter(day, 1))) - 1).toISOString()
}

/** The time of day that clocks in the United Kingdom show at a moment: `14:05`. */
export function ukClock(moment: string): string {
  const time = Date.parse(moment)
  if (!followsRule(Number(moment.slice(0, 4)))) return clock.format(time)
  return new Date(isSummer(time) ? time + hour : time).toISOString().slice(11, 16)
}

/** A day in words: 22 November 2026; without its year where that is the year of `beside`. */
export function dayWords(day: string, beside?: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  const words = `${Number(date)} ${months[Number(month) - 1] ?? month}`
  return beside?.startsWith(year) ? words : `${words} ${year}`
}

/** A month, `2026-11`, in words: November 2026. */
export function monthWords(month: string): string {
  const [year, number] = month.split('-')
  return `${months[Number(number) - 1]} ${year}`
}

/** The day of a moment in words. */
export function momentWords(moment: string, beside?: string): string {
  return dayWords(ukDay(moment), beside)
}

/** The end of the day so many working days after a moment's day; Saturdays and Sundays are none. */
export function endOfWorkingDay(moment: string, workingDays: number): string {
  let day = ukDay(moment)
  for (let left = workingDays; left > 0; ) {
    day = daysAfter(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return endOfDay(day)
}

function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00Z`).getUTCDay()
  return weekday > 0 && weekday < 6
}
