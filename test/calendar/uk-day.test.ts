/** A day in the United Kingdom, at and around the changes of its clocks. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysAfter, daysBetween, ukDay } from '#core/calendar/uk-day.ts'
import fc from '#test/support/properties.ts'

describe('a day in the United Kingdom', () => {
  it('begins at eleven in the evening, UTC, in summer, and at midnight in winter', () => {
    assert.equal(ukDay('2026-07-01T22:59:59.999Z'), '2026-07-01')
    assert.equal(ukDay('2026-07-01T23:00:00.000Z'), '2026-07-02')
    assert.equal(ukDay('2026-01-01T23:59:59.999Z'), '2026-01-01')
    assert.equal(ukDay('2026-03-28T23:30:00Z'), '2026-03-28')
    assert.equal(ukDay('2026-03-29T23:30:00Z'), '2026-03-30')
    assert.equal(ukDay('2026-10-24T23:30:00Z'), '2026-10-25')
    assert.equal(ukDay('2026-10-25T23:30:00Z'), '2026-10-25')
  })

  it('is the day that the calendar of the platform gives, whatever the moment', () => {
    const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })
    const moments = fc.date({
      min: new Date('1990-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    })
    fc.assert(fc.property(moments, (at) => ukDay(at.toISOString()) === format.format(at)))
  })

  it('can be counted from', () => {
    assert.equal(daysAfter('2026-02-27', 2), '2026-03-01')
    assert.equal(daysAfter('2026-03-01', -1), '2026-02-28')
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2)
  })
})
