/** What a case waits for: each list, when it opens, when it is due, what answers it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueOf, isOpen, isOverdue } from '#core/pathway/due.ts'
import {
  admitted,
  answer,
  booked,
  caseOf,
  confirmed,
  consented,
  discussed,
  elsewhere,
  idOf,
  NEPHROSTOMY,
  prescribedSpheres,
  referral,
  type Said,
  SIRT,
  treated,
  treating,
  workedUp,
} from './case-of.ts'
import { meetings, on, only } from './waiting.ts'

const asked = referral('2026-02-02') // a Monday
const accepted = answer('2026-02-04')
const taken: readonly Said[] = [asked, accepted]

describe('a referral', () => {
  it('is to be answered by the end of the second working day, by the treating organisation', () => {
    const due = only('to-answer', asked)
    assert.equal(due?.kind, 'referral-answer')
    assert.equal(due?.opensAt, '2026-02-02T12:00:00.000Z')
    assert.equal(due?.dueAt, '2026-02-04T23:59:59.999Z')
    assert.equal(due?.organisation, treating)
    assert.equal(due?.key, `to-answer:${idOf(1)}`)
  })

  it('of a Friday is due on the Tuesday after; an urgent one on the next working day; an emergency the same day', () => {
    assert.equal(only('to-answer', referral('2026-02-06'))?.dueAt, '2026-02-10T23:59:59.999Z')
    const urgent = referral('2026-02-02', { urgency: 'urgent' })
    assert.equal(only('to-answer', urgent)?.dueAt, '2026-02-03T23:59:59.999Z')
    const emergency = referral('2026-02-02', { urgency: 'emergency' })
    assert.equal(only('to-answer', emergency)?.dueAt, '2026-02-02T23:59:59.999Z')
  })

  it('that was acknowledged waits for a decision; after advice it stays open without an hour', () => {
    const acknowledged = only('to-answer', asked, answer('2026-02-03', { answer: 'acknowledged' }))
    assert.equal(acknowledged?.dueAt, '2026-02-16T23:59:59.999Z')
    const advised = only(
      'to-answer',
      asked,
      answer('2026-02-03', { answer: 'advice', advice: 'First an MRI' }),
    )
    assert.equal(advised?.dueAt, null)
    assert.deepEqual(on('to-answer', ...taken), [])
  })

  it('on which advice was given waits for a decision again once the referrer has replied', () => {
    const advice = answer('2026-02-03', { answer: 'advice', advice: 'First an MRI' })
    const names = { referrer: { name: 'Dr Ruth Ferrier' }, radiologist: { name: 'Dr Ada Quill' } }
    const reply = (on: string): Said => ({
      kind: 'clinical-discussion',
      on,
      body: { ...names, how: 'written', conclusion: 'The MRI is done' },
    })
    const replied = only('to-answer', asked, advice, reply('2026-02-16'))
    assert.equal(replied?.dueAt, '2026-03-02T23:59:59.999Z')
    assert.match(replied?.note ?? '', /has replied/)
    assert.equal(only('to-answer', asked, reply('2026-02-03'), advice)?.dueAt, null, 'said before the advice')
  })

  it('of another organisation has an answer for that organisation to read', () => {
    const due = only('answered', ...taken)
    assert.equal(due?.organisation, elsewhere)
    assert.equal(due?.kind, null)
    assert.equal(due?.about, idOf(2))
    assert.deepEqual(on('answered', referral('2026-02-02', { from: treating }), accepted), [])
  })

  it('is to be talked over until a treatment, and not after', () => {
    assert.equal(only('to-speak', asked)?.kind, 'clinical-discussion')
    assert.deepEqual(on('to-speak', ...taken, treated('2026-03-12')), [])
  })

  it('makes the oncologist to be informed only where one is involved and did not refer', () => {
    assert.deepEqual(on('oncologist-to-inform', asked), [])
    const involved = {
      oncologistInvolved: true,
      oncologistIsReferrer: false,
      oncologist: { name: 'Dr Onno Lund' },
    }
    assert.match(only('oncologist-to-inform', referral('2026-02-02', involved))?.what ?? '', /Dr Onno Lund/)
    const referrer = { oncologistInvolved: true, oncologistIsReferrer: true }
    assert.deepEqual(on('oncologist-to-inform', referral('2026-02-02', referrer)), [])
    const informed: Said = {
      kind: 'oncologist-informed',
      on: '2026-02-05',
      body: { oncologist: { name: 'Dr Onno Lund' }, how: 'letter' },
    }
    assert.deepEqual(on('oncologist-to-inform', referral('2026-02-02', involved), informed), [])
  })

  it('that was refused waits only to be read and closed', () => {
    const refused = [asked, answer('2026-02-04', { answer: 'refused', reason: 'Not suitable' })]
    assert.deepEqual(
      dueOf(caseOf(...refused), meetings).map(({ list }) => list),
      ['answered', 'to-close'],
    )
  })
})

describe('an MDT discussion', () => {
  it('is due at the first meeting for the tumour after acceptance', () => {
    assert.equal(only('to-discuss', ...taken)?.dueAt, '2026-02-10T08:00:00.000Z')
    const later = [asked, answer('2026-02-12')]
    assert.equal(only('to-discuss', ...later)?.dueAt, '2026-02-24T08:00:00.000Z')
  })

  it('is due before a procedure that is booked earlier than the meeting', () => {
    const early = booked('2026-02-04', '2026-02-09T09:00:00.000Z')
    assert.equal(only('to-discuss', ...taken, early)?.dueAt, '2026-02-09T09:00:00.000Z')
  })

  it('is not due for a supportive procedure, and has no hour for an urgent one', () => {
    assert.deepEqual(on('to-discuss', referral('2026-02-02', { intent: 'supportive' })), [])
    assert.equal(only('to-discuss', referral('2026-02-02', { urgency: 'urgent' }))?.dueAt, null)
  })

  it('is answered by a discussion, unless that one wants more information', () => {
    assert.deepEqual(on('to-discuss', ...taken, discussed('2026-02-10')), [])
    const more = discussed('2026-02-10', {
      recommendation: 'more-information',
      procedure: undefined,
      place: undefined,
    })
    const again = only('to-discuss', ...taken, more)
    assert.deepEqual([again?.opensAt, again?.dueAt], ['2026-02-10T12:00:00.000Z', '2026-02-24T08:00:00.000Z'])
    assert.equal(only('to-discuss', ...taken)?.opensAt, '2026-02-02T12:00:00.000Z')
  })

  it('is owed after an urgent treatment, at the first meeting after it', () => {
    const urgent = referral('2026-02-26', {
      urgency: 'emergency',
      intent: 'supportive',
      procedure: NEPHROSTOMY,
    })
    const drain = treated('2026-02-27', { procedure: NEPHROSTOMY, intent: 'supportive' })
    const due = only('owed-discussion', urgent, drain)
    assert.equal(due?.dueAt, '2026-03-24T08:00:00.000Z')
    assert.equal(due?.about, idOf(2))
    assert.deepEqual(on('owed-discussion', urgent, drain, discussed('2026-03-24')), [])
  })

  it('is not owed after an elective supportive procedure, nor where one came before', () => {
    const elective = referral('2026-02-02', { intent: 'supportive', procedure: NEPHROSTOMY })
    const drain = treated('2026-02-27', { procedure: NEPHROSTOMY, intent: 'supportive' })
    assert.deepEqual(on('owed-discussion', elective, drain), [])
    assert.deepEqual(on('owed-discussion', ...taken, discussed('2026-02-10'), treated('2026-03-01')), [])
  })
})

describe('a plan', () => {
  const ready = [...taken, discussed('2026-02-10')]
  const plan = booked('2026-02-12', '2026-06-12T08:30:00.000Z') // in summer: 09:30

  it('is to be booked once accepted and discussed', () => {
    assert.deepEqual(on('to-book', ...taken), [])
    assert.equal(only('to-book', ...ready)?.kind, 'booking')
    assert.deepEqual(on('to-book', ...ready, plan), [])
    assert.equal(only('to-book', ...ready, plan, cancelled('2026-02-20', 4))?.kind, 'booking')
  })

  it('asks for information, consent and a prescription by its hour', () => {
    for (const list of ['to-inform', 'consent-to-take', 'to-prescribe'] as const) {
      assert.equal(only(list, ...ready, plan)?.dueAt, '2026-06-12T08:30:00.000Z', list)
    }
    assert.deepEqual(on('consent-to-take', ...ready, plan, consented('2026-02-20')), [])
  })

  it('is on the list of its day from midnight in the United Kingdom', () => {
    const due = only('today', ...ready, plan)
    assert.equal(due?.opensAt, '2026-06-11T23:00:00.000Z')
    assert.equal(due?.dueAt, '2026-06-12T08:30:00.000Z')
    assert.equal(due?.by, 'Dr Ada Quill')
    assert.equal(due?.what, 'Transarterial chemoembolisation (TACE)')
    const later = booked('2026-02-12', '2026-06-12T08:30:00.000Z', { course: 2 })
    assert.equal(only('today', ...ready, later)?.what, 'Transarterial chemoembolisation (TACE), course 2')
    const first = booked('2026-02-12', '2026-06-12T08:30:00.000Z', { course: 1 })
    assert.equal(only('today', ...ready, first)?.what, due?.what)
    assert.deepEqual(on('today', ...ready, plan, cancelled('2026-02-20', 4)), [])
    assert.deepEqual(on('today', ...ready, plan, treated('2026-06-12')), [])
  })

  it('leaves the booking of another procedure, or of the course after, open when a treatment is done', () => {
    const second = booked('2026-02-12', '2026-07-12T08:30:00.000Z', { course: 2 })
    assert.equal(only('today', ...ready, plan, second, treated('2026-06-12'))?.about, idOf(5))
    const drain = booked('2026-02-12', '2026-06-13T08:30:00.000Z', { procedure: NEPHROSTOMY })
    assert.equal(only('today', ...ready, plan, drain, treated('2026-06-12'))?.about, idOf(5))
  })

  it('has consent to be confirmed from admission, or from the morning of the day', () => {
    assert.equal(only('consent-to-confirm', ...ready, plan)?.opensAt, '2026-06-11T23:00:00.000Z')
    const before = admitted('2026-06-11T14:00:00.000Z')
    const due = only('consent-to-confirm', ...ready, plan, before)
    assert.equal(due?.opensAt, '2026-06-11T14:00:00.000Z')
    assert.equal(due?.dueAt, '2026-06-12T08:30:00.000Z')
    const evening = confirmed('2026-06-11T18:00:00.000Z')
    assert.deepEqual(on('consent-to-confirm', ...ready, plan, before, evening), [])
    assert.equal(on('consent-to-confirm', ...ready, plan, confirmed('2026-05-01')).length, 1)
    // Admitted without a booking: no hour is known.
    const unplanned = only('consent-to-confirm', ...ready, before)
    assert.deepEqual([unplanned?.opensAt, unplanned?.dueAt], ['2026-06-11T14:00:00.000Z', null])
    assert.deepEqual(on('consent-to-confirm', ...ready, before, evening), [])
  })
})

function cancelled(day: string, booking: number): Said {
  return { kind: 'booking-cancelled', on: day, body: { booking: idOf(booking), reason: 'A fever' } }
}

describe('an item', () => {
  it('is open and overdue by comparison with a present that it does not know', () => {
    const due = { opensAt: '2026-03-01T00:00:00.000Z', dueAt: '2026-03-02T00:00:00.000Z' }
    assert.equal(isOpen(due, '2026-02-28T23:59:59.999Z'), false)
    assert.equal(isOpen(due, due.opensAt), true)
    assert.equal(isOverdue(due, due.dueAt), false)
    assert.equal(isOverdue(due, '2026-03-02T00:00:00.001Z'), true)
    assert.equal(isOverdue({ dueAt: null }, '2027-01-01T00:00:00.000Z'), false)
  })

  it('keeps its key when the statement that it is about is corrected', () => {
    const corrected = { ...referral('2026-02-02', { ecog: '2' }), corrects: 1 }
    const [before, after] = [only('to-answer', asked), only('to-answer', asked, corrected)]
    assert.equal(after?.key, before?.key)
    assert.equal(after?.about, idOf(2))
  })

  it('asks the physicist for the activity once the procedure is agreed, until it is worked up', () => {
    const wanted = referral('2026-02-02', { procedure: SIRT })
    const agreed = [wanted, accepted, discussed('2026-02-10', { procedure: SIRT })]
    const plan = booked('2026-02-12', '2026-03-02T08:30:00.000Z', { procedure: SIRT })
    assert.deepEqual(on('activity-to-plan', wanted, accepted), [])
    assert.deepEqual(on('activity-to-plan', ...taken, discussed('2026-02-10')), [])
    const asks = only('activity-to-plan', ...agreed)
    assert.deepEqual([asks?.kind, asks?.dueAt], ['work-up', null])
    assert.equal(only('activity-to-plan', ...agreed, plan)?.dueAt, '2026-03-02T08:30:00.000Z')
    assert.equal(only('activity-to-plan', ...agreed, plan)?.key, asks?.key)
    assert.deepEqual(on('activity-to-plan', ...agreed, plan, workedUp('2026-02-20')), [])
    assert.deepEqual(on('activity-to-plan', wanted, discussed('2026-02-10', { procedure: SIRT })), [])
    // The meeting chose it in place of what was asked for, or something else in its place.
    assert.equal(on('activity-to-plan', ...taken, discussed('2026-02-10', { procedure: SIRT })).length, 1)
    assert.deepEqual(on('activity-to-plan', wanted, accepted, discussed('2026-02-10')), [])
  })

  it('asks for a radioactive agent to be prescribed before the day', () => {
    const plan = booked('2026-02-12', '2026-03-02T08:30:00.000Z', { procedure: SIRT })
    assert.equal(only('to-prescribe', plan)?.kind, 'prescription')
    assert.deepEqual(
      on('to-prescribe', plan, prescribedSpheres('2026-02-20', '2026-03-02T08:30:00.000Z')),
      [],
    )
  })
})

describe('what was treated before its letter was written', () => {
  const atNight = treated('2026-03-12T03:10:00.000Z', { procedure: NEPHROSTOMY, intent: 'supportive' })
  const urgent = { urgency: 'urgent', urgencyReason: 'Sepsis', procedure: NEPHROSTOMY }

  it('is not to be booked, discussed or talked over before', () => {
    const said = [atNight, referral('2026-03-12', urgent), answer('2026-03-12T14:00:00.000Z')]
    for (const list of ['to-book', 'to-discuss', 'to-speak'] as const) assert.deepEqual(on(list, ...said), [])
    assert.equal(only('owed-discussion', ...said)?.what, 'Discuss after nephrostomy')
  })

  it('is what a further referral of that day for the same procedure asked for; another procedure is new', () => {
    const first = [asked, accepted, atNight]
    const same = [...first, referral('2026-03-12', urgent), answer('2026-03-12T14:00:00.000Z')]
    assert.deepEqual(on('to-book', ...same), [])
    const other = referral('2026-03-12', { ...urgent, procedure: SIRT })
    assert.equal(
      on('to-book', ...first, other, answer('2026-03-12T14:00:00.000Z'))[0]?.what,
      'Book: Selective internal radiation therapy (SIRT)',
    )
    const later = [...first, referral('2026-04-20', urgent), answer('2026-04-20T14:00:00.000Z')]
    assert.equal(only('to-book', ...later)?.what, 'Book: Nephrostomy')
  })
})
