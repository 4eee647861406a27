/** What may do harm and is known beforehand: clotting, the lung's dose, a child's consent, a death that is graded otherwise. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { warningsOf } from '#core/pathway/rules.ts'
import {
  caseOf,
  consented,
  discharged,
  factsOf,
  idOf,
  moment,
  planned,
  prescribedSpheres,
  referral,
  type Said,
  SIRT,
  serviceOf,
  surroundingsWith,
  treated,
  workedUp,
} from './case-of.ts'
import { breaches, now, plain, warnings } from './said-of.ts'

const pathsOf = (said: Said, course = caseOf()) => warnings(said, course).map(({ path }) => path)

describe('clotting before a procedure', () => {
  const bloods = (inr: number, platelets: number): Said => ({
    kind: 'work-up',
    on: '2026-02-19',
    body: { imaging: ['ct'], inr, platelets, result: 'suitable' },
  })
  const before = (procedure: string) => caseOf(referral('2026-02-02', { procedure }))

  it('is held to INR 1.8 and platelets 50 before an ablation', () => {
    assert.deepEqual(pathsOf(bloods(1.8, 50), before('liver-ablation')), [])
    assert.deepEqual(pathsOf(bloods(1.9, 49), before('liver-ablation')), ['inr', 'platelets'])
  })
  it('is held to INR 1.8 at the groin and platelets 20 for chemoembolisation and radioembolisation', () => {
    for (const procedure of ['transarterial-chemoembolisation', SIRT]) {
      assert.deepEqual(pathsOf(bloods(1.8, 20), before(procedure)), [])
      assert.deepEqual(pathsOf(bloods(1.9, 49), before(procedure)), ['inr'])
    }
  })
  it('is held to INR 3 and platelets 20 for what has a low risk, and to nothing where none is known', () => {
    assert.deepEqual(pathsOf(bloods(3, 20), before('image-guided-aspiration')), [])
    assert.ok(pathsOf(bloods(3.1, 100), before('image-guided-aspiration')).includes('inr'))
    assert.deepEqual(pathsOf(bloods(3.1, 49)), [])
  })
})

describe('the lung, where SIRT is prescribed', () => {
  const shunted = (lungShunt: number): Said => {
    const said = workedUp('2026-02-19')
    const body = said.body as { readonly sirt: object }
    return {
      ...said,
      body: { ...body, sirt: { ...body.sirt, device: 'resin', lungShunt, plannedActivity: 2.4 } },
    }
  }
  const order = prescribedSpheres('2026-02-28', '2026-03-05T10:00:00.000Z', { dose: 2.4 })

  it('is warned of beyond 30 Gy, by hand: 49.67 × 2.4 GBq × 0.26 / 1 kg = 31.0 Gy', () => {
    assert.deepEqual(warnings(order, caseOf(shunted(25))), [])
    assert.deepEqual(warnings(order, caseOf(shunted(26))), [
      { path: 'dose', words: 'The lung would receive 31.0 Gy: the limit for one treatment is 30 Gy' },
    ])
  })
  it('is warned of beyond 50 Gy with what earlier treatments gave', () => {
    const earlier = treated('2026-02-20', {
      procedure: SIRT,
      activity: { calibrated: 2.4, calibratedAt: moment('2026-02-20'), residual: 0, delivered: 2.4 },
    })
    const words = warnings(order, caseOf(shunted(25), earlier)).map((each) => each.words)
    assert.ok(
      words.some((each) => /59\.6 Gy in all: the limit is 50 Gy/.test(each)),
      words.join(),
    )
  })
})

describe('a child’s consent', () => {
  const asked = (birthOn: string, change: object = {}) => {
    const said = consented('2026-02-18', change)
    const facts = { ...factsOf(caseOf(), plain, now), patient: { birthOn, diedOn: null } }
    return warningsOf(said.kind, said.body, facts, moment(said.on)).map(({ words }) => words)
  }
  it('asks whose it was until the sixteenth birthday', () => {
    assert.deepEqual(asked('2010-02-18'), [])
    assert.deepEqual(asked('2010-02-19'), ['The patient is 15. Select who gave consent'])
  })
  it('takes a parent’s, and has the child’s own confirmed', () => {
    assert.deepEqual(asked('2016-05-01', { givenBy: 'parent' }), [])
    assert.match(asked('2012-05-01', { givenBy: 'patient' })[0] ?? '', /is 13\. Confirm that they understand/)
  })
})

describe('a complication that ended in death', () => {
  const graded = (change: object): Said => ({
    kind: 'complication',
    on: '2026-03-05',
    body: {
      treatment: idOf(1),
      what: 'Bleeding',
      cirse: '6',
      relation: 'likely',
      management: 'Embolised.',
      outcome: 'died',
      ...change,
    },
  })
  it('is graded as one', () => {
    assert.deepEqual(pathsOf(graded({})), [])
    assert.deepEqual(pathsOf(graded({ cirse: '3' })), ['cirse'])
    assert.deepEqual(pathsOf(graded({ outcome: 'resolved' })), ['outcome'])
    assert.deepEqual(pathsOf(graded({ cirse: '3', ctcae: '5', outcome: 'ongoing' })), ['outcome'])
  })
})

describe('a protocol of another kind', () => {
  const protocol = (area: string, procedure = SIRT): Said => ({
    kind: 'protocol',
    on: '2025-01-01',
    body: { area, title: area, version: '1', procedures: [{ procedure }], reviewDue: '2027-01-01' },
  })
  const around = surroundingsWith(
    serviceOf(protocol('recovery'), protocol('follow-up'), protocol('therapeutic-agents')),
  )
  const [ward, plan, agents] = around.service.said.map(({ first }) => first)
  const course = caseOf(treated('2026-03-12', { procedure: SIRT }))
  const brokenBy = (said: Said) => breaches(said, course, around).filter((each) => each !== 'rcr-2013/4.4.3')

  it('breaks 4.4.2, 4.7.1 and 5.4 in the form, as in the findings', () => {
    const recovered = (id: string | undefined): Said => ({
      kind: 'recovery',
      on: '2026-03-12',
      body: { ward: 'Ward 7', wardFamiliar: true, protocol: id },
    })
    assert.deepEqual(brokenBy(recovered(ward)), [])
    assert.deepEqual(brokenBy(recovered(agents)), ['rcr-2013/4.7.1'])
    const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-04-01', to: '2026-04-10' }
    assert.deepEqual(brokenBy(planned('2026-03-13', 1, [item], { protocol: plan })), [])
    assert.deepEqual(brokenBy(planned('2026-03-13', 1, [item], { protocol: ward })), ['rcr-2013/5.4'])
    const order = (id: string | undefined) =>
      prescribedSpheres('2026-03-11', '2026-03-12T10:00:00.000Z', { protocol: id })
    assert.deepEqual(brokenBy(order(agents)), [])
    assert.deepEqual(brokenBy(order(ward)), ['rcr-2013/4.4.2'])
  })
})

describe('a treatment and its register', () => {
  const ada = { name: 'Dr Ada Quill' }
  const register = surroundingsWith(
    serviceOf({
      kind: 'competence',
      on: '2024-01-01',
      body: { who: ada, role: 'operator', procedures: [{ procedure: SIRT }], evidence: 'Logbook' },
    }),
  )
  const by = (first: string, second: string) =>
    treated('2026-03-12', {
      procedure: SIRT,
      operators: [
        { who: { name: first }, role: 'first' },
        { who: { name: second }, role: 'second' },
      ],
    })
  it('breaks 4.6 where the first operator is not on it, whoever stood by, as the finding says', () => {
    const broken = (said: Said) => breaches(said, caseOf(), register).includes('rcr-2013/4.6')
    assert.equal(broken(by(ada.name, 'Dr Al Bay')), false)
    assert.equal(broken(by('Dr Al Bay', ada.name)), true)
  })
  it('asks for nobody’s licence where nothing was given nor ordered', () => {
    const stopped = treated('2026-03-12', {
      procedure: SIRT,
      technicalSuccess: 'no',
      whyNot: 'The patient withdrew consent.',
    })
    assert.ok(!breaches(stopped).includes('rcr-2013/4.4.3'))
    assert.ok(breaches(treated('2026-03-12', { procedure: SIRT })).includes('rcr-2013/4.4.3'))
  })
})

describe('medicines to take home', () => {
  it('break 5.2 where they were needed and not prescribed', () => {
    const left = discharged('2026-03-13', { analgesia: 'not-prescribed', antiemetics: 'not-prescribed' })
    assert.deepEqual(breaches(left), ['rcr-2013/5.2', 'rcr-2013/5.2'])
    assert.deepEqual(breaches(discharged('2026-03-13', { antiemetics: 'not-needed' })), [])
  })
})
