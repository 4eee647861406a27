/** Days and times of day as they are typed, in the United Kingdom's time, read into ISO 8601. */

import { isDay } from '#core/calendar/uk-day.ts'
import { ukMoment } from '#core/calendar/uk-time.ts'
import { isoDay, timeWords } from '../dates.ts'

export type ReadMoment = { readonly value: string } | { readonly refused: string }

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

export interface TypedDate {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** A whole date that was typed or pasted into one box, such as 3/11/2026, 3 Nov 26 or 2026-11-03. */
export function wholeDate(typed: string): TypedDate | null {
  const text = typed.normalize('NFKC').trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return { day: iso[3] ?? '', month: iso[2] ?? '', year: iso[1] ?? '' }
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s,./-]+(\d{4}|\d{2})$/i.exec(text)
  return parts ? { day: parts[1] ?? '', month: parts[2] ?? '', year: parts[3] ?? '' } : null
}

/** A day in three boxes, or whole in the first: `2026-11-03`. */
export function readDay(typed: TypedDate): ReadMoment {
  const whole = typed.month.trim() === '' && typed.year.trim() === '' ? wholeDate(typed.day) : null
  const { day, month, year } = whole ?? {
    day: typed.day.trim(),
    month: typed.month.trim(),
    year: typed.year.trim(),
  }
  const missing = [day === '' && 'a day', month === '' && 'a month', year === '' && 'a year'].filter(Boolean)
  if (missing.length > 0) return { refused: `it has to have ${missing.join(' and ')}` }
  const number = monthNumber(month)
  const inFull = /^\d{2}$/.test(year) ? `20${year}` : year
  if (!/^\d{1,2}$/.test(day) || number === null || !/^\d{4}$/.test(inFull))
    return { refused: 'write it in figures, such as 3 11 2026' }
  const iso = `${inFull}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? { value: iso } : { refused: 'there is no such day in the calendar' }
}

/** The number of a month typed as 3, March or mar; null where it is neither. */
export function monthNumber(typed: string): number | null {
  return /^\d{1,2}$/.test(typed) ? Number(typed) : monthNamed(typed)
}

function monthNamed(name: string): number | null {
  const place = months.indexOf(name.slice(0, 3).toLowerCase())
  return place >= 0 && /^[a-z]{3,9}$/i.test(name) ? place + 1 : null
}

/** A time of day as typed: 14:05, 14.05, 1405, 2.05pm; with BST or GMT where the clocks showed it twice. */
const typedTime = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?\s*(bst|gmt)?$/i

/** The moment at which clocks in the United Kingdom show a day and a time of day: ISO 8601 in UTC. */
export function readMoment(day: string, typed: string): ReadMoment {
  const found = typedTime.exec(typed.normalize('NFKC').trim())
  if (!found || (!found[2] && !found[3]))
    return { refused: 'write the time of day on 24 hours, such as 14:05' }
  const half = found[3]?.toLowerCase()
  const typedHour = Number(found[1])
  if (half && (typedHour < 1 || typedHour > 12)) return { refused: 'write the time of day such as 14:05' }
  const hour = half ? (typedHour % 12) + (half === 'pm' ? 12 : 0) : typedHour
  const minute = Number(found[2] ?? 0)
  if (hour > 23 || minute > 59) return { refused: 'the time of day has to be between 00:00 and 23:59' }
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return momentOf(day, time, found[4]?.toLowerCase())
}

const hourMs = 3_600_000

function momentOf(day: string, time: string, zone: string | undefined): ReadMoment {
  const shows = (at: Date) => isoDay(at) === day && timeWords(at) === time
  const guess = Date.parse(ukMoment(day, time))
  const candidates = [-hourMs, 0, hourMs].map((by) => new Date(guess + by)).filter(shows)
  const [first, second] = candidates
  if (!first) return { refused: `the clocks went forward: there was no ${time} that night` }
  if (!second) return { value: first.toISOString() }
  if (!zone)
    return { refused: `the clocks showed ${time} twice that night: add BST or GMT, as in ${time} BST` }
  return { value: (zone === 'bst' ? first : second).toISOString() }
}

/** A moment's time of day as one types it; with BST or GMT in the hour that the clocks show twice. */
export function typedTimeOf(iso: string): string {
  const time = timeWords(iso)
  const again = momentOf(isoDay(iso), time, undefined)
  if ('value' in again) return time
  const bst = momentOf(isoDay(iso), time, 'bst')
  return `${time} ${'value' in bst && Date.parse(bst.value) === Date.parse(iso) ? 'BST' : 'GMT'}`
}
