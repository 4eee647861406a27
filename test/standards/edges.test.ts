/** Clauses at their edges: the last day that counts, the last of several statements, one of several people. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admission,
  caseWith,
  consent,
  consentConfirmation,
  death,
  discharge,
  ELSEWHERE,
  followUpContact,
  followUpPlan,
  information,
  licence,
  mdtDiscussion,
  meetingOn,
  prescription,
  protocol,
  referral,
  responseAssessment,
  SIRT,
  surroundingsWith,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, verdictBy, wordOf } from './judging.ts'

const robin = { name: 'Dr Robin Vale' }
const two = () =>
  treatment({
    operators: [
      { who: robin, role: 'first' },
      { who: { name: 'Dr Al Bay' }, role: 'second' },
    ],
  })

describe('one of several people', () => {
  it('takes consent as the operator (4.3), and is the named practitioner (4.4.1)', () => {
    assert.equal(verdictBy('4.3', [referral(), consent(), two()]), 'met')
    assert.equal(verdictBy('4.4.1', [referral(), two()]), 'met')
  })
})

describe('what is said of somebody', () => {
  it('who did not operate is no consent taken by the operator (4.3)', () => {
    const other = consent({ by: { name: 'Dr Ben Marsh' }, as: 'operator' })
    assert.equal(verdictBy('4.3', [referral(), other, treatment()]), 'not-met')
    // Before the treatment nobody can tell; of a delegate without training one can.
    assert.equal(verdictBy('4.3', [referral(), other]), 'met')
    assert.equal(
      verdictBy('4.3', [referral(), consent({ by: { name: 'Dr Ben Marsh' }, as: 'delegate' })]),
      'not-met',
    )
  })
})

describe('a radioactive agent', () => {
  it('asks for a licence whatever the procedure is called (4.4.3)', () => {
    const given = treatment({ agents: [{ agent: 'y90-resin', dose: 1.5, unit: 'GBq' }] })
    assert.equal(verdictBy('4.4.3', [referral(), given]), 'not-met')
  })
})

describe('the last of several statements', () => {
  it('on consent counts (4.5.1)', () => {
    const refused = consentConfirmation({ time: '08:15', confirmed: false })
    assert.equal(
      verdictBy('4.5.1', [referral(), admission(), refused, consentConfirmation(), treatment()]),
      'met',
    )
    const then = consentConfirmation({ time: '09:00', confirmed: false })
    assert.equal(
      verdictBy('4.5.1', [referral(), admission(), consentConfirmation(), then, treatment()]),
      'not-met',
    )
  })
  it('on fitness counts (4.5.2)', () => {
    const unfit = admission({ time: '07:00', fit: 'not-fit' })
    assert.equal(verdictBy('4.5.2', [referral(), unfit, admission(), treatment()]), 'met')
    const fitFirst = admission({ time: '07:00' })
    assert.equal(
      verdictBy('4.5.2', [referral(), fitFirst, admission({ fit: 'not-fit' }), treatment()]),
      'not-met',
    )
  })
  it('of prescribers before the treatment is the one who needs a licence (4.4.3)', () => {
    const spheres = {
      agent: 'y90-resin',
      dose: 1.6,
      unit: 'GBq',
      injectionAt: '2026-03-02T10:00:00.000Z',
    } as const
    const unlicensed = prescription({ ...spheres, on: '2026-02-26', prescriber: { name: 'Dr Al Bay' } })
    const service = [licence(), licence({ holder: 'practitioner', who: robin, number: 'P1' })]
    const done = treatment({
      procedure: SIRT,
      embolic: 'microspheres',
      agents: [{ agent: 'y90-resin', dose: 1.5, unit: 'GBq' }],
    })
    const said = [referral({ procedure: SIRT }), unlicensed, prescription(spheres), done]
    assert.equal(verdictBy('4.4.3', said, { surroundings: surroundingsWith({ service }) }), 'met')
  })
  it('of follow-up plans names the protocol, the first says when it was planned (5.4)', () => {
    const local = protocol({ area: 'follow-up' })
    const done = treatment()
    const plan = (on: string) => followUpPlan({ on, treatment: done.id, protocol: local.id })
    const said = [referral(), admission(), done, plan('2026-03-02'), discharge(), plan('2026-03-06')]
    assert.equal(verdictBy('5.4-plan', said, { surroundings: surroundingsWith({ service: [local] }) }), 'met')
  })
})

describe('what is said after the treatment', () => {
  it('is no leaflet where there was none (4.2.2)', () => {
    const none = information({
      ...{ on: '2026-03-03', leaflet: 'none', adoption: undefined, leafletTitle: undefined },
      ...{ leafletVersion: undefined, language: undefined, format: undefined },
    })
    assert.equal(verdictBy('4.2.2', [referral(), treatment(), none]), 'not-met')
  })
  it('is no confirmation of consent where the patient did not confirm, or did after the next course (4.5.1)', () => {
    const refused = consentConfirmation({ time: '11:00', confirmed: false })
    assert.equal(verdictBy('4.5.1', [referral(), treatment(), refused]), 'not-met')
    const course = caseWith(
      referral(),
      treatment(),
      treatment({ on: '2026-03-09', course: 2 }),
      consentConfirmation({ on: '2026-03-09', time: '11:00' }),
    )
    assert.deepEqual(findingsBy('4.5.1', course).map(wordOf), ['not-met', 'late'])
  })
  it('at a meeting elsewhere is no consideration where the procedure is done, late or not (3.7)', () => {
    const urgent = referral({ urgency: 'urgent', from: ELSEWHERE })
    const surroundings = surroundingsWith({ meetings: [meetingOn('2026-03-05')] })
    for (const on of ['2026-03-04', '2026-03-09']) {
      const discussed = mdtDiscussion({ on, organisation: ELSEWHERE })
      assert.equal(verdictBy('3.7', [urgent, treatment(), discussed], { surroundings }), 'not-met', on)
    }
    assert.equal(verdictBy('3.7', [urgent, treatment()], { surroundings }), 'late')
  })
  it('before 8 weeks is named beside the response that is missing (6.5)', () => {
    const done = treatment()
    const early = responseAssessment({ on: '2026-04-26', treatment: done.id })
    const found = findingBy('6.5-efficacy', [referral(), done, early], { on: '2026-07-01' })
    assert.match(found.reason, /The one of 26 April 2026.* came before 8 weeks\.$/)
    assert.ok(found.entries.includes(early.id))
    const without = findingBy('6.5-efficacy', [referral(), done], { on: '2026-07-01' })
    assert.doesNotMatch(without.reason, /came before/)
  })
})

describe('the last day', () => {
  it('of a death before the meeting that was owed is the day of the meeting (3.8)', () => {
    const surroundings = surroundingsWith({ meetings: [meetingOn('2026-03-05')] })
    const urgent = referral({ urgency: 'urgent' })
    const verdict = (on: string) =>
      verdictBy('3.8', [urgent, treatment(), death({ on })], { surroundings, on: '2026-03-20' })
    assert.deepEqual([verdict('2026-03-05'), verdict('2026-03-06')], ['exempt', 'late'])
  })
  it('of a death in hospital is the thirtieth after the treatment (4.7.2)', () => {
    const verdict = (on: string) =>
      verdictBy('4.7.2', [referral(), admission(), treatment(), death({ on })], { on: '2026-04-20' })
    assert.equal(verdict('2026-04-01'), 'exempt')
    assert.notEqual(verdict('2026-04-02'), 'exempt')
  })
  it('of an item of a plan is the day before the next plan, if it is still to count (5.4)', () => {
    const done = treatment()
    const plan = followUpPlan({
      treatment: done.id,
      items: [{ key: '1', what: 'clinic', by: 'The clinic', from: '2026-03-16', to: '2026-03-19' }],
    })
    const newer = (on: string) =>
      followUpPlan({
        ...{ on, treatment: done.id },
        items: [{ key: '1', what: 'telephone', by: 'CNS', from: '2026-03-25', to: '2026-03-26' }],
      })
    const judged = (on: string) =>
      findingsBy('5.4-adherence', caseWith(referral(), done, plan, newer(on)), { on: '2026-05-01' }).length
    assert.deepEqual([judged('2026-03-19'), judged('2026-03-20')], [1, 2])
  })
  it('and the first of its window are within it (5.4)', () => {
    const done = treatment()
    const plan = followUpPlan({ treatment: done.id })
    const found = (on: string) => {
      const seen = followUpContact({ on, plan: plan.id, item: '1' })
      return findingBy('5.4-adherence', [referral(), done, plan, seen], { on: '2026-05-01' })
    }
    assert.match(found('2026-03-29').reason, /before its window/)
    assert.doesNotMatch(found('2026-03-30').reason, /before its window/)
    assert.deepEqual(
      ['2026-04-12', '2026-04-13'].map((on) => wordOf(found(on))),
      ['met', 'late'],
    )
  })
})

describe('an attempt that did not reach the patient', () => {
  it('is told of the plan that it was for, and of no other (5.4)', () => {
    const [one, other] = [treatment(), treatment({ on: '2026-03-05', course: 2 })]
    const plans = [
      followUpPlan({ treatment: one.id }),
      followUpPlan({ on: '2026-03-06', treatment: other.id }),
    ]
    const tried = followUpContact({
      ...{ how: 'not-reached', plan: plans[0]?.id, item: '1' },
    })
    const found = findingsBy('5.4-adherence', caseWith(referral(), one, other, ...plans, tried), {
      on: '2026-05-01',
    })
    assert.deepEqual(
      found.map(({ reason }) => reason.includes('An attempt did not reach the patient.')),
      [true, false],
    )
  })
})
