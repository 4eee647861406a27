/** Section 4: the patient pathway, from referral to discharge. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admission,
  booking,
  caseWith,
  clinicalDiscussion,
  closure,
  competence,
  consent,
  consentConfirmation,
  death,
  discharge,
  followUpContact,
  information,
  leafletAdoption,
  licence,
  mdtDiscussion,
  nurseSpecialist,
  oncologistInformed,
  prescription,
  protocol,
  recovery,
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

describe('4.4.1, a named practitioner', () => {
  it('is met by the prescription or the first operator, not met without either', () => {
    assert.equal(verdictBy('4.4.1', [referral(), prescription(), treatment()]), 'met')
    assert.equal(verdictBy('4.4.1', [referral(), treatment()]), 'met')
    const trainee = treatment({ operators: [{ who: { name: 'Dr Al Bay' }, role: 'trainee' }] })
    assert.equal(verdictBy('4.4.1', [referral(), trainee]), 'not-met')
  })
})

describe('4.4.2, prescriptions', () => {
  const local = protocol({ area: 'therapeutic-agents' })
  const surroundings = surroundingsWith({ service: [local] })
  it('is met when signed before, under a protocol', () => {
    const signed = prescription({ protocol: local.id })
    assert.equal(verdictBy('4.4.2', [referral(), signed, treatment()], { surroundings }), 'met')
  })
  it('is not met without one, unsigned, for another agent, or without a protocol', () => {
    assert.equal(verdictBy('4.4.2', [referral(), treatment()], { surroundings }), 'not-met')
    const unsigned = prescription({ protocol: local.id, signed: false })
    assert.equal(verdictBy('4.4.2', [referral(), unsigned, treatment()], { surroundings }), 'not-met')
    const other = prescription({ protocol: local.id, agent: 'cisplatin' })
    assert.equal(verdictBy('4.4.2', [referral(), other, treatment()], { surroundings }), 'not-met')
    assert.equal(verdictBy('4.4.2', [referral(), prescription(), treatment()], { surroundings }), 'not-met')
  })
  it('asks for a new one for each course', () => {
    const signed = prescription({ protocol: local.id })
    const course = caseWith(referral(), signed, treatment(), treatment({ on: '2026-03-09', course: 2 }))
    assert.deepEqual(findingsBy('4.4.2', course, { surroundings }).map(wordOf), ['met', 'not-met'])
  })
  it('is late when signed after, not yet due before the treatment', () => {
    const after = prescription({ on: '2026-03-03', protocol: local.id })
    assert.equal(verdictBy('4.4.2', [referral(), treatment(), after], { surroundings }), 'late')
    assert.equal(verdictBy('4.4.2', [referral()], { surroundings }), 'not-yet-due')
  })
  it('does not apply where no therapeutic agent was given', () => {
    const drained = treatment({
      procedure: 'nephrostomy',
      intent: 'supportive',
      embolic: undefined,
      agents: undefined,
    })
    assert.equal(verdictBy('4.4.2', [referral({ procedure: 'nephrostomy' }), drained]), 'not-applicable')
    const bland = treatment({ embolic: 'bland', agents: [{ agent: 'antibiotic', dose: 1, unit: 'mg' }] })
    assert.equal(verdictBy('4.4.2', [referral(), bland]), 'not-applicable')
  })
})

describe('4.4.3, radioactive agents', () => {
  const robin = { name: 'Dr Robin Vale' }
  const spheres = prescription({
    agent: 'y90-resin',
    dose: 1.6,
    unit: 'GBq',
    injectionAt: '2026-03-02T10:00:00.000Z',
  })
  const said = [
    referral({ procedure: SIRT }),
    spheres,
    treatment({
      procedure: SIRT,
      embolic: 'microspheres',
      agents: [{ agent: 'y90-resin', dose: 1.5, unit: 'GBq' }],
    }),
  ]
  const licences = (expires: string) => [
    licence(),
    licence({ holder: 'practitioner', who: robin, number: 'P1', expires }),
  ]
  it('is met when the practitioner’s and the employer’s licence cover it on the day', () => {
    const surroundings = surroundingsWith({ service: licences('2027-01-01') })
    assert.equal(verdictBy('4.4.3', said, { surroundings }), 'met')
  })
  it('is not met when a licence had expired by the day of the treatment, or is another’s', () => {
    const expired = surroundingsWith({ service: licences('2026-03-01') })
    assert.equal(verdictBy('4.4.3', said, { surroundings: expired }), 'not-met')
    assert.equal(
      verdictBy('4.4.3', said, { surroundings: surroundingsWith({ service: [licence()] }) }),
      'not-met',
    )
  })
  it('is not met without a prescription, not yet due before the treatment', () => {
    const surroundings = surroundingsWith({ service: licences('2027-01-01') })
    assert.equal(
      verdictBy(
        '4.4.3',
        [said[0], said[2]].flatMap((each) => each ?? []),
        { surroundings },
      ),
      'not-met',
    )
    assert.equal(verdictBy('4.4.3', [referral({ procedure: SIRT })], { surroundings }), 'not-yet-due')
  })
  it('does not apply to other agents', () => {
    assert.equal(verdictBy('4.4.3', [referral(), treatment()]), 'not-applicable')
  })
})

describe('4.5.1, consent confirmed', () => {
  it('is met on admission, late after the treatment had begun, not met without', () => {
    assert.equal(verdictBy('4.5.1', [referral(), admission(), consentConfirmation(), treatment()]), 'met')
    const after = consentConfirmation({ time: '11:00' })
    assert.equal(verdictBy('4.5.1', [referral(), treatment(), after]), 'late')
    assert.equal(verdictBy('4.5.1', [referral(), treatment()]), 'not-met')
  })
  it('is not met when confirmed days before the admission, or when the patient did not confirm', () => {
    const early = consentConfirmation({ on: '2026-02-25' })
    assert.equal(verdictBy('4.5.1', [referral(), early, admission(), treatment()]), 'not-met')
    assert.equal(
      verdictBy('4.5.1', [referral(), consentConfirmation({ confirmed: false }), treatment()]),
      'not-met',
    )
  })
  it('is not yet due for what is booked, and says nothing before', () => {
    assert.equal(verdictBy('4.5.1', [referral(), booking()]), 'not-yet-due')
    assert.deepEqual(findingsBy('4.5.1', caseWith(referral())), [])
  })
  it('is exempt after a best-interests decision', () => {
    const decided = consent({ decision: 'best-interests', courses: undefined })
    assert.equal(verdictBy('4.5.1', [referral(), decided, treatment()]), 'exempt')
  })
})

describe('4.5.2, fitness to proceed', () => {
  it('is met when the team assessed it on the pro forma', () => {
    assert.equal(verdictBy('4.5.2', [referral(), admission(), treatment()]), 'met')
  })
  it('is not met without, without the pro forma, by another team, or when found not fit', () => {
    assert.equal(verdictBy('4.5.2', [referral(), treatment()]), 'not-met')
    assert.equal(verdictBy('4.5.2', [referral(), admission({ proForma: false }), treatment()]), 'not-met')
    assert.equal(
      verdictBy('4.5.2', [referral(), admission({ assessorInTeam: false }), treatment()]),
      'not-met',
    )
    assert.equal(verdictBy('4.5.2', [referral(), admission({ fit: 'not-fit' }), treatment()]), 'not-met')
  })
  it('is late after the treatment had begun, not yet due for what is booked', () => {
    assert.equal(verdictBy('4.5.2', [referral(), treatment(), admission({ time: '10:30' })]), 'late')
    assert.equal(verdictBy('4.5.2', [referral(), booking()]), 'not-yet-due')
  })
})

describe('4.6, a competent operator', () => {
  it('goes by the competence register on the day', () => {
    const surroundings = surroundingsWith({ service: [competence()] })
    assert.equal(verdictBy('4.6', [referral(), treatment()], { surroundings }), 'met')
    assert.equal(verdictBy('4.6', [referral(), treatment()]), 'not-met')
    const other = surroundingsWith({ service: [competence({ procedures: [{ procedure: SIRT }] })] })
    assert.equal(verdictBy('4.6', [referral(), treatment()], { surroundings: other }), 'not-met')
  })
  it('says nothing before a treatment', () => {
    assert.deepEqual(findingsBy('4.6', caseWith(referral())), [])
  })
})

describe('4.7.1, recovery', () => {
  const ward = protocol()
  const surroundings = surroundingsWith({ service: [ward] })
  const done = treatment()
  it('is met on a ward that knows the procedure, under a protocol', () => {
    const recovered = recovery({ protocol: ward.id })
    assert.equal(verdictBy('4.7.1', [referral(), done, recovered], { surroundings }), 'met')
  })
  it('is not met elsewhere, or without a protocol', () => {
    const unfamiliar = recovery({ protocol: ward.id, wardFamiliar: false })
    assert.equal(verdictBy('4.7.1', [referral(), done, unfamiliar], { surroundings }), 'not-met')
    assert.equal(verdictBy('4.7.1', [referral(), done, recovery()], { surroundings }), 'not-met')
  })
  it('is not yet due until the next day is over, then not met; at once where the patient has left', () => {
    const found = findingBy('4.7.1', [referral(), done], { on: '2026-03-03' })
    assert.equal(found.verdict, 'not-yet-due')
    assert.equal(found.lapsesAt, '2026-03-03T23:59:59.999Z')
    assert.equal(verdictBy('4.7.1', [referral(), done], { on: '2026-03-04' }), 'not-met')
    assert.equal(verdictBy('4.7.1', [referral(), done, discharge()], { on: '2026-03-03' }), 'not-met')
  })
  it('is exempt where the patient died first', () => {
    assert.equal(verdictBy('4.7.1', [referral(), done, death({ on: '2026-03-02', time: '15:00' })]), 'exempt')
  })
})

describe('4.7.2, discharge', () => {
  it('is met after an assessment by somebody who knows the procedure, else not', () => {
    assert.equal(verdictBy('4.7.2', [referral(), treatment(), discharge()]), 'met')
    assert.equal(verdictBy('4.7.2', [referral(), treatment(), discharge({ familiar: false })]), 'not-met')
  })
  it('is not yet due while the patient is on the ward', () => {
    assert.equal(verdictBy('4.7.2', [referral(), admission(), treatment()]), 'not-yet-due')
  })
  it('is owed by the next day after a day case', () => {
    const said = [referral(), admission({ type: 'day-case' }), treatment()]
    assert.equal(verdictBy('4.7.2', said, { on: '2026-03-03' }), 'not-yet-due')
    assert.equal(verdictBy('4.7.2', said, { on: '2026-03-04' }), 'not-met')
  })
  it('is not met where the patient was seen elsewhere since', () => {
    assert.equal(verdictBy('4.7.2', [referral(), admission(), treatment(), followUpContact()]), 'not-met')
  })
  it('is exempt where the patient died in hospital', () => {
    assert.equal(
      verdictBy('4.7.2', [referral(), admission(), treatment(), death({ on: '2026-03-05' })]),
      'exempt',
    )
  })
})
