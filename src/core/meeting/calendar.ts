/** Meetings as a calendar file, which any calendar reads. No patient is in it. @see RFC 5545 */

import { calendarLines, escaped, utc } from '../calendar/calendar-file.ts'

export interface CalendarMeeting {
  readonly id: string
  readonly title: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly minutes: number
  readonly place: string | null
  readonly cancelled: boolean
  /** Counts the changes: a calendar takes the newest. */
  readonly revision: number
  readonly href: string
}

/** The file; `stamp` is when it was made, ISO 8601. */
export function calendarFile(meetings: readonly CalendarMeeting[], stamp: string): string {
  return calendarLines(
    'MDT meetings',
    meetings.flatMap((meeting) => eventLines(meeting, stamp)),
  )
}

function eventLines(meeting: CalendarMeeting, stamp: string): string[] {
  const { id, title, at, minutes, place, cancelled, revision, href } = meeting
  const end = new Date(Date.parse(at) + minutes * 60_000).toISOString()
  return [
    'BEGIN:VEVENT',
    `UID:${id}@fourth-pillar`,
    `DTSTAMP:${utc(stamp)}`,
    `DTSTART:${utc(at)}`,
    `DTEND:${utc(end)}`,
    `SEQUENCE:${revision}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${href}`,
    'END:VEVENT',
  ]
}
