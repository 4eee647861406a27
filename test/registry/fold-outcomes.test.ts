/** What the fold makes of what patients say, of several cases and past treatments together, and of scans in the wrong place. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Said, TACE, treated } from '../pathway/case-of.ts'
import {
  ablated,
  answered,
  baseline,
  caseAt,
  contacted,
  fold,
  here,
  measured,
  only,
  past,
  patient,
  rowsOfCase,
  scan,
  scored,
  there,
} from './patient.ts'

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
