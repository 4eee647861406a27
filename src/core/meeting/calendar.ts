/** Meetings as a calendar file, which any calendar reads. No patient is in it. @see RFC 5545 */

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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fourth Pillar//MDT meetings//EN',
    'METHOD:PUBLISH',
    ...meetings.flatMap((meeting) => eventLines(meeting, stamp)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
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

const utc = (moment: string) => `${new Date(moment).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (each) => `\\${each}`).replaceAll(/\r?\n/g, '\\n')
}

const longestLine = 75

/** A line of at most 75 octets, continued by a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const bytes = new TextEncoder().encode(line)
  if (bytes.length <= longestLine) return line
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (length + size > longestLine - (parts.length > 0 ? 1 : 0)) {
      parts.push(part)
      part = ''
      length = 0
    }
    part += character
    length += size
  }
  return [...parts, part].join('\r\n ')
}
