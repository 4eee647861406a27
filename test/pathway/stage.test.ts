/** Where a case is, in a word, in a sentence for the head of its page, and in plain words for the referrer. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stageOf } from '#core/pathway/stage.ts'
import { stateOf } from '#core/pathway/state.ts'
import { whereNow } from '#core/pathway/where-now.ts'
import {
  admitted,
  answer,
  booked,
  caseOf,
  consented,
  discharged,
  discussed,
  NEPHROSTOMY,
  planned,
  referral,
  type Said,
  surroundingsWith,
  treated,
} from './case-of.ts'

const surroundings = surroundingsWith(undefined, [
  { at: '2026-02-10T08:00:00.000Z' },
  { at: '2026-02-24T08:00:00.000Z' },
])

const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-04-06', to: '2026-04-20' }

/** A case along the whole patient pathway, step by step: what is said, the stage, the sentence. */
const steps: readonly (readonly [Said, string, string])[] = [
  [referral('2026-02-02'), 'referral', 'Referred on 2 February, waits for an answer'],
  [
    answer('2026-02-03', { answer: 'acknowledged' }),
    'referral',
    'Acknowledged on 3 February, waits to be accepted or refused',
  ],
  [answer('2026-02-04'), 'planning', 'Accepted, waits for the MDT meeting of 10 February'],
  [
    discussed('2026-02-10'),
    'planning',
    'Discussed on 10 February: recommended to treat as asked, to be booked',
  ],
  [
    booked('2026-02-11', '2026-03-12T09:00:00.000Z'),
    'preparation',
    'Booked for 12 March, 09:00, consent not given yet',
  ],
  [consented('2026-02-20'), 'preparation', 'Booked for 12 March, 09:00, consent given'],
  [admitted('2026-03-11T14:00:00.000Z'), 'procedure', 'Admitted on 11 March'],
  [treated('2026-03-12T09:30:00.000Z'), 'recovery', 'Treated on 12 March, on Ward 7'],
  [discharged('2026-03-13'), 'follow-up', 'Treated on 12 March, without a follow-up plan'],
  [planned('2026-03-13', 8, [item]), 'follow-up', 'Treated on 12 March, next by 20 April: clinic'],
  [
    booked('2026-04-01', '2026-04-30T08:00:00.000Z', { course: 2 }),
    'preparation',
    'Booked for 30 April, 09:00, consent to be taken anew',
  ],
  [
    { kind: 'closure', on: '2026-05-01', body: { why: 'completed' } },
    'closed',
    'Closed on 1 May: treatment and follow-up are complete',
  ],
]

describe('a case on its way', () => {
  steps.forEach(([said, stage, sentence], at) => {
    it(`after '${said.kind}' of ${said.on} is at ${stage}`, () => {
      const course = caseOf(...steps.slice(0, at + 1).map(([each]) => each))
      assert.equal(stageOf(course), stage)
      // As of the day after acceptance, so that the meeting still lies ahead.
      assert.equal(stateOf(course, surroundings, '2026-02-05T09:00:00.000Z'), sentence)
    })
  })

  it('waits for the next meeting, not for one that has passed it over', () => {
    const course = caseOf(referral('2026-02-02'), answer('2026-02-04'))
    assert.match(stateOf(course, surroundings, '2026-02-11T09:00:00.000Z'), /of 24 February$/)
    assert.match(stateOf(course, surroundings, '2026-02-25T09:00:00.000Z'), /none is arranged$/)
  })

  it('writes the year of another year', () => {
    const course = caseOf(referral('2026-02-02'))
    assert.match(stateOf(course, surroundings, '2027-01-05T09:00:00.000Z'), /2 February 2026/)
  })

  it('says what is overdue', () => {
    const course = caseOf(treated('2026-03-12'), discharged('2026-03-13'), planned('2026-03-13', 1, [item]))
    assert.equal(
      stateOf(course, surroundings, '2026-05-01T00:00:00.000Z'),
      'Treated on 12 March, overdue since 20 April: clinic',
    )
  })

  it('that was refused is still at referral; one that is referred anew after closure is open again', () => {
    const refused = caseOf(referral('2026-02-02'), answer('2026-02-03', { answer: 'refused', reason: 'No' }))
    assert.equal(stageOf(refused), 'referral')
    const again = caseOf(
      referral('2026-02-02'),
      { kind: 'closure', on: '2026-02-10', body: { why: 'declined' } },
      referral('2026-03-02'),
    )
    assert.equal(stageOf(again), 'referral')
  })

  it('that was treated without any referral is in follow-up once discharged', () => {
    assert.equal(stageOf(caseOf(treated('2026-03-12'))), 'recovery')
    assert.equal(stageOf(caseOf(treated('2026-03-12'), discharged('2026-03-12T18:00:00.000Z'))), 'follow-up')
  })

  it('that was treated at night and referred in the morning is treated, not to be booked', () => {
    const urgent = { urgency: 'emergency', procedure: NEPHROSTOMY, intent: 'supportive' }
    const night = caseOf(
      treated('2026-03-12T03:10:00.000Z', { procedure: NEPHROSTOMY, intent: 'supportive' }),
      discharged('2026-03-12T18:00:00.000Z'),
      referral('2026-03-12T08:30:00.000Z', urgent),
      answer('2026-03-12T08:40:00.000Z'),
    )
    assert.equal(stageOf(night), 'follow-up')
    assert.match(stateOf(night, surroundings, '2026-03-13T09:00:00.000Z'), /^Treated on 12 March/)
  })

  it('of which nothing is said yet is at referral', () => {
    assert.equal(stageOf(caseOf()), 'referral')
    assert.equal(stateOf(caseOf(), surroundings, '2026-05-01T00:00:00.000Z'), 'Opened, not referred yet')
  })
})

describe('the referrer', () => {
  const now = '2026-02-05T09:00:00.000Z'
  const where = (...said: readonly Said[]) => whereNow(caseOf(...said), surroundings, now)

  it('is told where the patient is, in plain words', () => {
    assert.equal(
      where(referral('2026-02-02')).words,
      'Your referral of 2 February has arrived. It waits for an answer.',
    )
    assert.equal(
      where(referral('2026-02-02'), answer('2026-02-04')).words,
      'Your referral is accepted. The case will be discussed at the MDT meeting of 10 February.',
    )
    assert.equal(
      where(referral('2026-02-02'), answer('2026-02-04'), treated('2026-03-12'), discharged('2026-03-13'))
        .words,
      'Your patient was treated on 12 March, and is home. Response will be assessed by 4 June.',
    )
  })

  it('is told when something is waited for from them', () => {
    assert.equal(where(referral('2026-02-02')).yours, undefined)
    const advised = where(
      referral('2026-02-02'),
      answer('2026-02-03', { answer: 'advice', advice: 'An MRI' }),
    )
    assert.match(advised.yours ?? '', /Read the advice/)
    const replied = where(
      referral('2026-02-02'),
      answer('2026-02-03', { answer: 'advice', advice: 'An MRI' }),
      {
        kind: 'clinical-discussion',
        on: '2026-02-03',
        body: {
          referrer: { name: 'Dr Ruth Ferrier' },
          radiologist: { name: 'Dr Ada Quill' },
          how: 'written',
          conclusion: 'The MRI is sent',
        },
      },
    )
    assert.match(replied.words, /You have replied to the advice/)
    assert.equal(replied.yours, undefined)
  })
})
