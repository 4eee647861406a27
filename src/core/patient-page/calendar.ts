/** A patient's dates as a calendar file: what comes next, without a name. @see RFC 5545 */

import { calendarLines, escaped, utc } from '../calendar/calendar-file.ts'
import { daysAfter } from '../calendar/uk-day.ts'
import type { PatientPage } from './patient-page.ts'

/**
 * A window of days is an event of whole days; a booking is an hour at its time. What was called off is in it as such,
 * so that a calendar that took the file before strikes it out.
 *
 * @param service who it is with
 * @param stamp when it was made, ISO 8601
 */
export function patientCalendar(
  { coming, calledOff }: Pick<PatientPage, 'coming' | 'calledOff'>,
  service: string,
  stamp: string,
): string {
  const all = [
    ...coming.map((each) => ({ each, status: 'CONFIRMED' })),
    ...calledOff.map((each) => ({ each, status: 'CANCELLED' })),
  ]
  return calendarLines(
    'Your care',
    all.flatMap(({ each: { id, revision, what, from, to, at }, status }) => [
      'BEGIN:VEVENT',
      `UID:${id}@fourth-pillar`,
      `DTSTAMP:${utc(stamp)}`,
      `SEQUENCE:${revision}`,
      `STATUS:${status}`,
      ...(at
        ? [`DTSTART:${utc(at)}`, 'DURATION:PT1H']
        : // The end of whole days is the day after the last (3.6.1).
          [`DTSTART;VALUE=DATE:${dayOf(from)}`, `DTEND;VALUE=DATE:${dayOf(daysAfter(to, 1))}`]),
      `SUMMARY:${escaped(what)}`,
      `LOCATION:${escaped(service)}`,
      'END:VEVENT',
    ]),
  )
}

const dayOf = (day: string): string => day.replaceAll('-', '')
