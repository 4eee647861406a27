/** What a case waits for after a treatment: the ward, the plan, response, safety, feedback. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dueOf } from '#core/pathway/due.ts'
import {
  admitted,
  answer,
  assessed,
  caseOf,
  discharged,
  discussed,
  idOf,
  planned,
  referral,
  type Said,
  SIRT,
  treated,
} from './case-of.ts'
import { meetings, on, only } from './waiting.ts'

const accepted = answer('2026-02-04')

describe('after a treatment', () => {
  const done = treated('2026-03-02T10:00:00.000Z')
  const home = discharged('2026-03-03T10:00:00.000Z')

  it('the patient is on the ward until discharged, a day case until the end of the day', () => {
    assert.equal(only('on-ward', done)?.dueAt, null)
    const dayCase = admitted('2026-03-02T07:00:00.000Z', { type: 'day-case', ward: 'Ward 7' })
    const due = only('on-ward', dayCase, done)
    assert.equal(due?.dueAt, '2026-03-02T23:59:59.999Z')
    assert.equal(due?.note, 'Ward 7. Treated on 2 March 2026')
    assert.deepEqual(on('on-ward', dayCase, done, home), [])
    const outpatient = admitted('2026-03-02T07:00:00.000Z', { type: 'outpatient' })
    assert.deepEqual(on('on-ward', outpatient, done), [])
  })

  it('the ward’s list says in which bed the patient lies', () => {
    const there: Said = {
      kind: 'recovery',
      on: '2026-03-02T12:00:00.000Z',
      body: { ward: 'Ward 7', bed: 'Side room 2', wardFamiliar: true },
    }
    assert.equal(only('on-ward', done, there)?.note, 'Ward 7, Side room 2. Treated on 2 March 2026')
  })

  it('with microspheres the ward is told until when precautions hold', () => {
    const spheres = treated('2026-03-02T10:00:00.000Z', { procedure: SIRT })
    assert.equal(
      only('on-ward', spheres)?.note,
      'Treated on 2 March 2026. Radiation precautions until 9 March 2026',
    )
  })

  it('a plan is missing, due two working days after', () => {
    const due = only('plan-to-make', done, home)
    assert.equal(due?.dueAt, '2026-03-04T23:59:59.999Z')
    const item = { key: '1', what: 'clinic', by: 'Radiologist', from: '2026-03-30', to: '2026-04-10' }
    assert.deepEqual(on('plan-to-make', done, home, planned('2026-03-03', 1, [item])), [])
  })

  it('each item of the plan is due inside its window, and answered by what names it', () => {
    const items = [
      { key: '1', what: 'telephone', by: 'Nurse', from: '2026-03-04', to: '2026-03-09' },
      { key: '2', what: 'imaging', by: 'Radiologist', from: '2026-04-27', to: '2026-05-25' },
    ]
    const worded = [
      { what: 'other', detail: 'Stoma nurse' },
      { what: 'other' },
      { what: 'clinic', detail: 'Oncology' },
    ].map((item, at) => ({ ...items[0], ...item, key: String(at) }))
    assert.deepEqual(
      on('follow-up', done, home, planned('2026-03-03', 1, worded)).map(({ what }) => what),
      ['Stoma nurse', 'Other', 'Clinic: Oncology'],
    )
    const plan = [done, home, planned('2026-03-03', 1, items)]
    const [call, scan] = on('follow-up', ...plan)
    assert.deepEqual(
      [call?.kind, call?.opensAt, call?.dueAt, call?.item],
      ['follow-up-contact', '2026-03-04T00:00:00.000Z', '2026-03-09T23:59:59.999Z', '1'],
    )
    assert.deepEqual(
      [scan?.kind, scan?.opensAt, scan?.dueAt],
      ['response-assessment', '2026-04-26T23:00:00.000Z', '2026-05-25T22:59:59.999Z'],
    )
    const called = (how: string): Said => ({
      kind: 'follow-up-contact',
      on: '2026-03-05',
      body: { plan: idOf(3), item: '1', how, by: { name: 'Sister Cara Finch' }, findings: 'Well' },
    })
    assert.equal(on('follow-up', ...plan, called('not-reached')).length, 2)
    assert.deepEqual(
      on('follow-up', ...plan, called('telephone')).map(({ item }) => item),
      ['2'],
    )
    assert.deepEqual(on('follow-up', ...plan, called('telephone'), assessed('2026-05-01')), [])
  })

  it('response is due 8 to 12 weeks after what modifies the disease', () => {
    const due = only('response-due', done, home)
    assert.equal(due?.opensAt, '2026-04-26T23:00:00.000Z')
    assert.equal(due?.dueAt, '2026-05-25T22:59:59.999Z')
    assert.deepEqual(on('response-due', treated('2026-03-02', { intent: 'supportive' })), [])
    assert.equal(on('response-due', done, home, assessed('2026-04-26')).length, 1)
    assert.deepEqual(on('response-due', done, home, assessed('2026-04-27')), [])
    assert.equal(
      on('response-due', done, home, assessed('2026-04-28', { baseline: true, read: 'baseline' })).length,
      1,
    )
  })

  it('response of a series is due after its last course', () => {
    const second = treated('2026-04-13', { course: 2 })
    assert.equal(only('response-due', done, home, second)?.about, idOf(3))
  })

  it('safety is to be reviewed within thirty days, and silence is no review', () => {
    const due = only('safety-to-review', done, home)
    assert.equal(due?.opensAt, '2026-03-03T10:00:00.000Z')
    assert.equal(due?.dueAt, '2026-04-01T22:59:59.999Z')
    const review: Said = {
      kind: 'safety-review',
      on: '2026-03-20',
      body: { treatment: idOf(1), noComplication: 'none' },
    }
    assert.deepEqual(on('safety-to-review', done, home, review), [])
  })

  it('a complication that was seen during it is to be graded', () => {
    const grade = only('complication-to-grade', treated('2026-03-02', { complicationNow: true }))
    assert.deepEqual([grade?.kind, grade?.dueAt], ['complication', '2026-03-04T23:59:59.999Z'])
    assert.deepEqual(on('complication-to-grade', done), [])
  })

  it('feedback is asked for once the patient is home, not twice for courses six weeks apart', () => {
    assert.equal(only('feedback-to-ask', done, home)?.opensAt, '2026-03-03T10:00:00.000Z')
    const second = treated('2026-04-10', { course: 2 })
    assert.equal(only('feedback-to-ask', done, home, second)?.about, idOf(3))
    const given: Said = { kind: 'feedback', on: '2026-03-20', body: { state: 'asked' } }
    assert.deepEqual(on('feedback-to-ask', done, home, given), [])
  })

  it('nothing is due once the patient has died or the case is closed', () => {
    const died: Said = { kind: 'death', on: '2026-03-20', body: { cause: 'Tumour', relation: 'no' } }
    const lists = dueOf(
      caseOf(referral('2026-02-02'), accepted, discussed('2026-02-10'), done, died),
      meetings,
    )
    assert.deepEqual(
      lists.map(({ list }) => list),
      ['answered'],
    )
  })
})
