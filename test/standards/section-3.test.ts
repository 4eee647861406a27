/** Section 3: MDT meetings, referral pathways and how a referral is made. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  caseWith,
  closure,
  death,
  ELSEWHERE,
  mdtDiscussion,
  mdtMembership,
  meetingOn,
  onwardReferral,
  pathwayReview,
  referral,
  referralAnswer,
  referralPathway,
  SIRT,
  surroundingsWith,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, serviceVerdicts, verdictBy, wordOf } from './judging.ts'

const urgent = () => referral({ urgency: 'urgent' })
const nephrostomy = () =>
  treatment({ procedure: 'nephrostomy', intent: 'supportive', embolic: undefined, agents: undefined })

describe('3.1, links to MDTs', () => {
  it('is met where the service names the MDT of every team that meets', () => {
    const surroundings = surroundingsWith({ service: [mdtMembership()], meetings: [meetingOn('2026-03-05')] })
    assert.deepEqual(serviceVerdicts('3.1', surroundings), ['met'])
  })
  it('is not met without any, or where a team that meets is missing', () => {
    assert.deepEqual(serviceVerdicts('3.1', surroundingsWith()), ['not-met'])
    const meetings = [meetingOn('2026-03-05', { team: 'Urology' })]
    assert.deepEqual(serviceVerdicts('3.1', surroundingsWith({ service: [mdtMembership()], meetings })), [
      'not-met',
    ])
  })
})

describe('3.2, the radiologist in the MDT', () => {
  it('is met in a case where one was present, and not met where none was', () => {
    assert.equal(verdictBy('3.2', [referral(), mdtDiscussion(), treatment()]), 'met')
    assert.equal(
      verdictBy('3.2', [referral(), mdtDiscussion({ radiologistPresent: false }), treatment()]),
      'not-met',
    )
  })
  it('does not apply without a discussion', () => {
    assert.equal(verdictBy('3.2', [referral(), treatment()]), 'not-applicable')
  })
  it('is met for the service by a core member, and by nothing less', () => {
    const service = [mdtMembership(), mdtMembership({ team: 'Urology', radiologistCoreMember: 'regular' })]
    assert.deepEqual(serviceVerdicts('3.2', surroundingsWith({ service })), ['met', 'not-met'])
  })
})

describe('3.3, review of referral pathways', () => {
  it('is not yet due until the first review, with the day on which it lapses', () => {
    assert.deepEqual(serviceVerdicts('3.3', surroundingsWith({ service: [referralPathway()] })), [
      'not-yet-due',
    ])
  })
  it('is met once reviewed', () => {
    const pathway = referralPathway()
    const service = [pathway, pathwayReview({ pathway: pathway.id })]
    assert.deepEqual(serviceVerdicts('3.3', surroundingsWith({ service })), ['met'])
  })
  it('is late once the review’s day has passed', () => {
    const service = [referralPathway({ reviewDue: '2026-01-31' })]
    assert.deepEqual(serviceVerdicts('3.3', surroundingsWith({ service })), ['late'])
  })
  it('says nothing of one that has ended', () => {
    const pathway = referralPathway()
    const service = [pathway, pathwayReview({ pathway: pathway.id, outcome: 'ended', reviewDue: undefined })]
    assert.deepEqual(serviceVerdicts('3.3', surroundingsWith({ service })), [])
  })
})

describe('3.4, discussion at an MDT meeting', () => {
  it('is met by a discussion before the treatment', () => {
    const discussed = mdtDiscussion()
    const found = findingBy('3.4', [referral(), discussed, treatment()])
    assert.equal(found.verdict, 'met')
    assert.deepEqual(found.entries, [discussed.id])
  })
  it('is not yet due before the treatment, and not met by a treatment without', () => {
    assert.equal(verdictBy('3.4', [referral()]), 'not-yet-due')
    assert.equal(verdictBy('3.4', [referral(), treatment()]), 'not-met')
  })
  it('is not met by a discussion after the treatment', () => {
    assert.equal(verdictBy('3.4', [referral(), treatment(), mdtDiscussion({ on: '2026-03-04' })]), 'not-met')
  })
  it('is not met by a meeting that asked for more information and another discussion', () => {
    const asked = mdtDiscussion({
      recommendation: 'more-information',
      procedure: undefined,
      place: undefined,
    })
    assert.equal(verdictBy('3.4', [referral(), asked, treatment()]), 'not-met')
  })
  it('is exempt where the need was urgent, and for a supportive procedure that nobody asked to discuss', () => {
    assert.equal(verdictBy('3.4', [urgent(), treatment()]), 'exempt')
    const supportive = referral({ intent: 'supportive', procedure: 'nephrostomy' })
    assert.equal(verdictBy('3.4', [supportive, nephrostomy()]), 'exempt')
  })
  it('is met for the second course of a series by the discussion before the first', () => {
    const course = caseWith(
      referral(),
      mdtDiscussion(),
      treatment(),
      treatment({ on: '2026-03-09', course: 2 }),
    )
    assert.deepEqual(findingsBy('3.4', course).map(wordOf), ['met', 'met'])
  })
  it('is not met for another procedure, nor a new series, that nobody discussed', () => {
    const course = caseWith(
      referral(),
      mdtDiscussion(),
      treatment(),
      treatment({ on: '2026-03-05', procedure: 'liver-ablation', embolic: undefined, agents: undefined }),
      treatment({ on: '2026-03-09', course: 1 }),
    )
    assert.deepEqual(findingsBy('3.4', course).map(wordOf), ['met', 'not-met', 'not-met'])
  })
  it('holds for what was recommended though an urgent nephrostomy came in between', () => {
    const course = caseWith(
      referral(),
      mdtDiscussion(),
      { ...nephrostomy(), at: '2026-02-20T10:00:00.000Z' },
      treatment(),
    )
    assert.deepEqual(findingsBy('3.4', course).map(wordOf), ['met', 'met'])
  })
  it('goes by the meeting’s own hour on the day of the treatment, where it is known', () => {
    const meeting = meetingOn('2026-03-02')
    const said = [referral(), mdtDiscussion({ on: '2026-03-02', meeting: meeting.id }), treatment()]
    assert.equal(
      verdictBy('3.4', said, { surroundings: surroundingsWith({ meetings: [meeting] }) }),
      'not-met',
    )
    assert.equal(verdictBy('3.4', [referral(), mdtDiscussion({ on: '2026-03-02' }), treatment()]), 'met')
  })
  it('asks nothing of a referral that was refused, of a case that ended, or of one opened in error', () => {
    const refused = referralAnswer({ answer: 'refused', reason: 'Not suitable.' })
    assert.deepEqual(findingsBy('3.4', caseWith(referral(), refused)), [])
    assert.deepEqual(
      findingsBy('3.4', caseWith(referral(), closure({ on: '2026-02-09', why: 'declined' }))),
      [],
    )
    assert.deepEqual(
      findingsBy('3.4', caseWith(referral(), treatment(), closure({ why: 'opened-in-error' }))),
      [],
    )
  })
})

describe('3.5, how the referral is made', () => {
  it('is met when made to the MDT’s radiologist with the consultant’s knowledge', () => {
    assert.equal(verdictBy('3.5', [referral()]), 'met')
  })
  it('is not met when elective and one of both is missing, exempt when urgent', () => {
    assert.equal(verdictBy('3.5', [referral({ radiologistInMdt: false })]), 'not-met')
    assert.equal(verdictBy('3.5', [referral({ consultantAware: false })]), 'not-met')
    assert.equal(verdictBy('3.5', [referral({ consultantAware: false, urgency: 'emergency' })]), 'exempt')
  })
})

describe('3.6, onward referral', () => {
  const pathway = referralPathway()
  const surroundings = surroundingsWith({ service: [pathway] })
  it('is met with a reason, and along a referral pathway that leads there', () => {
    assert.equal(verdictBy('3.6', [referral(), onwardReferral()]), 'met')
    assert.equal(
      verdictBy('3.6', [referral(), onwardReferral({ pathway: pathway.id })], { surroundings }),
      'met',
    )
  })
  it('is not met where the referral pathway does not lead there, or is none', () => {
    const elsewhere = onwardReferral({ pathway: pathway.id, to: 'ZT009' })
    assert.equal(verdictBy('3.6', [referral(), elsewhere], { surroundings }), 'not-met')
    assert.equal(verdictBy('3.6', [referral(), onwardReferral({ pathway: pathway.id })]), 'not-met')
  })
  it('says nothing of a case without one', () => {
    assert.deepEqual(findingsBy('3.6', caseWith(referral())), [])
  })
})

describe('3.7, referred from another provider', () => {
  const from = () => referral({ from: ELSEWHERE })
  it('is met at a meeting of the treating service, not at one elsewhere', () => {
    assert.equal(verdictBy('3.7', [from(), mdtDiscussion(), treatment()]), 'met')
    assert.equal(
      verdictBy('3.7', [from(), mdtDiscussion({ organisation: ELSEWHERE }), treatment()]),
      'not-met',
    )
  })
  it('is not yet due before the treatment, and not met without a discussion', () => {
    assert.equal(verdictBy('3.7', [from()]), 'not-yet-due')
    assert.equal(verdictBy('3.7', [from(), treatment()]), 'not-met')
  })
  it('is owed after an urgent treatment, met by it and late without it', () => {
    const said = [referral({ from: ELSEWHERE, urgency: 'urgent' }), treatment()]
    const surroundings = surroundingsWith({ meetings: [meetingOn('2026-03-04'), meetingOn('2026-03-11')] })
    assert.equal(verdictBy('3.7', said, { surroundings, on: '2026-03-03' }), 'not-yet-due')
    assert.equal(verdictBy('3.7', said, { surroundings, on: '2026-03-06' }), 'late')
    const after = mdtDiscussion({ on: '2026-03-04' })
    assert.equal(verdictBy('3.7', [...said, after], { surroundings }), 'met')
  })
  it('is exempt for a supportive procedure that no meeting discussed', () => {
    const asked = referral({ from: ELSEWHERE, intent: 'supportive', procedure: 'nephrostomy' })
    assert.equal(verdictBy('3.7', [asked, nephrostomy()]), 'exempt')
  })
  it('says nothing of a referral from the same organisation', () => {
    assert.deepEqual(findingsBy('3.7', caseWith(referral(), treatment())), [])
  })
})

describe('3.8, the discussion owed after an urgent treatment', () => {
  const surroundings = surroundingsWith({ meetings: [meetingOn('2026-03-04'), meetingOn('2026-03-11')] })
  it('is not yet due until the first meeting, and lapses when its day is over', () => {
    const found = findingBy('3.8', [urgent(), treatment()], { surroundings, on: '2026-03-03' })
    assert.equal(found.verdict, 'not-yet-due')
    assert.equal(found.lapsesAt, '2026-03-04T23:59:59.999Z')
  })
  it('is met at the first meeting, late at the second', () => {
    const said = [urgent(), treatment()]
    assert.equal(verdictBy('3.8', [...said, mdtDiscussion({ on: '2026-03-04' })], { surroundings }), 'met')
    assert.equal(verdictBy('3.8', [...said, mdtDiscussion({ on: '2026-03-11' })], { surroundings }), 'late')
  })
  it('is late once the meeting has passed without it', () => {
    assert.equal(verdictBy('3.8', [urgent(), treatment()], { surroundings, on: '2026-03-05' }), 'late')
  })
  it('holds for a supportive procedure as well', () => {
    const said = [
      referral({ urgency: 'emergency', intent: 'supportive', procedure: 'nephrostomy' }),
      nephrostomy(),
    ]
    assert.equal(verdictBy('3.8', said, { surroundings, on: '2026-03-03' }), 'not-yet-due')
  })
  it('passes over meetings of other tumour sites', () => {
    const meetings = [meetingOn('2026-03-04', { tumourSites: ['kidney'] }), meetingOn('2026-03-11')]
    const found = findingBy('3.8', [urgent(), treatment()], { surroundings: surroundingsWith({ meetings }) })
    assert.equal(found.lapsesAt, '2026-03-11T23:59:59.999Z')
  })
  it('is owed within two weeks where no meeting is known', () => {
    assert.equal(verdictBy('3.8', [urgent(), treatment()], { on: '2026-03-16' }), 'not-yet-due')
    assert.equal(verdictBy('3.8', [urgent(), treatment()], { on: '2026-03-17' }), 'late')
  })
  it('is exempt where the patient died first', () => {
    const said = [urgent(), treatment(), death({ on: '2026-03-03' })]
    assert.equal(verdictBy('3.8', said, { surroundings }), 'exempt')
  })
  it('does not apply to what was elective, or discussed before', () => {
    assert.equal(verdictBy('3.8', [referral(), treatment()]), 'not-applicable')
    assert.equal(verdictBy('3.8', [urgent(), mdtDiscussion(), treatment()]), 'not-applicable')
    assert.equal(verdictBy('3.8', [urgent()]), 'not-applicable')
  })
})

describe('SIRT referred onward', () => {
  it('keeps the procedure of the onward referral apart from that of the case', () => {
    const pathway = referralPathway()
    const said = [referral(), onwardReferral({ pathway: pathway.id, procedure: SIRT })]
    assert.equal(verdictBy('3.6', said, { surroundings: surroundingsWith({ service: [pathway] }) }), 'met')
  })
})
