/** Records into rows: one patient at a time, each answer worked out by hand. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { discussed, referral, type Said, TACE, treated } from '../pathway/case-of.ts'
import {
  ablated,
  answered,
  baseline,
  caseAt,
  complicated,
  contacted,
  died,
  fold,
  here,
  measured,
  only,
  past,
  patient,
  reviewed,
  rowsOfCase,
  scan,
  scored,
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

describe('what the patient says', () => {
  it('is relief by two scores of one symptom, around the treatment', () => {
    const row = only(
      rowsOfCase(
        scored('2026-02-01', 9, 'before'),
        scored('2026-03-01', 7, 'before'),
        treated('2026-03-02'),
        scored('2026-03-05', 3, 'after', { symptom: 'itch' }),
        scored('2026-03-06', 5, 'after', { symptom: ' Pain ' }),
        scored('2026-03-20', 1, 'after'),
      ),
    )
    assert.deepEqual([row.scoreBefore, row.scoreAfter, row.relieved], [7, 5, true])
  })
  it('is no relief where the score falls by one, no answer where there was nothing', () => {
    const relieved = (before: number, after: number) =>
      only(
        rowsOfCase(
          scored('2026-03-01', before, 'before'),
          treated('2026-03-02'),
          scored('2026-03-06', after, 'after'),
        ),
      ).relieved
    assert.equal(relieved(5, 4), false)
    assert.equal(relieved(0, 0), null)
  })
  it('is what the first contact that asked was told, where no scores were taken', () => {
    const row = only(
      rowsOfCase(
        contacted('2026-02-20', { relief: 'worse' }),
        treated('2026-03-02'),
        contacted('2026-03-10'),
        contacted('2026-03-12', { relief: 'better' }),
        contacted('2026-03-20', { relief: 'worse' }),
      ),
    )
    assert.deepEqual([row.relief, row.relieved], ['better', true])
  })
  it('is feedback: given comes before asked, and silence is no answer', () => {
    const of = (...more: readonly Said[]) => {
      const { feedback, feedbackGiven, experience, experienceGood } = only(
        rowsOfCase(treated('2026-03-02'), ...more),
      )
      return [feedback, feedbackGiven, experience, experienceGood]
    }
    const asked = { state: 'asked', experience: undefined, by: undefined }
    assert.deepEqual(of(), [null, null, null, null])
    assert.deepEqual(of(answered('2026-03-10', asked)), ['asked', false, null, null])
    assert.deepEqual(of(answered('2026-03-12'), answered('2026-03-20', asked)), [
      'given',
      true,
      'very-good',
      true,
    ])
    assert.deepEqual(of(answered('2026-03-12', { experience: 'unknown' })).slice(2), ['unknown', null])
    assert.deepEqual(of(answered('2026-02-12')), [null, null, null, null])
  })
})

describe('a patient’s cases and past treatments together', () => {
  it('are rows of one patient; the next treatment of the same intent is the next', () => {
    const rows = fold(
      patient({
        cases: [
          caseAt(here, treated('2026-03-02')),
          caseAt(there, ablated('2026-10-02')),
          caseAt(there, treated('2026-04-01', { procedure: 'nephrostomy', intent: 'supportive' })),
        ],
        past: [past('u1', { treatedOn: '2022-03-01', diedOn: '2027-01-01', tumourSite: 'hepatocellular' })],
      }),
    )
    assert.deepEqual(
      rows.treatment.map(({ startedOn, origin, nation, daysToNextTreatment, daysToDeath }) => [
        startedOn,
        origin,
        nation,
        daysToNextTreatment,
        daysToDeath,
      ]),
      [
        ['2022-03-01', 'upload', 'england', 1462, 1767],
        ['2026-03-02', 'record', 'england', 214, 305],
        ['2026-04-01', 'record', 'wales', null, 275],
        ['2026-10-02', 'record', 'wales', null, 91],
      ],
    )
    assert.equal(rows.patient.length, 1)
    assert.equal(rows.patient[0]?.treatments, 4)
    assert.equal(new Set(rows.treatment.map((each) => each.patient)).size, 1)
  })
  it('take an upload of what the record holds for the same treatment', () => {
    const rows = fold(
      patient({
        cases: [caseAt(here, ablated('2026-03-02'))],
        past: [past('u1', { treatedOn: '2026-03-02' }), past('u2', { treatedOn: '2026-03-02' }, there)],
      }),
    )
    assert.deepEqual(
      rows.treatment.map(({ organisation, origin }) => `${organisation} ${origin}`),
      ['RXA01 record', 'RXB02 upload'],
    )
  })
  it('read an upload’s outcomes as they are given, up to the day of the snapshot', () => {
    const of = patient({
      past: [
        past('u1', {
          course: 1,
          technicalSuccess: 'yes',
          targets: [
            { organ: 'liver', size: 20, efficacy: true, progressedOn: '2022-12-01' },
            { organ: 'liver', size: 31, efficacy: false },
          ],
          firstProgressionOn: '2022-11-01',
          lastImagedOn: '2023-02-01',
          lastSeenOn: '2023-03-01',
          safety: 'recorded',
          worstCirse: '4',
          complicationOn: '2022-03-05',
          bestResponse: 'PR',
          criteria: 'mrecist',
          scoreBefore: 6,
          scoreAfter: 2,
          feedback: 'declined',
          operator: 'X7',
        }),
      ],
    })
    const rows = fold(of)
    const row = only(rows)
    assert.deepEqual(
      [row.technicalSuccess, row.techniqueEfficacy, row.bestResponse, row.responded, row.tumours],
      [true, false, 'PR', true, 2],
    )
    assert.deepEqual(
      [row.daysToProgression, row.daysToLocalProgression, row.daysToLastImaging, row.daysToLastSeen],
      [245, 275, 337, 365],
    )
    assert.deepEqual(
      [row.complication30, row.severe30, row.worstCirse, row.daysToSevere, row.died30],
      [true, true, '4', 4, false],
    )
    assert.deepEqual([row.scoreBefore, row.scoreAfter, row.relieved, row.feedbackGiven], [6, 2, true, false])
    assert.equal(rows.session[0]?.operator, 'operator RXA01:X7')
    assert.equal(rows.assessment.length, 0)
    assert.equal(rows.complication.length, 1)
    assert.deepEqual(
      rows.tumour.map(({ techniqueEfficacy, daysToLocalProgression, daysToLastImaging }) => [
        techniqueEfficacy,
        daysToLocalProgression,
        daysToLastImaging,
      ]),
      [
        [true, 275, 337],
        [false, null, 337],
      ],
    )
    assert.equal(only(fold(of, '2022-10-31')).daysToProgression, null)
  })
})

describe('baselines and scans in the wrong place', () => {
  it('keep a follow-up before its treatment as a row, and use it for nothing', () => {
    const rows = rowsOfCase(
      measured('2026-02-20', { A: 30 }, { read: 'PD' }),
      treated('2026-03-02', { procedure: TACE }),
    )
    assert.equal(rows.assessment[0]?.daysFromTreatment, -10)
    const { daysToProgression, bestResponse, daysToLastImaging } = only(rows)
    assert.deepEqual([daysToProgression, bestResponse, daysToLastImaging], [null, null, null])
  })
  it('measure no change against a baseline that came after the treatment', () => {
    const rows = rowsOfCase(
      treated('2026-03-02'),
      baseline('2026-03-20', { A: 30 }),
      measured('2026-05-20', { A: 15 }, { read: 'PR' }),
    )
    assert.equal(only(rows).bestResponse, 'PR')
    assert.equal(only(rows).bestChange, null)
    assert.deepEqual(
      rows.assessment.map(({ change }) => change),
      [null, null],
    )
  })
  it('do not take a baseline for a look at the outcome', () => {
    const row = only(rowsOfCase(treated('2026-03-02'), baseline('2026-03-20', { A: 30 })))
    assert.equal(row.daysToLastImaging, null)
  })
  it('give an assessment that names no treatment to the last that had begun', () => {
    const rows = rowsOfCase(treated('2026-03-02'), ablated('2026-05-02'), scan('2026-06-20'))
    assert.deepEqual(
      rows.treatment.map(({ bestResponse }) => bestResponse),
      [null, 'CR'],
    )
  })
})
