/** What a course says of stays, of referrals with their answers, of discussions and of what answered a plan. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { followUpPlan } from '#core/pathway/kinds/follow-up.ts'
import { currentDiscussion } from '#core/pathway/reading/discussion.ts'
import { answerTo } from '#core/pathway/reading/follow-up.ts'
import { referralsOf } from '#core/pathway/reading/referral.ts'
import { admittedNow, staysOf } from '#core/pathway/reading/stay.ts'
import { openBookings } from '#core/pathway/reading/treatments.ts'
import {
  admitted,
  answer,
  assessed,
  booked,
  caseOf,
  discharged,
  discussed,
  idOf,
  planned,
  referral,
  type Said,
  treated,
} from './case-of.ts'

const contact = (on: string, how: string): Said => ({
  kind: 'follow-up-contact',
  on,
  body: { how, by: { name: 'Sister Cara Finch' }, findings: 'Well' },
})

describe('the stays of a case', () => {
  const first = [
    admitted('2026-03-02T07:00:00.000Z'),
    treated('2026-03-02T10:00:00.000Z'),
    discharged('2026-03-03T10:00:00.000Z'),
  ]
  const second = [
    admitted('2026-04-13T07:00:00.000Z'),
    treated('2026-04-13T10:00:00.000Z', { course: 2 }),
    discharged('2026-04-14T10:00:00.000Z'),
  ]
  const parts = (...said: readonly Said[]) =>
    staysOf(caseOf(...said)).map(({ admission, discharge, isOnWard }) => [
      admission?.entry,
      discharge?.entry,
      isOnWard,
    ])

  it('have each treatment with its own admission and discharge', () => {
    assert.deepEqual(parts(...first, ...second), [
      [idOf(1), idOf(3), false],
      [idOf(4), idOf(6), false],
    ])
  })
  it('take no admission or discharge of another treatment', () => {
    assert.deepEqual(parts(...first, ...second.slice(1)), [
      [idOf(1), idOf(3), false],
      [undefined, idOf(5), false],
    ])
    assert.deepEqual(parts(...first.slice(0, 2), ...second), [
      [idOf(1), undefined, false],
      [idOf(3), idOf(5), false],
    ])
    // Admitted again after it, without a treatment yet: gone home in between.
    assert.deepEqual(parts(...first.slice(0, 2), admitted('2026-04-13T07:00:00.000Z')), [
      [idOf(1), undefined, false],
    ])
  })
  it('go on until the patient is met elsewhere, afterwards and not on the ward', () => {
    const open = first.slice(0, 2)
    assert.deepEqual(parts(...open), [[idOf(1), undefined, true]])
    assert.deepEqual(parts(...open, contact('2026-03-05', 'telephone'))[0]?.at(-1), false)
    assert.deepEqual(parts(...open, contact('2026-03-05', 'ward'))[0]?.at(-1), true)
    assert.deepEqual(parts(...open, contact('2026-02-20', 'telephone'))[0]?.at(-1), true)
  })
  it('begin with an admission that nothing followed yet', () => {
    assert.equal(admittedNow(caseOf(...first, ...second.slice(0, 1)))?.entry, idOf(4))
    assert.equal(admittedNow(caseOf(...first, ...second)), undefined)
    assert.equal(admittedNow(caseOf(first[0] as Said, first[2] as Said)), undefined)
  })
})

describe('the referrals of a case', () => {
  it('have each the answers up to the next; one dated before the first is an answer to it', () => {
    const found = referralsOf(
      caseOf(
        answer('2026-02-01', { answer: 'acknowledged' }),
        referral('2026-02-02'),
        answer('2026-02-04', { answer: 'refused', reason: 'Not suitable' }),
        referral('2026-03-02'),
        answer('2026-03-04'),
      ),
    ).map(({ answers, decision }) => [answers.map(({ entry }) => entry), decision?.entry])
    assert.deepEqual(found, [
      [[idOf(1), idOf(3)], idOf(3)],
      [[idOf(5)], idOf(5)],
    ])
  })
})

describe('the discussion that holds', () => {
  it('is one of an earlier referral where nothing was treated between, and none where something was', () => {
    const [first, talked, again] = [referral('2026-02-02'), discussed('2026-02-10'), referral('2026-03-10')]
    const current = (...said: readonly Said[]) => currentDiscussion(caseOf(...said))?.entry
    assert.equal(current(first, talked, again), idOf(2))
    assert.equal(current(first, talked, treated('2026-03-02'), again), undefined)
    assert.equal(current(treated('2026-02-05'), first, talked, again), idOf(3))
    assert.equal(current(first, talked, again, treated('2026-03-20')), idOf(2))
    const both = [treated('2026-02-05'), first, talked, treated('2026-03-02'), again]
    assert.equal(current(...both), undefined)
  })
})

describe('an imaging item of a plan', () => {
  it('is answered by a scan from two weeks before its window on, which is no baseline', () => {
    const item = { key: '1', what: 'imaging', by: 'Radiologist', from: '2026-04-27', to: '2026-05-25' }
    const answered = (scan: Said) => {
      const course = caseOf(treated('2026-03-02'), planned('2026-03-03', 1, [item]), scan)
      const [plan] = course.of(followUpPlan)
      const asked = plan?.body.items[0]
      return plan && asked && answerTo(course, plan, asked)?.entry
    }
    assert.equal(answered(assessed('2026-04-13')), idOf(3))
    assert.equal(answered(assessed('2026-04-12')), undefined)
    assert.equal(answered(assessed('2026-05-01', { baseline: true, read: 'baseline' })), undefined)
  })
})

describe('the bookings that are open', () => {
  it('are without the one nearest to a treatment, and come by their hour', () => {
    const open = (...said: readonly Said[]) => openBookings(caseOf(...said)).map(({ entry }) => entry)
    const may = booked('2026-02-12', '2026-05-12T08:30:00.000Z')
    const march = booked('2026-02-13', '2026-03-12T08:30:00.000Z')
    assert.deepEqual(open(may, march), [idOf(2), idOf(1)])
    assert.deepEqual(open(may, march, treated('2026-03-12')), [idOf(1)])
    assert.deepEqual(open(may, march, treated('2026-05-12')), [idOf(2)])
  })
})
