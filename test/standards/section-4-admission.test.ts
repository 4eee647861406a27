/** Section 4 from the prescription on: agents, admission, the operator, recovery and discharge. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  admission,
  booking,
  caseWith,
  competence,
  consent,
  consentConfirmation,
  death,
  discharge,
  followUpContact,
  licence,
  prescription,
  protocol,
  recovery,
  referral,
  SIRT,
  surroundingsWith,
  treatment,
} from './case-with.ts'
import { findingBy, findingsBy, verdictBy, wordOf } from './judging.ts'

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
