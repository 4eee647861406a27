/** Days, as clocks in the United Kingdom count them: written 2026-11-22, compared as text. */

const millisecondsADay = 86_400_000
const hour = 3_600_000
/** Summer time as it has been since 1996; before, its end was another Sunday of October, or there was none. */
const firstYearOfTheRule = 1996

const format = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/London',
})

/**
 * The day in the United Kingdom at a moment.
 *
 * @param moment ISO 8601 with its offset, as entries hold it
 * @returns as `2026-11-22`
 * @throws RangeError for text that is no moment
 */
export function ukDay(moment: string): string {
  const known = days.get(moment)
  if (known) return known
  const day = dayAt(moment)
  if (days.size >= mostDays) days.clear()
  days.set(moment, day)
  return day
}

/** Rules ask for the days of the same few entries over and over. */
const days = new Map<string, string>()
const mostDays = 5_000

function dayAt(moment: string): string {
  const time = Date.parse(moment)
  const year = Number(moment.slice(0, 4))
  // Asking the platform's calendar costs a hundred times as much, and folds ask often.
  if (!followsRule(year)) return format.format(new Date(time))
  return new Date(isSummer(time, year) ? time + hour : time).toISOString().slice(0, 10)
}

/** Whether summer time of a year is as it has been since 1996, and so can be reckoned. */
export const followsRule = (year: number): boolean => year >= firstYearOfTheRule && year < 2100

/** When summer time begins and ends, a year. */
const summers = new Map<number, readonly [from: number, to: number]>()

/**
 * Whether clocks are an hour ahead: from one in the morning, UTC, of the last Sunday of March to that of
 * October, as it has been since 1996.
 */
export function isSummer(time: number, year: number = new Date(time).getUTCFullYear()): boolean {
  let summer = summers.get(year)
  if (!summer) {
    summer = [lastSunday(year, 2), lastSunday(year, 9)]
    summers.set(year, summer)
  }
  return time >= summer[0] && time < summer[1]
}

function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1))
  return last.getTime() - last.getUTCDay() * millisecondsADay
}

/** The day so many days later; earlier for a negative number. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * millisecondsADay).toISOString().slice(0, 10)
}

/** How many days the second is after the first; negative where it is before. */
export function daysBetween(first: string, second: string): number {
  return (Date.parse(`${second}T00:00Z`) - Date.parse(`${first}T00:00Z`)) / millisecondsADay
}

/** Whether this is written as a day and the calendar has it: a year of four figures from 1000 on, no 30 February. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = new Date(`${text}T00:00Z`)
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
}
