/** Days of a cohort's link: whole days since 1970-01-01, written as short as they can be: 2023, 2023-04, 2023-04-17. */

const msADay = 86_400_000

/** No treatment of this registry is older, or will be younger. */
export const earliestDay = dayNumber(1990, 1, 1)
export const latestDay = dayNumber(2099, 12, 31)

function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / msADay
}

/** 2023-04-17 */
export const dayText = (day: number): string => new Date(day * msADay).toISOString().slice(0, 10)

/** The first or last day that a text such as 2023, 2023-04 or 2023-04-17 means; null where it means none. */
export function dayMeant(text: string, end: 'from' | 'to'): number | null {
  const [, years = '', months, days] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (!years) return null
  const year = Number(years)
  const month = months === undefined ? (end === 'from' ? 1 : 12) : Number(months)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = days === undefined ? (end === 'from' ? 1 : last) : Number(days)
  if (month < 1 || month > 12 || day < 1 || day > last) return null
  return dayNumber(year, month, day)
}

/** As short as says the same: a year or a month that begins (or ends) with that day. */
export function shortest(day: number, end: 'from' | 'to'): string {
  const text = dayText(day)
  return [text.slice(0, 4), text.slice(0, 7)].find((short) => dayMeant(short, end) === day) ?? text
}
