/** Section 5: aftercare and follow-up. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admission,
  caseWith,
  closure,
  competence,
  death,
  discharge,
  feedback,
  followUpContact,
  followUpPlan,
  protocol,
  recovery,
  referral,
  responseAssessment,
  responsibility,
  SIRT,
  surroundingsWith,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, serviceVerdicts, verdictBy, wordOf } from './judging.ts'

const done = treatment()
const treated = [referral(), admission(), done]

describe('5.1, aftercare', () => {
  const surroundings = surroundingsWith({ service: [protocol({ area: 'aftercare' })] })
  it('is met when arranged by a protocol in force, else not', () => {
    assert.equal(verdictBy('5.1', [...treated, discharge()], { surroundings }), 'met')
    assert.equal(verdictBy('5.1', [...treated, discharge({ aftercare: false })], { surroundings }), 'not-met')
    assert.equal(verdictBy('5.1', [...treated, discharge()]), 'not-met')
  })
  it('is not yet due before the discharge, exempt where the patient died before', () => {
    assert.equal(verdictBy('5.1', treated), 'not-yet-due')
    assert.equal(verdictBy('5.1', [...treated, death({ on: '2026-03-04' })]), 'exempt')
  })
  it('is met for the service with a protocol for each procedure', () => {
    const with1 = surroundingsWith({ service: [competence(), protocol({ area: 'aftercare' })] })
    assert.deepEqual(serviceVerdicts('5.1', with1), ['met'])
    assert.deepEqual(serviceVerdicts('5.1', surroundingsWith({ service: [competence()] })), ['not-met'])
  })
})

describe('5.2, analgesia and antiemetics', () => {
  it('is met when prescribed or not needed, not met when not prescribed, not yet due before', () => {
    assert.equal(verdictBy('5.2', [...treated, discharge()]), 'met')
    assert.equal(verdictBy('5.2', [...treated, discharge({ antiemetics: 'not-prescribed' })]), 'not-met')
    assert.equal(verdictBy('5.2', treated), 'not-yet-due')
  })
  it('asks the service for one protocol at least', () => {
    const service = [competence(), protocol({ area: 'analgesia-antiemetics' })]
    assert.deepEqual(serviceVerdicts('5.2', surroundingsWith({ service })), ['met'])
    assert.deepEqual(serviceVerdicts('5.2', surroundingsWith({ service: [competence()] })), ['not-met'])
  })
})

describe('5.3, ward protocols', () => {
  it('applies to inpatients, and goes by the protocols of the day', () => {
    assert.equal(
      verdictBy('5.3', treated, { surroundings: surroundingsWith({ service: [protocol()] }) }),
      'met',
    )
    assert.equal(verdictBy('5.3', treated), 'not-met')
    assert.equal(
      verdictBy('5.3', [referral(), admission({ type: 'day-case' }), treatment()]),
      'not-applicable',
    )
  })
  it('asks for radiation protection and its end after a radioactive agent', () => {
    const procedures = [{ procedure: SIRT }]
    const sirt = treatment({ procedure: SIRT, embolic: 'microspheres', agents: undefined })
    const service = [protocol({ procedures }), protocol({ procedures, area: 'radiation-protection' })]
    const surroundings = surroundingsWith({ service })
    const said = [referral({ procedure: SIRT }), admission(), sirt]
    assert.equal(verdictBy('5.3', [...said, recovery()], { surroundings }), 'not-met')
    const until = recovery({ precautionsUntil: '2026-03-09' })
    assert.equal(verdictBy('5.3', [...said, until], { surroundings }), 'met')
    const without = surroundingsWith({ service: [protocol({ procedures })] })
    assert.equal(verdictBy('5.3', [...said, until], { surroundings: without }), 'not-met')
  })
})

describe('5.4, the follow-up plan', () => {
  const local = protocol({ area: 'follow-up' })
  const surroundings = surroundingsWith({ service: [local] })
  const plan = (over = {}) => followUpPlan({ treatment: done.id, protocol: local.id, ...over })
  it('is met by a plan that names a protocol, made by the discharge', () => {
    assert.equal(verdictBy('5.4-plan', [...treated, plan(), discharge()], { surroundings }), 'met')
  })
  it('is not met without a plan at discharge, or without a protocol', () => {
    assert.equal(verdictBy('5.4-plan', [...treated, discharge()], { surroundings }), 'not-met')
    const own = followUpPlan({ treatment: done.id })
    assert.equal(verdictBy('5.4-plan', [...treated, own, discharge()], { surroundings }), 'not-met')
  })
  it('is late after the discharge, not yet due before, exempt where the patient died in hospital', () => {
    const after = plan({ on: '2026-03-06' })
    assert.equal(verdictBy('5.4-plan', [...treated, discharge(), after], { surroundings }), 'late')
    assert.equal(verdictBy('5.4-plan', treated, { surroundings }), 'not-yet-due')
    assert.equal(verdictBy('5.4-plan', [...treated, death({ on: '2026-03-04' })], { surroundings }), 'exempt')
  })
})

describe('5.4, the plan is kept', () => {
  const plan = followUpPlan({ treatment: done.id })
  const said = [...treated, discharge(), plan]
  const contact = (over = {}) => followUpContact({ plan: plan.id, item: '1', ...over })
  it('is met inside the window, late after it, not met when it has passed, not yet due before', () => {
    const on = '2026-05-01'
    assert.equal(verdictBy('5.4-adherence', [...said, contact()], { on }), 'met')
    assert.equal(verdictBy('5.4-adherence', [...said, contact({ on: '2026-04-20' })], { on }), 'late')
    assert.equal(verdictBy('5.4-adherence', said, { on }), 'not-met')
    const found = findingBy('5.4-adherence', said, { on: '2026-04-12' })
    assert.equal(found.verdict, 'not-yet-due')
    assert.equal(found.lapsesAt, '2026-04-12T22:59:59.999Z', 'summer time has begun')
  })
  it('is not met by an attempt that did not reach the patient', () => {
    const tried = contact({ how: 'not-reached' })
    assert.equal(verdictBy('5.4-adherence', [...said, tried], { on: '2026-05-01' }), 'not-met')
  })
  it('is exempt where the patient died or declined in time', () => {
    assert.equal(
      verdictBy('5.4-adherence', [...said, death({ on: '2026-04-01' })], { on: '2026-05-01' }),
      'exempt',
    )
    const declined = closure({ on: '2026-04-01', why: 'declined' })
    assert.equal(verdictBy('5.4-adherence', [...said, declined], { on: '2026-05-01' }), 'exempt')
  })
  it('has one finding for each item; imaging and feedback answer for themselves', () => {
    const long = followUpPlan({
      treatment: done.id,
      items: [
        { key: '1', what: 'imaging', by: 'CT', from: '2026-04-27', to: '2026-05-25' },
        { key: '2', what: 'feedback', by: 'CNS', from: '2026-03-09', to: '2026-04-13' },
        { key: '3', what: 'clinic', by: 'Clinic', from: '2026-03-30', to: '2026-04-12' },
      ],
    })
    const course = caseWith(
      ...treated,
      discharge(),
      long,
      feedback(),
      responseAssessment({ treatment: done.id }),
    )
    assert.deepEqual(findingsBy('5.4-adherence', course, { on: '2026-06-01' }).map(wordOf), [
      'met',
      'met',
      'not-met',
    ])
  })
  it('lets a later plan take the place of items that were not due yet', () => {
    const newer = followUpPlan({
      on: '2026-03-20',
      treatment: done.id,
      items: [{ key: '1', what: 'telephone', by: 'CNS', from: '2026-03-21', to: '2026-03-22' }],
    })
    const course = caseWith(...said, newer)
    const found = findingsBy('5.4-adherence', course, { on: '2026-05-01' })
    assert.deepEqual(
      found.map(({ about }) => about),
      [newer.id],
    )
  })
})

describe('5.5, the clinician responsible for follow-up', () => {
  it('is met by the plan, or by what was said with the admission', () => {
    assert.equal(verdictBy('5.5', [...treated, followUpPlan({ treatment: done.id }), discharge()]), 'met')
    const stated = responsibility({ followUp: { name: 'Dr Sam Field' } })
    assert.equal(verdictBy('5.5', [...treated, stated, discharge()]), 'met')
  })
  it('is not met at discharge without, late after it, not yet due before', () => {
    assert.equal(verdictBy('5.5', [...treated, responsibility(), discharge()]), 'not-met')
    const after = followUpPlan({ on: '2026-03-06', treatment: done.id })
    assert.equal(verdictBy('5.5', [...treated, discharge(), after]), 'late')
    assert.equal(verdictBy('5.5', treated), 'not-yet-due')
  })
  it('is exempt where the patient died in hospital', () => {
    assert.equal(verdictBy('5.5', [...treated, death({ on: '2026-03-04' })]), 'exempt')
  })
})
