/** Moments and days in the United Kingdom, at and around the changes of its clocks. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ukDay } from '#core/calendar/uk-day.ts'
import {
  dayWords,
  endOfDay,
  endOfWorkingDay,
  momentWords,
  ukClock,
  ukMoment,
} from '#core/calendar/uk-time.ts'
import fc from '#test/support/properties.ts'

describe('a moment in the United Kingdom', () => {
  it('is an hour earlier in UTC in summer', () => {
    assert.equal(ukMoment('2026-01-15', '09:30'), '2026-01-15T09:30:00.000Z')
    assert.equal(ukMoment('2026-06-15', '09:30'), '2026-06-15T08:30:00.000Z')
    assert.equal(ukMoment('2026-06-15'), '2026-06-14T23:00:00.000Z')
  })

  it('exists on the days on which the clocks change', () => {
    assert.equal(ukMoment('2026-03-29', '00:59'), '2026-03-29T00:59:00.000Z')
    // Between one and two in the morning there is no such time; it is read by the clock before the change.
    assert.equal(ukMoment('2026-03-29', '01:30'), '2026-03-29T01:30:00.000Z')
    assert.equal(ukMoment('2026-03-29', '02:00'), '2026-03-29T01:00:00.000Z')
    // There are two of this one; the first counts.
    assert.equal(ukMoment('2026-10-25', '01:30'), '2026-10-25T00:30:00.000Z')
    assert.equal(endOfDay('2026-03-28'), '2026-03-28T23:59:59.999Z')
    assert.equal(endOfDay('2026-03-29'), '2026-03-29T22:59:59.999Z')
  })

  it('says the clock and the day that it was made of', () => {
    const any = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2090, 0) })
    fc.assert(
      fc.property(any, (time) => {
        const moment = new Date(Math.floor(time / 60_000) * 60_000).toISOString()
        const again = ukMoment(ukDay(moment), ukClock(moment))
        assert.equal(ukClock(again), ukClock(moment))
        assert.equal(ukDay(again), ukDay(moment))
      }),
    )
  })
})

describe('a day in words', () => {
  it('leaves out the year where it is the same', () => {
    assert.equal(dayWords('2026-11-22'), '22 November 2026')
    assert.equal(dayWords('2026-11-02', '2026-01-01'), '2 November')
    assert.equal(momentWords('2026-06-14T23:30:00.000Z'), '15 June 2026')
  })
})

describe('what a clock and a calendar show', () => {
  it('is what the platform says, in any year', () => {
    const zone = { timeZone: 'Europe/London' } as const
    const days = new Intl.DateTimeFormat('en-GB', { ...zone, dateStyle: 'long' })
    const times = new Intl.DateTimeFormat('en-GB', { ...zone, timeStyle: 'short' })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1930-01-01'), max: new Date('2120-01-01'), noInvalidDate: true }),
        (at) => {
          const moment = at.toISOString()
          assert.equal(momentWords(moment), days.format(at))
          assert.equal(ukClock(moment), times.format(at))
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('working days', () => {
  it('pass over Saturdays and Sundays', () => {
    assert.equal(endOfWorkingDay('2026-02-06T17:00:00.000Z', 1), '2026-02-09T23:59:59.999Z')
    assert.equal(endOfWorkingDay('2026-02-06T17:00:00.000Z', 0), '2026-02-06T23:59:59.999Z')
    assert.equal(endOfWorkingDay('2026-02-07T09:00:00.000Z', 2), '2026-02-10T23:59:59.999Z')
  })
})
