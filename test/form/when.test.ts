/** When it happened, as a form reads it: by the server's clock, in the United Kingdom's time. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { impossibilitiesOf } from '#core/pathway/rules.ts'
import { caseOf, factsOf, surroundingsWith } from '#test/pathway/case-of.ts'
import { readWhen, whenPosted } from '#web/cases/record-when.ts'

const timed = { timed: true, whenAsked: 'When?' }
const daily = { timed: false, whenAsked: 'When?' }

const typed = (day: string, time?: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return new Map([
    ['occurredAt-day', [date]],
    ['occurredAt-month', [month]],
    ['occurredAt-year', [year]],
    ...(time ? [['occurredAt-time', [time]] as const] : []),
  ])
}

const at = (kind: typeof timed, posted: ReturnType<typeof typed>, now: string, lastAt?: string) => {
  const read = readWhen(kind, posted, new Date(now), undefined, lastAt)
  return 'occurredAt' in read ? read.occurredAt : read.refused
}

/** What is said of a moment that is judged at another; empty where it is taken. */
function judged(kindName: string, occurredAt: string, now: string): string {
  const course = caseOf()
  const found = impossibilitiesOf(kindName, {}, occurredAt, factsOf(course, surroundingsWith(), now))
  return found.map(({ words }) => words).join()
}

describe('a form filled in by a clock that is wrong', () => {
  const now = '2026-07-01T13:10:00.000Z' // 14:10 there

  it('is taken where it is some minutes ahead, and told the time where it is an hour or a day', () => {
    assert.equal(judged('admission', at(timed, typed('2026-07-01', '14:19'), now), now), '')
    assert.match(
      judged('admission', at(timed, typed('2026-07-01', '15:10'), now), now),
      /cannot be dated in the future: in the United Kingdom it is 14:10 on 1 July 2026$/,
    )
    assert.match(judged('closure', at(daily, typed('2026-07-02'), now), now), /it is 1 July 2026$/)
  })

  it('is taken where it is behind', () => {
    assert.equal(judged('admission', at(timed, typed('2026-06-30', '13:10'), now), now), '')
    assert.equal(judged('closure', at(daily, typed('2026-06-30'), now), now), '')
  })

  it('is of the day that has begun in the United Kingdom, whatever the day in UTC', () => {
    const late = '2026-07-01T23:20:00.000Z' // 00:20 on the 2nd
    assert.equal(judged('closure', at(daily, typed('2026-07-02'), late), late), '')
    assert.equal(at(daily, typed('2026-07-02'), late), late)
    assert.match(judged('closure', at(daily, typed('2026-07-03'), late), late), /it is 2 July 2026$/)
  })

  it('is not put before what was said last where the server’s clock was set back since', () => {
    const last = '2026-07-01T13:40:00.000Z'
    assert.equal(at(daily, typed('2026-07-01'), now, last), last)
    assert.equal(at(daily, typed('2026-07-01'), now, '2026-07-01T13:00:00.000Z'), now)
    assert.equal(at(daily, typed('2026-07-01'), now, '2026-07-02T13:00:00.000Z'), now, 'a day ahead')
    assert.equal(at(daily, typed('2026-06-30'), now, last), '2026-06-30T11:00:00.000Z')
  })
})

describe('the nights on which the clocks change', () => {
  for (const now of [
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2027-03-28T00:59:00.000Z',
    '2027-03-28T01:00:00.000Z',
  ])
    it(`give back ${now} as it was shown, and take it`, () => {
      const shown = whenPosted(timed, now)
      assert.equal(at(timed, shown as ReturnType<typeof typed>, now), now)
      assert.equal(judged('admission', now, now), '')
    })

  it('ask which of two it was, and say where there was none', () => {
    const now = '2026-10-25T01:40:00.000Z'
    assert.match(at(timed, typed('2026-10-25', '01:30'), now), /twice that night: add BST or GMT/)
    assert.equal(at(timed, typed('2026-10-25', '01:30 GMT'), now), '2026-10-25T01:30:00.000Z')
    assert.match(
      at(timed, typed('2027-03-28', '01:30'), '2027-03-28T02:00:00.000Z'),
      /the clocks went forward: there was no 01:30 that night/,
    )
  })
})
