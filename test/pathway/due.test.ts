/** What a case waits for: each list, when it opens, when it is due, what answers it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Due, dueOf, isOpen, isOverdue, type WorkList } from '#core/pathway/due.ts'
import {
  admitted,
  answer,
  assessed,
  booked,
  caseOf,
  confirmed,
  consented,
  discharged,
  discussed,
  elsewhere,
  idOf,
  NEPHROSTOMY,
  planned,
  prescribedSpheres,
  referral,
  type Said,
  SIRT,
  surroundingsWith,
  treated,
  treating,
  workedUp,
} from './case-of.ts'

const meetings = surroundingsWith(undefined, [
  { at: '2026-02-10T08:00:00.000Z' },
  { at: '2026-02-17T08:00:00.000Z', tumourSites: ['lung'] },
  { at: '2026-02-24T08:00:00.000Z', tumourSites: ['hepatocellular'] },
  { at: '2026-03-24T08:00:00.000Z' },
])

/** What the case waits for on one list. */
function on(list: WorkList, ...said: readonly Said[]): readonly Due[] {
  return dueOf(caseOf(...said), meetings).filter((due) => due.list === list)
}

const only = (list: WorkList, ...said: readonly Said[]): Due | undefined => {
  const found = on(list, ...said)
  assert.ok(found.length <= 1, `${list} has ${found.length}`)
  return found[0]
}

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
    assert.equal(only('to-discuss', ...taken, more)?.dueAt, '2026-02-24T08:00:00.000Z')
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
  })
})

function cancelled(day: string, booking: number): Said {
  return { kind: 'booking-cancelled', on: day, body: { booking: idOf(booking), reason: 'A fever' } }
}

describe('after a treatment', () => {
  const done = treated('2026-03-02T10:00:00.000Z')
  const home = discharged('2026-03-03T10:00:00.000Z')

  it('the patient is on the ward until discharged, a day case until the end of the day', () => {
    assert.equal(only('on-ward', done)?.dueAt, null)
    const dayCase = admitted('2026-03-02T07:00:00.000Z', { type: 'day-case', ward: 'Ward 7' })
    const due = only('on-ward', dayCase, done)
    assert.equal(due?.dueAt, '2026-03-02T23:59:59.999Z')
    assert.equal(due?.note, 'Ward 7')
    assert.deepEqual(on('on-ward', dayCase, done, home), [])
    const outpatient = admitted('2026-03-02T07:00:00.000Z', { type: 'outpatient' })
    assert.deepEqual(on('on-ward', outpatient, done), [])
  })

  it('with microspheres the ward is told until when precautions hold', () => {
    const spheres = treated('2026-03-02T10:00:00.000Z', { procedure: SIRT })
    assert.equal(only('on-ward', spheres)?.note, 'Radiation precautions until 9 March 2026')
  })

  it('a plan is missing, due two working days after', () => {
    const due = only('plan-to-make', done, home)
    assert.equal(due?.dueAt, '2026-03-04T23:59:59.999Z')
    const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-03-30', to: '2026-04-10' }
    assert.deepEqual(on('plan-to-make', done, home, planned('2026-03-03', 1, [item])), [])
  })

  it('each item of the plan is due inside its window, and answered by what names it', () => {
    const items = [
      { key: '1', what: 'telephone', by: 'Nurse', from: '2026-03-04', to: '2026-03-09' },
      { key: '2', what: 'imaging', by: 'Radiologist', from: '2026-04-27', to: '2026-05-25' },
    ]
    const plan = [done, home, planned('2026-03-03', 1, items)]
    const [call, scan] = on('follow-up', ...plan)
    assert.deepEqual(
      [call?.kind, call?.opensAt, call?.dueAt, call?.item],
      ['follow-up-contact', '2026-03-04T00:00:00.000Z', '2026-03-09T23:59:59.999Z', '1'],
    )
    assert.deepEqual(
      [scan?.kind, scan?.opensAt, scan?.dueAt],
      ['response-assessment', '2026-04-26T23:00:00.000Z', '2026-05-25T22:59:59.999Z'],
    )
    const called = (how: string): Said => ({
      kind: 'follow-up-contact',
      on: '2026-03-05',
      body: { plan: idOf(3), item: '1', how, by: { name: 'Sister Cara Finch' }, findings: 'Well' },
    })
    assert.equal(on('follow-up', ...plan, called('not-reached')).length, 2)
    assert.deepEqual(
      on('follow-up', ...plan, called('telephone')).map(({ item }) => item),
      ['2'],
    )
    assert.deepEqual(on('follow-up', ...plan, called('telephone'), assessed('2026-05-01')), [])
  })

  it('response is due 8 to 12 weeks after what modifies the disease', () => {
    const due = only('response-due', done, home)
    assert.equal(due?.opensAt, '2026-04-26T23:00:00.000Z')
    assert.equal(due?.dueAt, '2026-05-25T22:59:59.999Z')
    assert.deepEqual(on('response-due', treated('2026-03-02', { intent: 'supportive' })), [])
    assert.equal(on('response-due', done, home, assessed('2026-04-26')).length, 1)
    assert.deepEqual(on('response-due', done, home, assessed('2026-04-27')), [])
    assert.equal(
      on('response-due', done, home, assessed('2026-04-28', { baseline: true, read: 'baseline' })).length,
      1,
    )
  })

  it('response of a series is due after its last course', () => {
    const second = treated('2026-04-13', { course: 2 })
    assert.equal(only('response-due', done, home, second)?.about, idOf(3))
  })

  it('safety is to be reviewed within thirty days, and silence is no review', () => {
    const due = only('safety-to-review', done, home)
    assert.equal(due?.opensAt, '2026-03-03T10:00:00.000Z')
    assert.equal(due?.dueAt, '2026-04-01T22:59:59.999Z')
    const review: Said = {
      kind: 'safety-review',
      on: '2026-03-20',
      body: { treatment: idOf(1), noComplication: 'none' },
    }
    assert.deepEqual(on('safety-to-review', done, home, review), [])
  })

  it('a complication that was seen during it is to be graded', () => {
    assert.equal(
      only('complication-to-grade', treated('2026-03-02', { complicationNow: true }))?.kind,
      'complication',
    )
    assert.deepEqual(on('complication-to-grade', done), [])
  })

  it('feedback is asked for once the patient is home, not twice for courses six weeks apart', () => {
    assert.equal(only('feedback-to-ask', done, home)?.opensAt, '2026-03-03T10:00:00.000Z')
    const second = treated('2026-04-10', { course: 2 })
    assert.equal(only('feedback-to-ask', done, home, second)?.about, idOf(3))
    const given: Said = { kind: 'feedback', on: '2026-03-20', body: { state: 'asked' } }
    assert.deepEqual(on('feedback-to-ask', done, home, given), [])
  })

  it('nothing is due once the patient has died or the case is closed', () => {
    const died: Said = { kind: 'death', on: '2026-03-20', body: { cause: 'Tumour', relation: 'no' } }
    const lists = dueOf(
      caseOf(referral('2026-02-02'), accepted, discussed('2026-02-10'), done, died),
      meetings,
    )
    assert.deepEqual(
      lists.map(({ list }) => list),
      ['answered'],
    )
  })
})

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
