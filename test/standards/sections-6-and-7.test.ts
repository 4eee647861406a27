/** Sections 6 and 7: outcome measures and training. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  attestation,
  auditReport,
  caseWith,
  competence,
  complication,
  death,
  feedback,
  followUpContact,
  followUpPlan,
  protocol,
  referral,
  responseAssessment,
  responsibility,
  safetyReview,
  surroundingsWith,
  symptomScore,
  teaching,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, serviceVerdicts, verdictBy, wordOf } from './judging.ts'

const done = treatment()
const treated = [referral(), done]
const painful = referral({ intent: 'supportive', symptom: 'Pain', procedure: 'vertebroplasty' })
const cement = treatment({
  procedure: 'vertebroplasty',
  intent: 'supportive',
  embolic: undefined,
  agents: undefined,
})
const after = (over = {}) =>
  symptomScore({ on: '2026-03-05', value: 2, moment: 'after', treatment: cement.id, ...over })
const summer = { on: '2026-07-01' }

describe('6.1 and 6.2, attested', () => {
  it('is what the service attests, while that is valid', () => {
    assert.deepEqual(serviceVerdicts('6.1', surroundingsWith({ service: [attestation()] })), ['met'])
    const denied = attestation({ clause: '6.2', verdict: 'not-met' })
    assert.deepEqual(serviceVerdicts('6.2', surroundingsWith({ service: [denied] })), ['not-met'])
  })
  it('is not met where nothing is attested, late where it has run out', () => {
    assert.deepEqual(serviceVerdicts('6.1', surroundingsWith()), ['not-met'])
    assert.deepEqual(serviceVerdicts('6.1', surroundingsWith({ service: [attestation()] }), '2027-01-01'), [
      'late',
    ])
  })
})

describe('6.4, symptoms scored', () => {
  it('is met by a score before and after, late after two weeks', () => {
    assert.equal(verdictBy('6.4', [painful, symptomScore(), cement, after()]), 'met')
    assert.equal(verdictBy('6.4', [painful, symptomScore(), cement, after({ on: '2026-03-20' })]), 'late')
  })
  it('is not met without a score after it, or without one before', () => {
    assert.equal(verdictBy('6.4', [painful, symptomScore(), cement], { on: '2026-03-17' }), 'not-met')
    assert.equal(verdictBy('6.4', [painful, cement, after()]), 'not-met')
  })
  it('is met by a contact that says what became of the symptom, where no scale was used', () => {
    const said = followUpContact({ on: '2026-03-06', relief: 'better' })
    assert.equal(verdictBy('6.4', [painful, cement, said]), 'met')
    assert.equal(verdictBy('6.5-efficacy', [painful, cement, said]), 'met')
  })
  it('is not yet due for two weeks, exempt where the patient died', () => {
    assert.equal(verdictBy('6.4', [painful, symptomScore(), cement]), 'not-yet-due')
    assert.equal(
      verdictBy('6.4', [painful, symptomScore(), cement, death({ on: '2026-03-09' })], summer),
      'exempt',
    )
  })
  it('is exempt without a score before in an emergency', () => {
    const emergency = referral({
      urgency: 'emergency',
      intent: 'supportive',
      symptom: 'Pain',
      procedure: 'vertebroplasty',
    })
    assert.equal(verdictBy('6.4', [emergency, cement, after()]), 'exempt')
  })
  it('does not apply to what is not done for a symptom', () => {
    assert.equal(verdictBy('6.4', treated), 'not-applicable')
  })
})

describe('6.5, efficacy', () => {
  const assessed = (on: string) => responseAssessment({ on, treatment: done.id })
  it('of a disease-modifying treatment is met 8 to 12 weeks after it, late after that', () => {
    assert.equal(verdictBy('6.5-efficacy', [...treated, assessed('2026-04-27')], summer), 'met')
    assert.equal(verdictBy('6.5-efficacy', [...treated, assessed('2026-05-25')], summer), 'met')
    assert.equal(verdictBy('6.5-efficacy', [...treated, assessed('2026-05-26')], summer), 'late')
  })
  it('is not met by a scan before 8 weeks alone, nor without one', () => {
    assert.equal(verdictBy('6.5-efficacy', [...treated, assessed('2026-04-26')], summer), 'not-met')
    assert.equal(verdictBy('6.5-efficacy', treated, summer), 'not-met')
  })
  it('is not yet due before, and says when it lapses', () => {
    assert.equal(findingBy('6.5-efficacy', treated).lapsesAt, '2026-05-25T22:59:59.999Z')
  })
  it('is exempt where the next course came first, or the patient died', () => {
    const course = caseWith(...treated, treatment({ on: '2026-04-13', course: 2 }))
    assert.deepEqual(findingsBy('6.5-efficacy', course, summer).map(wordOf), ['exempt', 'not-yet-due'])
    assert.equal(verdictBy('6.5-efficacy', [...treated, death({ on: '2026-04-20' })], summer), 'exempt')
  })
  it('of a supportive treatment is judged at once: by the symptom, or by technical success', () => {
    assert.equal(verdictBy('6.5-efficacy', [painful, cement, after()]), 'met')
    assert.equal(verdictBy('6.5-efficacy', [painful, cement]), 'not-yet-due')
    assert.equal(verdictBy('6.5-efficacy', [painful, cement], { on: '2026-03-17' }), 'not-met')
    const drained = treatment({
      procedure: 'nephrostomy',
      intent: 'supportive',
      embolic: undefined,
      agents: undefined,
    })
    assert.equal(
      verdictBy('6.5-efficacy', [referral({ intent: 'supportive', procedure: 'nephrostomy' }), drained]),
      'met',
    )
  })
  it('asks the service for an audit in the last 12 months', () => {
    assert.deepEqual(serviceVerdicts('6.5-efficacy', surroundingsWith({ service: [auditReport()] })), ['met'])
    const old = auditReport({ on: '2024-01-15' })
    assert.deepEqual(serviceVerdicts('6.5-efficacy', surroundingsWith({ service: [old] })), ['not-met'])
    const other = auditReport({ covers: 'safety' })
    assert.deepEqual(serviceVerdicts('6.5-efficacy', surroundingsWith({ service: [other] })), ['not-met'])
  })
})

describe('6.5, safety', () => {
  it('is met by a review, a graded complication or a death within 30 days', () => {
    assert.equal(verdictBy('6.5-safety', [...treated, safetyReview({ treatment: done.id })], summer), 'met')
    assert.equal(verdictBy('6.5-safety', [...treated, complication({ treatment: done.id })], summer), 'met')
    assert.equal(verdictBy('6.5-safety', [...treated, death()], summer), 'met')
  })
  it('is late after 30 days, not met in silence, not yet due before', () => {
    const reviewed = safetyReview({ on: '2026-04-02', treatment: done.id })
    assert.equal(verdictBy('6.5-safety', [...treated, reviewed], summer), 'late')
    assert.equal(verdictBy('6.5-safety', treated, summer), 'not-met')
    assert.equal(verdictBy('6.5-safety', treated), 'not-yet-due')
  })
  it('is not met by a review alone where the treatment states a complication', () => {
    const bad = treatment({ complicationNow: true })
    const said = [referral(), bad, safetyReview({ treatment: bad.id, noComplication: 'recorded' })]
    assert.equal(verdictBy('6.5-safety', said, summer), 'not-met')
    assert.equal(verdictBy('6.5-safety', [...said, complication({ treatment: bad.id })], summer), 'met')
  })
})

describe('6.5, feedback', () => {
  it('is met when asked for, given or declined within 12 weeks', () => {
    assert.equal(verdictBy('6.5-feedback', [...treated, feedback()], summer), 'met')
    assert.equal(verdictBy('6.5-feedback', [...treated, feedback({ state: 'declined' })], summer), 'met')
  })
  it('is late after, not met without, not yet due before, exempt where the patient died', () => {
    assert.equal(verdictBy('6.5-feedback', [...treated, feedback({ on: '2026-06-01' })], summer), 'late')
    assert.equal(verdictBy('6.5-feedback', treated, summer), 'not-met')
    assert.equal(verdictBy('6.5-feedback', treated), 'not-yet-due')
    assert.equal(verdictBy('6.5-feedback', [...treated, death()], summer), 'exempt')
  })
})

describe('6.6, followed by the MDT', () => {
  const named = responsibility({ followUp: { name: 'Dr Sam Field' } })
  it('is met with one clinician, and specialists who read the response', () => {
    assert.equal(verdictBy('6.6', [...treated, named]), 'met')
    const read = responseAssessment({ treatment: done.id })
    assert.equal(verdictBy('6.6', [...treated, named, read], summer), 'met')
    const lay = responseAssessment({ treatment: done.id, specialist: false })
    assert.equal(verdictBy('6.6', [...treated, named, lay], summer), 'not-met')
  })
  it('is not yet due while nobody is named before the discharge; late named is late here too', () => {
    assert.equal(verdictBy('6.6', treated), 'not-yet-due')
    assert.equal(verdictBy('6.6', [...treated, followUpPlan({ treatment: done.id })]), 'met')
  })
  it('says nothing of supportive treatments', () => {
    assert.deepEqual(findingsBy('6.6', caseWith(painful, cement)), [])
  })
})

describe('6.7, a protocol for response', () => {
  const held = protocol({ area: 'response-assessment' })
  it('is met where one is named or in force, else not', () => {
    const said = [...treated, responseAssessment({ treatment: done.id })]
    assert.equal(verdictBy('6.7', said, { surroundings: surroundingsWith({ service: [held] }) }), 'met')
    assert.equal(verdictBy('6.7', said), 'not-met')
  })
  it('says nothing of a baseline, or without an assessment', () => {
    assert.deepEqual(findingsBy('6.7', caseWith(...treated)), [])
    const baseline = responseAssessment({ on: '2026-02-20', baseline: true, read: 'baseline' })
    assert.deepEqual(findingsBy('6.7', caseWith(...treated, baseline)), [])
  })
  it('asks the service for one for each disease-modifying procedure', () => {
    assert.deepEqual(serviceVerdicts('6.7', surroundingsWith({ service: [competence(), held] })), ['met'])
    assert.deepEqual(serviceVerdicts('6.7', surroundingsWith({ service: [competence()] })), ['not-met'])
  })
})

describe('7, training', () => {
  it('7.1 and 7.2 go by the competence register, operator by operator', () => {
    const who = { name: 'Dr Robin Vale' }
    const service = [
      competence(),
      competence({ who: { name: 'Dr Al Bay' } }),
      competence({ who, role: 'cancer-knowledge', procedures: undefined }),
      competence({ who, role: 'communication-skills', procedures: undefined, until: '2026-01-01' }),
    ]
    assert.deepEqual(serviceVerdicts('7.1', surroundingsWith({ service })), ['met', 'not-met'])
    assert.deepEqual(serviceVerdicts('7.2', surroundingsWith({ service })), ['not-met', 'not-met'])
  })
  it('7.4 is met by teaching of other teams in the last 12 months', () => {
    assert.deepEqual(serviceVerdicts('7.4', surroundingsWith({ service: [teaching()] })), ['met'])
    const own = teaching({ audience: 'nurses' })
    assert.deepEqual(serviceVerdicts('7.4', surroundingsWith({ service: [own] })), ['not-met'])
    assert.deepEqual(
      serviceVerdicts('7.4', surroundingsWith({ service: [teaching({ on: '2024-06-01' })] })),
      ['not-met'],
    )
  })
})
