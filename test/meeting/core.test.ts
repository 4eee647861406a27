/** The pure part of MDT meetings: when they are, what is on the list, the calendar file. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { calendarFile } from '#core/meeting/calendar.ts'
import { type Candidate, listFor, moved } from '#core/meeting/list.ts'
import { nextMeetings, weekdayOf } from '#core/meeting/recurrence.ts'
import { hasRadiologist, radiologistPresent } from '#core/meeting/team.ts'

describe('a team', () => {
  it('meets at the same clock time on both sides of the change of clocks', () => {
    const mondays = nextMeetings({ weekday: 1, time: '08:30', everyWeeks: 1 }, '2026-03-20T00:00:00.000Z', 3)
    assert.deepEqual(mondays, [
      '2026-03-23T08:30:00.000Z',
      '2026-03-30T07:30:00.000Z',
      '2026-04-06T07:30:00.000Z',
    ])
  })

  it('that meets every second week keeps its weeks, whenever one asks', () => {
    const every = { weekday: 4, time: '12:00', everyWeeks: 2 } as const
    const [first, second] = nextMeetings(every, '2026-11-22T10:00:00.000Z', 2)
    assert.equal(Date.parse(second ?? '') - Date.parse(first ?? ''), 14 * 86_400_000)
    assert.deepEqual(nextMeetings(every, '2026-11-24T10:00:00.000Z', 1), [first])
  })

  it('does not meet at the moment that is asked about', () => {
    const [next] = nextMeetings({ weekday: 7, time: '10:00', everyWeeks: 1 }, '2026-11-22T10:00:00.000Z', 1)
    assert.equal(next, '2026-11-29T10:00:00.000Z')
    assert.equal(weekdayOf('2026-11-22'), 7)
  })

  it('has an interventional radiologist only as a core member, and at a meeting only when present', () => {
    const member = { name: 'Dr A', role: 'interventional-radiologist' } as const
    assert.equal(hasRadiologist([{ ...member, core: true }]), true)
    assert.equal(hasRadiologist([{ ...member, core: false }]), false)
    assert.equal(radiologistPresent([{ ...member, present: false }]), false)
    assert.equal(radiologistPresent([{ role: 'radiologist', present: true }]), false)
  })
})

describe('the list of a meeting', () => {
  const candidate = (caseId: string, given: Partial<Candidate> = {}): Candidate => ({
    caseId,
    because: 'to-discuss',
    urgency: 'elective',
    tumourSite: 'hepatocellular',
    since: '2026-11-01T00:00:00.000Z',
    ...given,
  })

  it('takes those first that were treated before discussion, then the carried over, then by urgency and wait', () => {
    const list = listFor(
      [
        candidate('waits-longest', { since: '2026-10-01T00:00:00.000Z' }),
        candidate('urgent', { urgency: 'urgent' }),
        candidate('owed', { because: 'owed' }),
        candidate('carried', { because: 'carried-over' }),
        candidate('plain'),
      ],
      ['hepatocellular'],
    )
    assert.deepEqual(
      list.map(({ caseId }) => caseId),
      ['owed', 'carried', 'urgent', 'waits-longest', 'plain'],
    )
  })

  it('holds a case once, by its stronger reason, and only cases of the team’s sites', () => {
    const list = listFor(
      [
        candidate('a'),
        candidate('a', { because: 'owed' }),
        candidate('elsewhere', { tumourSite: 'lung' }),
        candidate('not known', { tumourSite: 'unknown' }),
      ],
      ['hepatocellular'],
    )
    assert.deepEqual(
      list.map(({ caseId, because }) => [caseId, because]),
      [
        ['a', 'owed'],
        ['not known', 'to-discuss'],
      ],
    )
  })

  it('moves one up or down, and nothing at the ends', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id }))
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join('')
    assert.equal(ids(moved(items, 'b', 'up')), 'bac')
    assert.equal(ids(moved(items, 'b', 'down')), 'acb')
    assert.equal(ids(moved(items, 'a', 'up')), 'abc')
    assert.equal(ids(moved(items, 'c', 'down')), 'abc')
  })
})

describe('the calendar file', () => {
  const meeting = {
    id: 'm1',
    title: 'Hepatobiliary MDT; rooms 1, 2',
    at: '2026-11-24T08:30:00.000Z',
    minutes: 60,
    place: 'Seminar room\nand online',
    cancelled: false,
    revision: 3,
    href: 'https://example.org/meetings/m1',
  }

  it('says when, how long and where, with what RFC 5545 escapes', () => {
    const file = calendarFile([meeting], '2026-11-22T06:00:00.000Z')
    for (const line of [
      'DTSTART:20261124T083000Z',
      'DTEND:20261124T093000Z',
      'SEQUENCE:3',
      'STATUS:CONFIRMED',
      'SUMMARY:Hepatobiliary MDT\\; rooms 1\\, 2',
      'LOCATION:Seminar room\\nand online',
    ])
      assert.ok(file.includes(`${line}\r\n`), line)
  })

  it('folds long lines at 75 octets, and unfolds to the same', () => {
    const title = `${'Grüße aus der Leberkonferenz '.repeat(6)}`.trim()
    const file = calendarFile([{ ...meeting, title, cancelled: true }], '2026-11-22T06:00:00.000Z')
    for (const line of file.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line)
    assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${title}`))
    assert.match(file, /STATUS:CANCELLED/)
  })
})
