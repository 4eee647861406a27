/** A patient's dates as a calendar file, read as strictly as RFC 5545 says; what moves, what is called off. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarFile } from '#core/meeting/calendar.ts'
import type { Course } from '#core/pathway/course.ts'
import { patientCalendar } from '#core/patient-page/calendar.ts'
import type { Coming } from '#core/patient-page/coming.ts'
import { patientPage } from '#core/patient-page/patient-page.ts'
import { booked, caseOf, idOf, planned, type Said, treated } from '../pathway/case-of.ts'
import { eventsIn, type ReadEvent } from '../support/calendar-parser.ts'

const today = '2026-03-01'
const stamp = '2026-03-01T09:00:00.000Z'
const fileOf = (course: Course) => patientCalendar(patientPage(course, null, today), 'A hospital', stamp)
const only = (...said: readonly Said[]): ReadEvent => {
  const [event, ...others] = eventsIn(fileOf(caseOf(...said)))
  assert.ok(event)
  assert.deepEqual(others, [])
  return event
}

describe('the file of a patient’s dates', () => {
  const first = booked('2026-02-20', '2026-03-20T09:00:00.000Z')

  it('has a booking at its hour in UTC, wherever the calendar is', () => {
    const { start, status, summary, location } = only(first)
    assert.deepEqual([start, status, location], ['20260320T090000Z', 'CONFIRMED', 'A hospital'])
    assert.match(summary, /^You come in: /)
  })

  it('moves a booking that was corrected: the same UID, a higher sequence', () => {
    const moved = { ...booked('2026-02-21', '2026-03-27T10:00:00.000Z'), corrects: 1 }
    const [before, after] = [only(first), only(first, moved)]
    assert.equal(after.uid, before.uid)
    assert.ok(after.sequence > before.sequence)
    assert.equal(after.start, '20260327T100000Z')
  })

  it('strikes out a booking that was cancelled, however it was corrected before', () => {
    const moved = { ...booked('2026-02-21', '2026-03-27T10:00:00.000Z'), corrects: 1 }
    const off = { kind: 'booking-cancelled', on: '2026-02-22', body: { booking: idOf(1), reason: 'A fever' } }
    const [before, after] = [only(first, moved), only(first, moved, off)]
    assert.equal(after.uid, before.uid)
    assert.ok(after.sequence > before.sequence)
    assert.equal(after.status, 'CANCELLED')
  })

  it('has the follow-up as whole days, the end behind the last, and keeps its UID when it is planned anew', () => {
    const done = treated('2026-02-10T10:00:00.000Z')
    const item = { key: '1', what: 'imaging', by: 'Radiologist', from: '2026-04-01' }
    const plan = (to: string) => planned('2026-02-11', 1, [{ ...item, to }])
    const before = only(done, plan('2026-04-14'))
    assert.deepEqual([before.start, before.end], ['20260401', '20260415'])
    const after = only(done, plan('2026-04-14'), plan('2026-04-30'))
    assert.equal(after.uid, before.uid)
    assert.ok(after.sequence > before.sequence)
    assert.equal(after.end, '20260501')
  })

  it('is a calendar where nothing comes next', () => {
    assert.deepEqual(eventsIn(fileOf(caseOf())), [])
  })
})

describe('a calendar file', () => {
  const coming = (what: string): Coming => ({
    ...{ id: 'one', revision: 1, what, from: '2026-02-28', to: '2026-02-28', at: null, by: null },
  })
  const words = [
    'A, b; c\\d "e": f',
    'Three\nlines\r\nof it\rhere',
    `${'Ŵŷ 🩻 '.repeat(40)}end`,
    'BEGIN:VEVENT\nEND:VCALENDAR\u0000\u0007',
    'x'.repeat(74),
    'x'.repeat(75),
    ' leading and trailing ',
  ]
  for (const what of words)
    it(`holds any words and gives them back: ${JSON.stringify(what).slice(0, 40)}`, () => {
      const file = patientCalendar({ coming: [coming(what)], calledOff: [] }, what, stamp)
      const [event] = eventsIn(file)
      const plain = what.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '')
      assert.equal(event?.summary, plain)
      assert.equal(event?.location, plain)
      assert.deepEqual([event?.start, event?.end], ['20260228', '20260301'])
    })

  it('of meetings keeps to the same rules', () => {
    const meeting = {
      ...{ id: 'm1', title: words.join(' '), at: '2026-11-24T08:30:00.000Z', minutes: 60, place: null },
      ...{ cancelled: true, revision: 3, href: 'https://example.org/meetings/m1' },
    }
    const [event] = eventsIn(calendarFile([meeting], stamp))
    assert.deepEqual([event?.status, event?.end], ['CANCELLED', '20261124T093000Z'])
  })
})
