/** Section 4 up to consent: how the case came, who is responsible, what the patient was told. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  caseWith,
  clinicalDiscussion,
  closure,
  competence,
  consent,
  information,
  leafletAdoption,
  mdtDiscussion,
  nurseSpecialist,
  oncologistInformed,
  referral,
  referralAnswer,
  responsibility,
  SIRT,
  surroundingsWith,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, serviceVerdicts, verdictBy, wordOf } from './judging.ts'

const accepted = () => referralAnswer()

describe('4.1.1, discussed between referrer and radiologist', () => {
  it('is met by a discussion up to the day of acceptance', () => {
    assert.equal(verdictBy('4.1.1', [referral(), clinicalDiscussion(), accepted()]), 'met')
    assert.equal(
      verdictBy('4.1.1', [referral(), clinicalDiscussion({ on: '2026-02-04' }), accepted()]),
      'met',
    )
  })
  it('is not yet due until then, and not met once accepted or treated without', () => {
    assert.equal(verdictBy('4.1.1', [referral()]), 'not-yet-due')
    assert.equal(verdictBy('4.1.1', [referral(), accepted()]), 'not-met')
    assert.equal(verdictBy('4.1.1', [referral(), treatment()]), 'not-met')
  })
  it('is late where they spoke only after', () => {
    assert.equal(
      verdictBy('4.1.1', [referral(), accepted(), clinicalDiscussion({ on: '2026-02-06' })]),
      'late',
    )
  })
  it('does not apply to a referral that was refused or withdrawn', () => {
    const refused = referralAnswer({ answer: 'refused', reason: 'Not suitable.' })
    assert.equal(verdictBy('4.1.1', [referral(), refused]), 'not-applicable')
    assert.equal(
      verdictBy('4.1.1', [referral(), closure({ on: '2026-02-05', why: 'declined' })]),
      'not-applicable',
    )
  })
})

describe('4.1.2, the oncologist knows', () => {
  const involved = () => referral({ oncologistInvolved: true, oncologistIsReferrer: false })
  it('is met before the treatment, late after it, not met without', () => {
    assert.equal(verdictBy('4.1.2', [involved(), oncologistInformed(), treatment()]), 'met')
    assert.equal(
      verdictBy('4.1.2', [involved(), treatment(), oncologistInformed({ on: '2026-03-05' })]),
      'late',
    )
    assert.equal(verdictBy('4.1.2', [involved(), treatment()]), 'not-met')
  })
  it('is not yet due before the treatment', () => {
    assert.equal(verdictBy('4.1.2', [involved()]), 'not-yet-due')
  })
  it('does not apply without an oncologist, or where the oncologist refers', () => {
    assert.equal(verdictBy('4.1.2', [referral(), treatment()]), 'not-applicable')
    const refers = referral({ oncologistInvolved: true, oncologistIsReferrer: true })
    assert.equal(verdictBy('4.1.2', [refers, treatment()]), 'not-applicable')
  })
})

describe('4.1.3, normally discussed', () => {
  it('follows section 3', () => {
    assert.equal(verdictBy('4.1.3', [referral(), mdtDiscussion(), treatment()]), 'met')
    assert.equal(verdictBy('4.1.3', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.1.3', [referral()]), 'not-yet-due')
    const urgent = referral({ urgency: 'urgent' })
    assert.equal(verdictBy('4.1.3', [urgent, treatment()]), 'not-yet-due')
    assert.equal(verdictBy('4.1.3', [urgent, treatment()], { on: '2026-03-20' }), 'late')
    assert.equal(verdictBy('4.1.3', [urgent, treatment(), mdtDiscussion({ on: '2026-03-04' })]), 'met')
    const elsewhere = referral({ from: 'ZT002' })
    assert.equal(
      verdictBy('4.1.3', [elsewhere, mdtDiscussion({ organisation: 'ZT002' }), treatment()]),
      'not-met',
    )
    const supportive = { procedure: 'nephrostomy', intent: 'supportive' } as const
    const drained = treatment({ ...supportive, embolic: undefined, agents: undefined })
    assert.equal(verdictBy('4.1.3', [referral(supportive), drained]), 'exempt')
  })
})

describe('4.1.4, the consultant responsible', () => {
  it('is met by the day of the treatment, late after it, not met without, not yet due before', () => {
    assert.equal(verdictBy('4.1.4', [referral(), responsibility(), treatment()]), 'met')
    assert.equal(verdictBy('4.1.4', [referral(), responsibility({ on: '2026-03-02' }), treatment()]), 'met')
    assert.equal(verdictBy('4.1.4', [referral(), treatment(), responsibility({ on: '2026-03-04' })]), 'late')
    assert.equal(verdictBy('4.1.4', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.1.4', [referral()]), 'not-yet-due')
  })
})

describe('4.1.5, the cancer nurse specialist', () => {
  const said = (involved: 'involved' | 'not-linked' | 'none-here' | 'declined' | 'no') =>
    nurseSpecialist({
      involved,
      name: involved === 'involved' ? { name: 'Sister Jo Reed' } : undefined,
      reason: involved === 'no' ? 'On leave' : undefined,
    })
  it('goes by what was said last', () => {
    const words = {
      involved: 'met',
      no: 'not-met',
      'none-here': 'exempt',
      declined: 'exempt',
      'not-linked': 'not-applicable',
    }
    for (const [involved, verdict] of Object.entries(words)) {
      assert.equal(verdictBy('4.1.5', [referral(), said(involved as 'no')]), verdict)
    }
    assert.match(findingBy('4.1.5', [referral(), said('no')]).reason, /not involved: On leave/)
  })
  it('is not yet due before the treatment, not met after it where nothing was said', () => {
    assert.equal(verdictBy('4.1.5', [referral()]), 'not-yet-due')
    assert.equal(verdictBy('4.1.5', [referral(), treatment()]), 'not-met')
  })
})

describe('4.2.1, leaflets', () => {
  it('is met where a leaflet was adopted by the day, not met without, not yet due before', () => {
    const surroundings = surroundingsWith({ service: [leafletAdoption()] })
    assert.equal(verdictBy('4.2.1', [referral(), treatment()], { surroundings }), 'met')
    assert.equal(verdictBy('4.2.1', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.2.1', [referral()]), 'not-yet-due')
    const since = surroundingsWith({ service: [leafletAdoption({ on: '2026-03-05' })] })
    assert.equal(verdictBy('4.2.1', [referral(), treatment()], { surroundings: since }), 'not-met')
  })
  it('is met for the service with one for each procedure that its operators do', () => {
    assert.deepEqual(
      serviceVerdicts('4.2.1', surroundingsWith({ service: [competence(), leafletAdoption()] })),
      ['met'],
    )
    assert.deepEqual(serviceVerdicts('4.2.1', surroundingsWith({ service: [competence()] })), ['not-met'])
    assert.deepEqual(serviceVerdicts('4.2.1', surroundingsWith()), ['not-yet-due'])
  })
})

describe('4.2.2, the patient is informed', () => {
  const none = () =>
    information({
      leaflet: 'none',
      adoption: undefined,
      leafletTitle: undefined,
      leafletVersion: undefined,
      language: undefined,
      format: undefined,
    })
  it('is met by a leaflet given or offered before the treatment, for the whole series', () => {
    assert.equal(verdictBy('4.2.2', [referral(), information(), treatment()]), 'met')
    assert.equal(verdictBy('4.2.2', [referral(), information({ leaflet: 'offered' }), treatment()]), 'met')
    const second = treatment({ on: '2026-03-09', course: 2 })
    const course = caseWith(referral(), information(), treatment(), second)
    assert.deepEqual(findingsBy('4.2.2', course).map(wordOf), ['met', 'met'])
  })
  it('is not met without, or where there is none; late after; not yet due before', () => {
    assert.equal(verdictBy('4.2.2', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.2.2', [referral(), none(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.2.2', [referral(), information({ procedure: SIRT }), treatment()]), 'not-met')
    assert.equal(verdictBy('4.2.2', [referral(), treatment(), information({ on: '2026-03-03' })]), 'late')
    assert.equal(verdictBy('4.2.2', [referral()]), 'not-yet-due')
  })
  it('asks for radiation protection where the agent is radioactive', () => {
    const sirt = { procedure: SIRT } as const
    const done = treatment({ ...sirt, agents: undefined, embolic: 'microspheres' })
    assert.equal(verdictBy('4.2.2', [referral(sirt), information(sirt), done]), 'not-met')
    const both = information({ ...sirt, radiationProtection: true })
    assert.equal(verdictBy('4.2.2', [referral(sirt), both, done]), 'met')
  })
  it('is exempt in an emergency', () => {
    assert.equal(verdictBy('4.2.2', [referral({ urgency: 'emergency' }), treatment()]), 'exempt')
  })
})

describe('4.2.3, leaflets of the service', () => {
  it('is met where the leaflet given was adopted and in force, not met otherwise', () => {
    const adopted = leafletAdoption()
    const surroundings = surroundingsWith({ service: [adopted] })
    assert.equal(
      verdictBy('4.2.3', [referral(), information({ adoption: adopted.id })], { surroundings }),
      'met',
    )
    assert.equal(verdictBy('4.2.3', [referral(), information()], { surroundings }), 'not-met')
  })
  it('says nothing where no leaflet was given', () => {
    assert.deepEqual(findingsBy('4.2.3', caseWith(referral(), treatment())), [])
  })
})

describe('4.3, consent', () => {
  const delegate = { name: 'Nurse Kit Dale' }
  it('is met when the operator took it before the treatment', () => {
    assert.equal(verdictBy('4.3', [referral(), consent(), treatment()]), 'met')
  })
  it('is met by a delegate only with training on record', () => {
    const said = [referral(), consent({ by: delegate, as: 'delegate' }), treatment()]
    assert.equal(verdictBy('4.3', said), 'not-met')
    const trained = surroundingsWith({ service: [competence({ who: delegate, role: 'consent-delegate' })] })
    assert.equal(verdictBy('4.3', said, { surroundings: trained }), 'met')
    const ended = surroundingsWith({
      service: [competence({ who: delegate, role: 'consent-delegate', until: '2026-01-31' })],
    })
    assert.equal(verdictBy('4.3', said, { surroundings: ended }), 'not-met')
  })
  it('is not met without consent, when declined or withdrawn, or when taken in the procedure room', () => {
    assert.equal(verdictBy('4.3', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.3', [referral(), consent({ where: 'room' }), treatment()]), 'not-met')
    const withdrawn = consent({
      on: '2026-02-25',
      decision: 'withdrawn',
      courses: undefined,
      by: undefined,
      as: undefined,
      where: undefined,
    })
    assert.equal(verdictBy('4.3', [referral(), consent(), withdrawn, treatment()]), 'not-met')
    assert.equal(
      verdictBy('4.3', [referral(), consent({ decision: 'declined', courses: undefined }), treatment()]),
      'not-met',
    )
  })
  it('is late when given after the treatment, not yet due before it', () => {
    assert.equal(verdictBy('4.3', [referral(), treatment(), consent({ on: '2026-03-04' })]), 'late')
    assert.equal(verdictBy('4.3', [referral()]), 'not-yet-due')
  })
  it('for one treatment is used by it, for the series holds for the next', () => {
    const second = () => treatment({ on: '2026-03-09', course: 2 })
    const one = caseWith(referral(), consent(), treatment(), second())
    assert.deepEqual(findingsBy('4.3', one).map(wordOf), ['met', 'not-met'])
    const series = caseWith(referral(), consent({ courses: 'series' }), treatment(), second())
    assert.deepEqual(findingsBy('4.3', series).map(wordOf), ['met', 'met'])
  })
  it('is exempt after a best-interests decision', () => {
    const decided = consent({ decision: 'best-interests', courses: undefined })
    assert.equal(verdictBy('4.3', [referral(), decided, treatment()]), 'exempt')
  })
})
