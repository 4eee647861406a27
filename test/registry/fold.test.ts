/** The fold of a case into rows: treatments, what stands behind them, life and safety. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { discussed, referral, type Said, treated } from '../pathway/case-of.ts'
import {
  ablated,
  caseAt,
  complicated,
  contacted,
  died,
  fold,
  here,
  measured,
  only,
  patient,
  reviewed,
  rowsOfCase,
  there,
} from './patient.ts'

describe('treatments', () => {
  const starts = (...said: readonly Said[]) =>
    rowsOfCase(...said).treatment.map(({ startedOn, sessions }) => `${startedOn} ${sessions}`)

  it('are the sessions of one course: its numbers go up', () => {
    assert.deepEqual(
      starts(
        treated('2026-03-02', { course: 1 }),
        treated('2026-05-11', { course: 2 }),
        treated('2026-07-20', { course: 3 }),
      ),
      ['2026-03-02 3'],
    )
  })
  it('begin anew where the number does not go up', () => {
    assert.deepEqual(starts(treated('2026-03-02'), treated('2026-05-11')), ['2026-03-02 1', '2026-05-11 1'])
  })
  it('begin anew after 181 days, not after 180', () => {
    assert.deepEqual(starts(treated('2026-03-02'), treated('2026-08-29', { course: 2 })), ['2026-03-02 2'])
    assert.equal(starts(treated('2026-03-02'), treated('2026-08-30', { course: 2 })).length, 2)
  })
  it('begin anew after another procedure of the tumour, not after a drain', () => {
    const between = (change: object) => [
      treated('2026-03-02'),
      treated('2026-04-02', change),
      treated('2026-05-02', { course: 2 }),
    ]
    assert.deepEqual(starts(...between({ procedure: 'liver-ablation' })), [
      '2026-03-02 1',
      '2026-04-02 1',
      '2026-05-02 1',
    ])
    assert.deepEqual(starts(...between({ procedure: 'nephrostomy', intent: 'supportive' })), [
      '2026-03-02 2',
      '2026-04-02 1',
    ])
  })
  it('begin anew after a scan that said complete or progression, not after stable disease', () => {
    const after = (read: string) => [
      treated('2026-03-02'),
      measured('2026-04-20', { A: 30 }, { read }),
      treated('2026-05-02', { course: 2 }),
    ]
    assert.equal(starts(...after('SD')).length, 1)
    assert.equal(starts(...after('PD')).length, 2)
    assert.equal(starts(...after('CR')).length, 2)
  })
  it('have no row where nobody was treated', () => {
    const rows = rowsOfCase(referral('2026-01-05'), measured('2026-02-02', { A: 30 }))
    assert.deepEqual(
      Object.values(rows).map((each) => each.length),
      [0, 0, 0, 0, 0, 0, 0],
    )
  })
  it('keep their key when they are corrected, and go when their body is erased', () => {
    const rows = rowsOfCase(treated('2026-03-02'), {
      ...treated('2026-03-03', { technicalSuccess: 'no', whyNot: 'x' }),
      corrects: 1,
    })
    const row = only(rows)
    assert.equal(row.startedOn, '2026-03-03')
    assert.equal(row.technicalSuccess, false)
    assert.match(row.treatment, /000000000001$/)
    const erased = rowsOfCase({ ...treated('2026-03-02'), erased: true }, complicated('2026-03-03', 1))
    assert.equal(erased.treatment.length + erased.complication.length, 0)
  })
  it('count a session that was broken off, as not successful', () => {
    const rows = rowsOfCase(
      ablated('2026-03-02', { technicalSuccess: 'no', whyNot: 'x' }),
      ablated('2026-04-02', { course: 2 }),
    )
    assert.equal(only(rows).technicalSuccess, false)
    assert.deepEqual(
      rows.session.map(({ technicalSuccess }) => technicalSuccess),
      [false, true],
    )
    assert.equal(
      only(rowsOfCase(ablated('2026-03-02', { technicalSuccess: 'partial', whyNot: 'x' }))).technicalSuccess,
      false,
    )
  })
})

describe('what stands behind a treatment', () => {
  it('is the last referral, the discussion of this procedure and the work-up before it', () => {
    const row = only(
      rowsOfCase(
        referral('2026-01-05', { ecog: '0', urgency: 'elective' }),
        discussed('2026-01-20'),
        {
          kind: 'work-up',
          on: '2026-02-01',
          body: {
            imaging: ['ct'],
            bilirubin: 17,
            albumin: 40,
            inr: 1.1,
            ascites: 'none',
            encephalopathy: 'none',
            result: 'suitable',
          },
        },
        treated('2026-03-02'),
        referral('2026-04-01', { ecog: '3' }),
      ),
    )
    const { ecog, icd10, tumourSite, daysFromReferral, daysFromDiscussion, childPugh, albi, age, sex } = row
    assert.deepEqual(
      { ecog, icd10, tumourSite, daysFromReferral, daysFromDiscussion, childPugh, albi, age, sex },
      {
        ecog: '0',
        icd10: 'C22',
        tumourSite: 'hepatocellular',
        daysFromReferral: 56,
        daysFromDiscussion: 41,
        childPugh: 'A',
        albi: '2',
        age: 75,
        sex: 'female',
      },
    )
  })
  it('leaves out days that would be negative, and an age that cannot be', () => {
    const late = only(rowsOfCase(treated('2026-03-02'), referral('2026-03-10')))
    assert.equal(late.daysFromReferral, null)
    const unborn = fold(patient({ birthOn: '2026-04-01', cases: [caseAt(here, treated('2026-03-02'))] }))
    assert.equal(only(unborn).age, null)
    assert.equal(unborn.patient[0]?.birthYear, null)
    const old = fold(patient({ birthOn: '1930-01-01', cases: [caseAt(here, treated('2026-03-02'))] }))
    assert.equal(only(old).age, 90)
  })
})

describe('life', () => {
  const alive = [treated('2026-03-02'), contacted('2026-09-01')]

  it('ends by the patient’s own record, before what another case says', () => {
    const rows = fold(
      patient({
        diedOn: '2026-12-01',
        cases: [caseAt(here, ...alive), caseAt(there, died('2026-12-03'))],
      }),
    )
    assert.equal(only(rows).daysToDeath, 274)
    assert.equal(only(rows).daysToLastSeen, 183)
    assert.equal(rows.patient[0]?.died, true)
  })
  it('ends by a death that another case of the same patient says', () => {
    const rows = fold(patient({ cases: [caseAt(here, ...alive), caseAt(there, died('2026-12-03'))] }))
    assert.equal(only(rows).daysToDeath, 276)
  })
  it('is seen by whoever met the patient anywhere, not by a letter, and not after death', () => {
    const rows = fold(
      patient({
        cases: [
          caseAt(here, ...alive, contacted('2026-11-01', { how: 'letter' })),
          caseAt(there, contacted('2026-10-01'), contacted('2026-10-05', { how: 'not-reached' })),
        ],
      }),
    )
    assert.equal(only(rows).daysToLastSeen, 213)
    const dead = rowsOfCase(...alive, died('2026-08-01'))
    assert.equal(only(dead).daysToDeath, 152)
    assert.equal(only(dead).daysToLastSeen, 0)
  })
  it('that ended before the treatment is not used', () => {
    const row = only(fold(patient({ diedOn: '2026-01-01', cases: [caseAt(here, ...alive)] })))
    assert.deepEqual([row.daysToDeath, row.daysToLastSeen, row.died30, row.died90], [null, null, null, null])
  })
  it('counts up to the day of the snapshot', () => {
    const of = patient({ diedOn: '2026-12-01', cases: [caseAt(here, ...alive)] })
    assert.equal(only(fold(of, '2026-11-30')).daysToDeath, null)
    assert.equal(only(fold(of, '2026-11-30')).daysToLastSeen, 183)
    assert.equal(only(fold(of, '2026-08-31')).daysToLastSeen, 0)
    assert.equal(fold(of, '2026-03-01').treatment.length, 0)
  })
  it('says mortality of the last session, and no only where the patient was seen', () => {
    const series = [treated('2026-03-02'), treated('2026-05-02', { course: 2 })]
    const mortality = (...more: readonly Said[]) => {
      const { died30, died90 } = only(rowsOfCase(...series, ...more))
      return [died30, died90]
    }
    assert.deepEqual(mortality(), [null, null])
    assert.deepEqual(mortality(died('2026-06-01')), [true, true])
    assert.deepEqual(mortality(died('2026-06-02')), [false, true])
    assert.deepEqual(mortality(died('2026-08-01')), [false, false])
    assert.deepEqual(mortality(contacted('2026-06-01')), [false, null])
    assert.deepEqual(mortality(contacted('2026-07-31')), [false, false])
  })
})

describe('safety', () => {
  const safety = (...more: readonly Said[]) => {
    const { complication30, severe30, worstCirse, worstCtcae, daysToSevere } = only(
      rowsOfCase(treated('2026-03-02'), ...more),
    )
    return [complication30, severe30, worstCirse, worstCtcae, daysToSevere]
  }
  it('is not known where nobody looked, or looked too early and saw nobody since', () => {
    assert.deepEqual(safety(), [null, null, null, null, null])
    assert.deepEqual(safety(reviewed('2026-03-12', 1)).slice(0, 2), [null, null])
    assert.deepEqual(safety(contacted('2026-05-01')).slice(0, 2), [null, null])
  })
  it('is no where it was reviewed, on day 30 or with the patient seen since', () => {
    assert.deepEqual(safety(reviewed('2026-04-01', 1)).slice(0, 2), [false, false])
    assert.deepEqual(safety(reviewed('2026-03-12', 1), contacted('2026-04-01')).slice(0, 2), [false, false])
  })
  it('is yes with the highest grades as given, within 30 days', () => {
    assert.deepEqual(
      safety(
        complicated('2026-03-04', 1, { cirse: '2', ctcae: '2' }),
        complicated('2026-04-01', 1, { cirse: '3', ctcae: '3' }),
        complicated('2026-04-02', 1, { cirse: '5' }),
      ),
      [true, true, '3', '3', 30],
    )
  })
  it('is severe or not only as graded: ungraded is not known', () => {
    assert.deepEqual(safety(complicated('2026-03-04', 1)).slice(0, 2), [true, null])
    assert.deepEqual(
      safety(complicated('2026-03-04', 1), reviewed('2026-04-02', 1, 'recorded')).slice(0, 2),
      [true, false],
    )
    const ungraded = rowsOfCase(treated('2026-03-02', { complicationNow: true }), reviewed('2026-04-02', 1))
    assert.deepEqual([only(ungraded).complication30, only(ungraded).severe30], [true, null])
  })
  it('leaves out a complication that is dated before its session, and keeps its row', () => {
    const rows = rowsOfCase(treated('2026-03-02'), complicated('2026-02-20', 1))
    assert.equal(only(rows).complication30, null)
    assert.equal(rows.complication[0]?.daysFromSession, -10)
    assert.equal(rows.complication[0]?.system, 'cirse-2017')
  })
  it('asks each session of a treatment', () => {
    const two = [treated('2026-03-02'), treated('2026-05-02', { course: 2 })]
    assert.equal(only(rowsOfCase(...two, reviewed('2026-04-02', 1))).complication30, null)
    const both = rowsOfCase(...two, reviewed('2026-04-02', 1), reviewed('2026-06-02', 2))
    assert.equal(only(both).complication30, false)
    assert.deepEqual(
      both.session.map(({ complication30, daysFromStart }) => [complication30, daysFromStart]),
      [
        [false, 0],
        [false, 61],
      ],
    )
  })
})
