/** The clauses that what is said before and after a procedure does not keep. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admitted,
  assessed,
  booked,
  caseOf,
  confirmed,
  consented,
  discharged,
  discussed,
  elsewhere,
  idOf,
  licences,
  planned,
  prescribedSpheres,
  referral,
  type Said,
  SIRT,
  serviceOf,
  surroundingsWith,
  TACE,
  treated,
} from './case-of.ts'
import { breaches } from './said-of.ts'

describe('a breach is', () => {
  it('an elective referral past the consultant, or to a radiologist outside of the MDT', () => {
    const past = { consultantAware: false, radiologistInMdt: false }
    assert.deepEqual(breaches(referral('2026-02-01', past)), ['rcr-2013/3.5', 'rcr-2013/3.5'])
    assert.deepEqual(breaches(referral('2026-02-01', { ...past, urgency: 'urgent' })), [])
  })

  it('a referral from elsewhere discussed elsewhere', () => {
    const course = caseOf(referral('2026-02-01'))
    assert.deepEqual(breaches(discussed('2026-02-10', { organisation: elsewhere }), course), ['rcr-2013/3.7'])
    assert.deepEqual(breaches(discussed('2026-02-10'), course), [])
  })

  it('consent by a delegate whom the register does not show', () => {
    const delegate = consented('2026-02-20', { as: 'delegate', by: { name: 'Sister Cara Finch' } })
    assert.deepEqual(breaches(delegate), ['rcr-2013/4.3'])
    assert.deepEqual(breaches(consented('2026-02-20')), [])
    const register: Said = {
      kind: 'competence',
      on: '2025-01-01',
      body: {
        who: { name: 'Sister Cara Finch' },
        role: 'consent-delegate',
        procedures: [{ procedure: TACE }],
        evidence: 'Course',
      },
    }
    assert.deepEqual(breaches(delegate, caseOf(), surroundingsWith(serviceOf(register))), [])
  })

  it('a discharge by someone who does not know the procedure; without the card after an isotope', () => {
    assert.deepEqual(breaches(discharged('2026-03-13', { familiar: false })), ['rcr-2013/4.7.2'])
    const course = caseOf(treated('2026-03-12', { procedure: SIRT }))
    assert.deepEqual(breaches(discharged('2026-03-13'), course), ['rcr-2013/5.3'])
    assert.deepEqual(breaches(discharged('2026-03-13', { radiationCard: true }), course), [])
  })

  it('a contact after its window, and a response read late by someone who is no specialist', () => {
    const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-04-01', to: '2026-04-10' }
    const course = caseOf(treated('2026-03-12'), planned('2026-03-13', 1, [item]))
    const contact = (on: string): Said => ({
      kind: 'follow-up-contact',
      on,
      body: { plan: idOf(2), item: '1', how: 'clinic', by: { name: 'Dr Ada Quill' }, findings: 'Well' },
    })
    assert.deepEqual(breaches(contact('2026-04-10'), course), [])
    assert.deepEqual(breaches(contact('2026-04-11'), course), ['rcr-2013/5.4'])
    const tried = contact('2026-04-11')
    assert.deepEqual(
      breaches({ ...tried, body: { ...(tried.body as object), how: 'not-reached' } }, course),
      [],
    )
    const twelveWeeks = assessed('2026-06-04', { treatment: idOf(1) })
    assert.deepEqual(breaches(twelveWeeks, course), [])
    const late = assessed('2026-06-05', { treatment: idOf(1), specialist: false })
    assert.deepEqual(breaches(late, course), ['rcr-2013/6.5', 'rcr-2013/6.6'])
    // A response was assessed in time: a later one is not late.
    const before = caseOf(
      treated('2026-03-12'),
      planned('2026-03-13', 1, [item]),
      assessed('2026-05-20', { treatment: idOf(1) }),
    )
    assert.deepEqual(breaches(late, before), ['rcr-2013/6.6'])
  })
})

describe('an admission', () => {
  const course = caseOf(booked('2026-03-01', '2026-03-12T09:00:00.000Z'))
  const on = '2026-03-12T07:00:00.000Z'
  it('breaks 4.5.2 without an assessment, by another team, or off the pro forma', () => {
    assert.deepEqual(breaches(admitted(on), course), [])
    const unassessed = admitted(on, { fit: 'not-assessed', assessedBy: undefined, assessorInTeam: undefined })
    assert.deepEqual(breaches(unassessed, course), ['rcr-2013/4.5.2'])
    assert.deepEqual(breaches(admitted(on, { assessorInTeam: false }), course), ['rcr-2013/4.5.2'])
    assert.deepEqual(breaches(admitted(on, { proForma: false }), course), ['rcr-2013/4.5.2'])
    const both = { assessorInTeam: false, proForma: false }
    assert.deepEqual(breaches(admitted(on, both), course), ['rcr-2013/4.5.2', 'rcr-2013/4.5.2'])
  })
  it('keeps it by another team whom the register shows to assess for this procedure', () => {
    const assessor: Said = {
      kind: 'competence',
      on: '2025-01-01',
      body: {
        who: { name: 'Dr Ada Quill' },
        role: 'fitness-assessor',
        procedures: [{ procedure: TACE }],
        evidence: 'Course',
      },
    }
    const register = surroundingsWith(serviceOf(assessor))
    assert.deepEqual(breaches(admitted(on, { assessorInTeam: false }), course, register), [])
    assert.deepEqual(breaches(admitted(on, { assessorInTeam: false }), caseOf(), register), [
      'rcr-2013/4.5.2',
    ])
  })
})

describe('a confirmation of consent', () => {
  const on = '2026-03-12T08:00:00.000Z'
  it('breaks 4.3 where there is no consent to confirm, and not where the patient did not confirm', () => {
    const booking = booked('2026-03-01', '2026-03-12T09:00:00.000Z')
    assert.deepEqual(breaches(confirmed(on), caseOf(booking)), ['rcr-2013/4.3'])
    assert.deepEqual(breaches(confirmed(on, false), caseOf(booking)), [])
    assert.deepEqual(breaches(confirmed(on), caseOf(booking, consented('2026-03-02'))), [])
  })
})

describe('a prescription', () => {
  const drug = (change: object) =>
    prescribedSpheres('2026-03-10', '', { injectionAt: undefined, dose: 50, unit: 'mg', ...change })
  it('breaks 4.4.2 unsigned, and without a protocol where its agent treats the tumour', () => {
    assert.deepEqual(breaches(drug({ agent: 'doxorubicin', protocol: idOf(9) })), [])
    assert.deepEqual(breaches(drug({ agent: 'doxorubicin' })), ['rcr-2013/4.4.2'])
    assert.deepEqual(breaches(drug({ agent: 'other', otherAgent: 'A new one' })), ['rcr-2013/4.4.2'])
    assert.deepEqual(breaches(drug({ agent: 'antibiotic' })), [])
    assert.deepEqual(breaches(drug({ agent: 'antibiotic', signed: false })), ['rcr-2013/4.4.2'])
  })
})

describe('a second treatment', () => {
  const first = treated('2026-03-01T10:00:00.000Z')
  const second = treated('2026-03-12T10:00:00.000Z', { course: 2 })
  const before = [
    referral('2026-02-01'),
    discussed('2026-02-10'),
    consented('2026-02-20', { courses: 'series' }),
    admitted('2026-03-01T07:00:00.000Z'),
    confirmed('2026-03-01T08:00:00.000Z'),
    first,
  ]
  it('breaks 4.5.1 and 4.5.2 by the admission for the first, and keeps them by its own', () => {
    assert.deepEqual(breaches(second, caseOf(...before)), ['rcr-2013/4.5.1', 'rcr-2013/4.5.2'])
    const own = [admitted('2026-03-11T18:00:00.000Z'), confirmed('2026-03-11T19:00:00.000Z')]
    assert.deepEqual(breaches(second, caseOf(...before, ...own)), [])
  })
  it('keeps 4.5.1 by a confirmation of its morning, and no other after it', () => {
    const admittedLate = admitted('2026-03-12T09:00:00.000Z')
    const morning = confirmed('2026-03-12T08:00:00.000Z')
    assert.deepEqual(breaches(second, caseOf(...before, morning, admittedLate)), [])
    const after = [admittedLate, confirmed('2026-03-12T11:00:00.000Z')]
    assert.deepEqual(breaches(second, caseOf(...before, ...after)), ['rcr-2013/4.5.1'])
    // What was said last before it counts.
    const refused = confirmed('2026-03-12T07:30:00.000Z', false)
    assert.deepEqual(breaches(second, caseOf(...before, refused, morning, admittedLate)), [])
    const withdrew = confirmed('2026-03-12T08:30:00.000Z', false)
    assert.deepEqual(breaches(second, caseOf(...before, morning, withdrew, admittedLate)), ['rcr-2013/4.5.1'])
  })
  it('breaks 4.4.3 by the licence of whoever prescribed its isotope last before it', () => {
    const spheres = treated('2026-03-12T10:00:00.000Z', { procedure: SIRT })
    const sealed = [
      referral('2026-02-01', { procedure: SIRT }),
      discussed('2026-02-10', { procedure: SIRT }),
      consented('2026-02-20', { procedure: SIRT }),
      admitted('2026-03-12T07:00:00.000Z'),
      confirmed('2026-03-12T08:00:00.000Z'),
    ]
    const at = '2026-03-12T10:00:00.000Z'
    const byAda = prescribedSpheres('2026-03-08', at)
    const byBen = prescribedSpheres('2026-03-09', at, { prescriber: { name: 'Dr Ben Marsh' } })
    const antibiotic = prescribedSpheres('2026-03-10', at, {
      ...{ agent: 'antibiotic', unit: 'mg', dose: 50, injectionAt: undefined },
      prescriber: { name: 'Dr Ben Marsh' },
    })
    const licensed = surroundingsWith(serviceOf(...licences()))
    assert.deepEqual(breaches(spheres, caseOf(...sealed, byAda), licensed), [])
    assert.deepEqual(breaches(spheres, caseOf(...sealed, byAda, antibiotic), licensed), [])
    assert.deepEqual(breaches(spheres, caseOf(...sealed, byBen), licensed), ['rcr-2013/4.4.3'])
    const later = prescribedSpheres('2026-03-13', at, { prescriber: { name: 'Dr Ben Marsh' } })
    assert.deepEqual(breaches(spheres, caseOf(...sealed, byAda, later), licensed), [])
  })
})
