/**
 * Whole stories, read beside the College's words: what a consultant would say of each clause, worked out by hand
 * from the text of the guidance, and then what the product says.
 */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admission,
  caseWith,
  clinicalDiscussion,
  competence,
  complication,
  consent,
  consentConfirmation,
  death,
  discharge,
  ELSEWHERE,
  followUpPlan,
  information,
  leafletAdoption,
  licence,
  mdtDiscussion,
  meetingOn,
  oncologistInformed,
  prescription,
  protocol,
  recovery,
  referral,
  referralAnswer,
  responsibility,
  type Said,
  SIRT,
  safetyReview,
  surroundingsWith,
  symptomScore,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, verdictBy, wordOf } from './judging.ts'

const robin = { name: 'Dr Robin Vale' }
const usualOf = (procedure: string) => [{ procedure }]

describe('biliary drainage on a Friday night, discussed on the Tuesday', () => {
  const BILIARY = 'biliary-drainage-and-stenting'
  // 3 April 2026 is a Friday; the HPB meeting is on Tuesdays.
  const meetings = [meetingOn('2026-03-31'), meetingOn('2026-04-07'), meetingOn('2026-04-14')]
  const surroundings = surroundingsWith({ meetings })
  const said = (...more: readonly Said[]) => [
    referral({
      on: '2026-04-03',
      urgency: 'urgent',
      urgencyReason: 'Cholangitis',
      intent: 'supportive',
      procedure: BILIARY,
      tumour: { site: 'cholangiocarcinoma', icd10: 'C24.0' },
      radiologistInMdt: false,
    }),
    clinicalDiscussion({ on: '2026-04-03' }),
    referralAnswer({ on: '2026-04-03', time: '20:00' }),
    admission({ on: '2026-04-03', time: '18:00' }),
    consent({ on: '2026-04-03', time: '21:30', procedure: BILIARY, where: 'ward' }),
    treatment({
      on: '2026-04-03',
      time: '22:15',
      procedure: BILIARY,
      intent: 'supportive',
      embolic: undefined,
      agents: undefined,
    }),
    ...more,
  ]
  const tuesday = mdtDiscussion({ on: '2026-04-07', procedure: BILIARY })
  const judged = (number: string, on: string, ...more: readonly Said[]) =>
    verdictBy(number, said(...more), { surroundings, on })

  it('is let off the meeting before (3.4), owed the next one (3.8), and has both by Tuesday night', () => {
    assert.equal(judged('3.4', '2026-04-05'), 'exempt')
    assert.equal(judged('3.8', '2026-04-05'), 'not-yet-due')
    assert.equal(judged('3.8', '2026-04-08', tuesday), 'met')
    assert.equal(judged('4.1.3', '2026-04-08', tuesday), 'met')
  })
  it('is late where it was discussed a week after that (3.8)', () => {
    const next = mdtDiscussion({ on: '2026-04-14', procedure: BILIARY })
    assert.equal(judged('3.8', '2026-04-20', next), 'late')
  })
  it('may go to whoever is on call (3.5), after the two have spoken (4.1.1), with consent on the ward (4.3)', () => {
    assert.equal(judged('3.5', '2026-04-05'), 'exempt')
    assert.equal(judged('4.1.1', '2026-04-05'), 'met')
    assert.equal(judged('4.3', '2026-04-05'), 'met')
  })
  it('still needs a leaflet (4.2.2): urgent is no emergency', () => {
    assert.equal(judged('4.2.2', '2026-04-05'), 'not-met')
  })
  it('from another provider is owed our own meeting, though theirs discussed it on the Thursday (3.7)', () => {
    const [asked, ...rest] = said()
    const from = { ...(asked as Said), body: { ...((asked as Said).body as object), from: ELSEWHERE } }
    const theirs = mdtDiscussion({ on: '2026-04-02', organisation: ELSEWHERE, procedure: BILIARY })
    const verdict = (on: string, ...more: readonly Said[]) =>
      verdictBy('3.7', [theirs, from, ...rest, ...more], { surroundings, on })
    assert.equal(verdict('2026-04-05'), 'not-yet-due')
    assert.equal(verdict('2026-04-08', tuesday), 'met')
    assert.equal(verdict('2026-04-09'), 'not-met')
  })
})

describe('TACE by an operator from outside the MDT, with consent by a delegate whose training had lapsed', () => {
  const nurse = { name: 'Sister Jo Reed' }
  const service = [
    competence(),
    competence({ on: '2024-01-31', who: nurse, role: 'consent-delegate', until: '2026-01-31' }),
  ]
  const said = (takenOn: string) => [
    referral({ radiologistInMdt: false }),
    mdtDiscussion({ radiologistPresent: false }),
    consent({ on: takenOn, by: nurse, as: 'delegate' }),
    treatment(),
  ]
  const around = { surroundings: surroundingsWith({ service }) }

  it('is not met by the day on which consent was taken (4.3), and the sentence says which day that was', () => {
    assert.equal(verdictBy('4.3', said('2026-01-30'), around), 'met')
    const lapsed = findingBy('4.3', said('2026-02-18'), around)
    assert.equal(wordOf(lapsed), 'not-met')
    assert.match(lapsed.reason, /taken on 18 February 2026 by a delegate .* not on record on that day/)
  })
  it('is no elective referral to the radiologist of the MDT (3.5), and none was at the meeting (3.2)', () => {
    assert.equal(verdictBy('3.5', said('2026-02-18'), around), 'not-met')
    assert.equal(verdictBy('3.2', said('2026-02-18'), around), 'not-met')
    assert.equal(verdictBy('4.6', said('2026-02-18'), around), 'met')
  })
  it('calls another operator who took consent what they are (4.3)', () => {
    const ben = { name: 'Dr Ben Marsh' }
    const both = surroundingsWith({ service: [...service, competence({ who: ben })] })
    const taken = [referral(), consent({ by: ben, as: 'operator' }), treatment()]
    assert.match(findingBy('4.3', taken, { surroundings: both }).reason, /another operator of this procedure/)
  })
  it('says what the meeting recommended where it was not this (3.4)', () => {
    const against = mdtDiscussion({
      recommendation: 'best-supportive-care',
      procedure: undefined,
      place: undefined,
    })
    const found = findingBy('3.4', [referral(), against, treatment()])
    assert.match(found.reason, /It recommended best supportive care\.$/)
    assert.doesNotMatch(findingBy('3.4', [referral(), mdtDiscussion(), treatment()]).reason, /recommended/)
  })
})

describe('SIRT after a mapping angiogram, with the paper work of another procedure', () => {
  const spheres = (protocolId: string | undefined) =>
    prescription({
      agent: 'y90-resin',
      dose: 1.6,
      unit: 'GBq',
      injectionAt: '2026-03-02T10:00:00.000Z',
      protocol: protocolId,
    })
  const done = treatment({
    procedure: SIRT,
    embolic: 'microspheres',
    agents: [{ agent: 'y90-resin', dose: 1.5, unit: 'GBq' }],
  })
  const asked = referral({ procedure: SIRT })
  const own = protocol({ area: 'therapeutic-agents', procedures: usualOf(SIRT) })
  const verdict = (held: Said) =>
    verdictBy('4.4.2', [asked, spheres(held.id), done], {
      surroundings: surroundingsWith({ service: [own, held] }),
    })

  it('is prescribed by a protocol on agents for SIRT, in force on the day, and by no other (4.4.2)', () => {
    assert.equal(verdict(own), 'met')
    assert.equal(verdict(protocol({ area: 'recovery', procedures: usualOf(SIRT) })), 'not-met')
    assert.equal(verdict(protocol({ area: 'therapeutic-agents' })), 'not-met')
    const later = protocol({ on: '2026-03-01', area: 'therapeutic-agents', procedures: usualOf(SIRT) })
    assert.equal(verdict(later), 'not-met')
  })
  it('is recovered and followed by protocols of their own kind (4.7.1, 5.4)', () => {
    const ward = protocol({ procedures: usualOf(SIRT) })
    const surroundings = surroundingsWith({ service: [own, ward] })
    const recovered = (id: string) => [asked, done, recovery({ protocol: id })]
    assert.equal(verdictBy('4.7.1', recovered(ward.id), { surroundings }), 'met')
    assert.equal(verdictBy('4.7.1', recovered(own.id), { surroundings }), 'not-met')
    const planned = [asked, done, followUpPlan({ treatment: done.id, protocol: ward.id })]
    assert.equal(verdictBy('5.4-plan', planned, { surroundings }), 'not-met')
  })
  it('says that radiation protection was discussed, for the clause asks both (4.2.2)', () => {
    const leaflet = leafletAdoption({ procedure: SIRT })
    const told = information({ procedure: SIRT, adoption: leaflet.id, radiationProtection: true })
    assert.match(findingBy('4.2.2', [asked, told, done]).reason, /Radiation protection was discussed\.$/)
  })
})

describe('an ablation with bleeding, and the patient dead on the twelfth day', () => {
  const asked = referral({ procedure: 'liver-ablation' })
  const ablated = (complicationNow: boolean) =>
    treatment({ procedure: 'liver-ablation', embolic: undefined, agents: undefined, complicationNow })
  const died = (relation: 'no' | 'possible' | 'yes' | 'unknown' = 'possible') =>
    death({ on: '2026-03-14', cause: 'Haemorrhage', relation })

  it('tells the death beside the grade (6.5, safety)', () => {
    const done = ablated(true)
    const graded = complication({ on: '2026-03-02', treatment: done.id, what: 'Bleeding', cirse: '3' })
    const end = died()
    const found = findingBy('6.5-safety', [asked, done, graded, end], { on: '2026-05-01' })
    assert.equal(found.verdict, 'met')
    assert.match(found.reason, /One complication is graded\. The patient died on 14 March 2026/)
    assert.ok(found.entries.includes(end.id))
  })
  it('still owes the grade of what happened on the table: a death is no let-off (6.5, safety)', () => {
    const said = [asked, ablated(true), died('no')]
    assert.equal(verdictBy('6.5-safety', said, { on: '2026-03-20' }), 'not-yet-due')
    assert.equal(verdictBy('6.5-safety', said, { on: '2026-05-01' }), 'not-met')
  })
  it('owes no response and no feedback (6.5)', () => {
    const said = [asked, ablated(false), died()]
    assert.equal(verdictBy('6.5-efficacy', said, { on: '2026-07-01' }), 'exempt')
    assert.equal(verdictBy('6.5-feedback', said, { on: '2026-07-01' }), 'exempt')
  })
})

describe('a patient who withdraws consent on the table', () => {
  const withdrawn = consent({
    on: '2026-03-02',
    time: '10:20',
    decision: 'withdrawn',
    courses: undefined,
    by: undefined,
    as: undefined,
    where: undefined,
  })
  const stopped = treatment({
    technicalSuccess: 'no',
    whyNot: 'The patient withdrew consent.',
    agents: undefined,
    embolic: undefined,
  })
  const before = [referral(), mdtDiscussion(), consent(), consentConfirmation()]

  it('had given it, and was heeded: the clause is met and says so (4.3)', () => {
    const found = findingBy('4.3', [...before, stopped, withdrawn])
    assert.equal(found.verdict, 'met')
    assert.match(found.reason, /withdrew it during the procedure, which was not completed/)
  })
  it('was not heeded where the procedure was completed (4.3); after its end it binds only the next', () => {
    assert.equal(verdictBy('4.3', [...before, treatment(), withdrawn]), 'not-met')
    assert.equal(verdictBy('4.3', [...before, treatment({ minutes: 15 }), withdrawn]), 'met')
  })
  it('got no agent, so none had to be prescribed (4.4.2), and there is no response to assess (6.5)', () => {
    assert.equal(verdictBy('4.4.2', [...before, stopped, withdrawn]), 'not-applicable')
    const found = findingBy('6.5-efficacy', [...before, stopped, withdrawn], { on: '2026-07-01' })
    assert.equal(found.verdict, 'exempt')
    const given = treatment({ technicalSuccess: 'no', whyNot: 'Stasis was not reached.' })
    assert.equal(verdictBy('6.5-efficacy', [referral(), given], { on: '2026-07-01' }), 'not-met')
  })
  it('got no microspheres, so nobody’s licence is asked for (4.4.3)', () => {
    const sirt = { ...stopped, body: { ...(stopped.body as object), procedure: SIRT } }
    assert.equal(verdictBy('4.4.3', [referral({ procedure: SIRT }), sirt]), 'not-applicable')
    const surroundings = surroundingsWith({ service: [licence()] })
    const ordered = prescription({
      agent: 'y90-resin',
      dose: 1.6,
      unit: 'GBq',
      injectionAt: '2026-03-02T10:00:00.000Z',
    })
    const said = [referral({ procedure: SIRT }), ordered, sirt]
    assert.equal(verdictBy('4.4.3', said, { surroundings }), 'not-met', 'it was prescribed all the same')
  })
})

describe('a patient treated here for another service, who went home without a plan', () => {
  const asked = referral({ from: ELSEWHERE })
  const gone = [asked, admission(), treatment(), discharge()]

  it('was discharged without one (5.4, 5.5), whoever sent them', () => {
    assert.equal(verdictBy('5.4-plan', gone), 'not-met')
    assert.equal(verdictBy('5.5', gone), 'not-met')
    assert.equal(verdictBy('6.6', gone), 'not-met')
  })
  it('and is not “not discharged yet” for ever where nobody wrote a discharge (4.7.2, 5.1, 5.4)', () => {
    const silent = [asked, admission(), treatment()]
    for (const number of ['4.7.2', '5.1', '5.4-plan']) {
      assert.equal(verdictBy(number, silent, { on: '2026-04-01' }), 'not-yet-due', number)
      const found = findingBy(number, silent, { on: '2026-04-02' })
      assert.equal(wordOf(found), 'not-met', number)
      assert.match(found.reason, /No discharge is recorded in the 30 days/)
    }
  })
})

describe('a second referral, months after the first was answered and treated', () => {
  const first = [
    referral({ oncologistInvolved: true, oncologistIsReferrer: false }),
    clinicalDiscussion({ on: '2026-02-03' }),
    referralAnswer(),
    oncologistInformed(),
    responsibility({ followUp: robin }),
    treatment(),
  ]
  const again = referral({ on: '2026-06-01', oncologistInvolved: true, oncologistIsReferrer: false })
  const second = [again, referralAnswer({ on: '2026-06-03' }), treatment({ on: '2026-06-20', course: 2 })]
  const verdicts = (number: string, ...more: readonly Said[]) =>
    findingsBy(number, caseWith(...first, ...second, ...more), { on: '2026-08-01' }).map(wordOf)

  it('is not discussed, nor told to the oncologist, nor in anybody’s charge by what was said of the first', () => {
    assert.deepEqual(verdicts('4.1.1'), ['met', 'not-met'])
    assert.deepEqual(verdicts('4.1.2'), ['met', 'not-met'])
    assert.deepEqual(verdicts('4.1.4'), ['met', 'not-met'])
  })
  it('is, by what was said since', () => {
    assert.deepEqual(verdicts('4.1.1', clinicalDiscussion({ on: '2026-05-30' })), ['met', 'met'])
    assert.deepEqual(verdicts('4.1.2', oncologistInformed({ on: '2026-06-05' })), ['met', 'met'])
    assert.deepEqual(verdicts('4.1.4', responsibility({ on: '2026-06-10' })), ['met', 'met'])
  })
  it('written again before anybody answered the first, keeps what was said', () => {
    const course = caseWith(
      referral(),
      clinicalDiscussion({ on: '2026-02-03' }),
      referral({ on: '2026-02-04' }),
    )
    assert.deepEqual(findingsBy('4.1.1', course).map(wordOf), ['met', 'met'])
  })
})

describe('an urgent nephrostomy, and a later referral for another tumour', () => {
  it('is owed the meeting of its own tumour site, before and after the second came (3.8)', () => {
    const meetings = [
      meetingOn('2026-03-05', { team: 'Hepatobiliary', tumourSites: ['hepatocellular'] }),
      meetingOn('2026-03-12', { team: 'Urology', tumourSites: ['bladder-ureter'] }),
    ]
    const surroundings = surroundingsWith({ meetings })
    const said = [
      referral({ urgency: 'urgent', tumour: { site: 'bladder-ureter', icd10: 'C67.9' } }),
      treatment(),
      mdtDiscussion({ on: '2026-03-12', team: 'Urology' }),
      referral({ on: '2026-04-01' }),
    ]
    const course = caseWith(...said)
    assert.equal(findingsBy('3.8', course, { surroundings, on: '2026-04-02' }).map(wordOf)[0], 'met')
  })
})

describe('two symptoms, scored before and after', () => {
  const painful = referral({ intent: 'supportive', symptom: 'Pain', procedure: 'vertebroplasty' })
  const cement = (on: string) =>
    treatment({
      on,
      procedure: 'vertebroplasty',
      intent: 'supportive',
      embolic: undefined,
      agents: undefined,
    })
  const pain = symptomScore({ on: '2026-02-27', value: 7 })
  const itch = symptomScore({ on: '2026-02-28', symptom: 'Itch', value: 5 })

  it('are each compared with themselves (6.4)', () => {
    const done = cement('2026-03-02')
    const relieved = symptomScore({ on: '2026-03-05', value: 2, moment: 'after', treatment: done.id })
    const found = findingBy('6.4', [painful, pain, itch, done, relieved])
    assert.equal(found.reason, 'Scored before and after: 7 to 2 of 10.')
  })
  it('before the first of two treatments say nothing of the second (6.4)', () => {
    const [done, next] = [cement('2026-03-02'), cement('2026-06-01')]
    const after = (treated: Said, on: string) =>
      symptomScore({ on, value: 2, moment: 'after', treatment: treated.id })
    const course = caseWith(painful, pain, done, after(done, '2026-03-05'), next, after(next, '2026-06-05'))
    assert.deepEqual(findingsBy('6.4', course, { on: '2026-08-01' }).map(wordOf), ['met', 'not-met'])
  })
})

describe('a course that nobody looked back on', () => {
  it('is not made safe by the review of the one before (6.5, safety)', () => {
    const [one, two] = [treatment(), treatment({ on: '2026-04-13', course: 2 })]
    const course = caseWith(referral(), one, safetyReview({ treatment: one.id }), two)
    assert.deepEqual(findingsBy('6.5-safety', course, { on: '2026-06-01' }).map(wordOf), ['met', 'not-met'])
  })
})
