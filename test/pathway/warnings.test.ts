/** What looks wrong in a plan, a work-up, a prescription, a score: said beside its field, and confirmed where it matters. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  answer,
  booked,
  caseOf,
  discussed,
  prescribedSpheres,
  referral,
  type Said,
  treated,
  workedUp,
} from './case-of.ts'
import { warnings } from './said-of.ts'

const said = (told: Said, course = caseOf()) =>
  warnings(told, course).map(({ path, words }) => `${path}: ${words}`)

/** The physicist's work-up with something else in its SIRT. */
function workUpOf(sirt: object, change: object = {}): Said {
  const whole = workedUp('2026-02-19')
  const body = whole.body as { readonly sirt: object }
  return { ...whole, body: { ...body, ...change, sirt: { ...body.sirt, ...sirt } } }
}

describe('a number outside of the usual', () => {
  const tested = (change: object) => said(workUpOf({}, change))
  it('is said with its range, and both ends of the range are usual', () => {
    for (const inr of [0.8, 5]) assert.deepEqual(tested({ inr }), [])
    assert.deepEqual(tested({ inr: 0.7 }), ['inr: 0.7 is outside of the usual 0.8 to 5'])
    assert.deepEqual(tested({ inr: 5.1 }), ['inr: 5.1 is outside of the usual 0.8 to 5'])
    assert.deepEqual(tested({ sodium: 119 }), [
      'sodium: 119 mmol/L is outside of the usual 120 to 155 mmol/L',
    ])
  })
  it('is found in a group and in each row of a list', () => {
    assert.deepEqual(said(workUpOf({ height: 120 })), [
      'sirt.height: 120 cm is outside of the usual 140 to 205 cm',
    ])
    const rows = treated('2026-02-20', {
      targets: [
        { organ: 'liver', size: 32 },
        { organ: 'liver', size: 250 },
      ],
    })
    assert.deepEqual(
      said(rows).filter((each) => /usual/.test(each)),
      ['targets.1.size: 250 mm is outside of the usual 3 to 200 mm'],
    )
  })
})

describe('a work-up for SIRT', () => {
  it('is warned of a volume treated beyond liver and tumour, with two per cent for rounding', () => {
    assert.deepEqual(said(workUpOf({ treatedVolume: 1530 })), [])
    assert.deepEqual(said(workUpOf({ treatedVolume: 1531 })), [
      'sirt.treatedVolume: The volume treated is more than liver and tumour together',
    ])
  })
  it('is warned of a lung shunt that looks like a fraction; none and one per cent are none', () => {
    for (const lungShunt of [0, 1, 4]) assert.deepEqual(said(workUpOf({ lungShunt })), [])
    assert.deepEqual(said(workUpOf({ lungShunt: 0.05 })), [
      'sirt.lungShunt: This is 0.05 %. For a fraction of 0.05, enter 5',
    ])
  })
})

describe('a prescription', () => {
  const order = (change: object) => prescribedSpheres('2026-02-28', '2026-03-05T10:00:00.000Z', change)
  const planned = caseOf(workedUp('2026-02-19'))
  it('of microspheres has to be confirmed where it is a tenth off the physicist’s plan, or of other ones', () => {
    assert.deepEqual(warnings(order({ agent: 'y90-glass', dose: 2.2 }), planned), [])
    assert.deepEqual(warnings(order({ agent: 'y90-glass', dose: 2.7 }), planned), [
      {
        path: 'dose',
        words: 'The physicist planned 2.4 GBq. Confirm the activity that you prescribe',
      },
    ])
    assert.deepEqual(warnings(order({ agent: 'y90-resin', dose: 2.4 }), planned), [
      {
        path: 'agent',
        words: 'The work-up was done for glass microspheres. Confirm the agent',
      },
    ])
  })
  it('of microspheres is warned of without a work-up; of a drug it is not', () => {
    assert.deepEqual(said(order({})), ['agent: No SIRT work-up is on record'])
    const drug = order({ agent: 'doxorubicin', dose: 50, unit: 'mg', injectionAt: undefined })
    assert.deepEqual(said(drug), [])
    assert.deepEqual(said(drug, planned), [])
  })
})

describe('a score of a symptom', () => {
  const score = (symptom: string, moment: string): Said => ({
    kind: 'symptom-score',
    on: '2026-02-20',
    body: { symptom, scale: 'nrs-0-10', value: 4, moment },
  })
  it('after a treatment is warned of where none from before is of the same symptom', () => {
    const alone = ['symptom: There is no score of this symptom from before treatment to compare it with']
    assert.deepEqual(said(score('Pain', 'before')), [])
    assert.deepEqual(said(score('Pain', 'after')), alone)
    assert.deepEqual(said(score('Pain', 'after'), caseOf(score('Nausea', 'before'))), alone)
    assert.deepEqual(said(score('Pain', 'after'), caseOf(score('Pain', 'after'))), alone)
    assert.deepEqual(said(score('Pain', 'after'), caseOf(score(' pain', 'before'))), [])
  })
})

describe('a booking', () => {
  const plan = booked('2026-02-20', '2026-03-12T09:00:00.000Z')
  it('is warned of where the referral was refused or is not answered, and where one stands already', () => {
    const asked = [referral('2026-02-01'), discussed('2026-02-10')]
    const accepted = caseOf(...asked, answer('2026-02-02'))
    assert.deepEqual(said(plan, accepted), [])
    assert.deepEqual(said(plan, caseOf(...asked)), [': The referral is not accepted yet'])
    const refused = answer('2026-02-02', { answer: 'refused', reason: 'Not suitable.' })
    assert.deepEqual(said(plan, caseOf(...asked, refused)), [': The referral was refused'])
    const twice = caseOf(...asked, answer('2026-02-02'), booked('2026-02-18', '2026-03-10T09:00:00.000Z'))
    assert.match(said(plan, twice).join(), /^procedure: .* is booked for 10 March 2026.* already/)
  })
  it('is warned of for a time before it was made', () => {
    const accepted = caseOf(referral('2026-02-01'), discussed('2026-02-10'), answer('2026-02-02'))
    assert.deepEqual(said(booked('2026-02-20', '2026-02-19T09:00:00.000Z'), accepted), [
      'plannedFor: The procedure is planned for a time before it was booked',
    ])
  })
})
