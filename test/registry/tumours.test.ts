/** Technique efficacy, response and local progression: tumour by tumour, worked out by hand. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Said, treated } from '../pathway/case-of.ts'
import { ablated, baseline, measured, only, rowsOfCase, scan } from './patient.ts'

const two = (on: string, change: object = {}) =>
  ablated(on, {
    targets: [
      { organ: 'liver', lesion: 'A', size: 22 },
      { organ: 'liver', lesion: 'b ', size: 14 },
    ],
    ...change,
  })
const zone = (on: string, state: string, zoneOf?: string) =>
  scan(on, {
    zone: state,
    read: state === 'complete' ? 'CR' : state === 'residual' ? 'PR' : 'PD',
    ...(zoneOf ? { zoneOf } : {}),
  })

/** Of each tumour: technique efficacy, days to local progression, days to the last scan; then of the treatment. */
function control(...said: readonly Said[]) {
  const rows = rowsOfCase(...said)
  const of = (row: {
    readonly techniqueEfficacy: boolean | null
    readonly daysToLocalProgression: number | null
    readonly daysToLastImaging: number | null
  }) => [row.techniqueEfficacy, row.daysToLocalProgression, row.daysToLastImaging]
  return [...rows.tumour.map(of), of(only(rows))]
}

describe('an ablated tumour', () => {
  it('is not judged before a scan after the last session', () => {
    assert.deepEqual(control(ablated('2026-03-02')), [
      [null, null, null],
      [null, null, null],
    ])
    assert.deepEqual(control(ablated('2026-03-02'), zone('2026-03-02', 'complete'))[0], [null, null, null])
  })
  it('was treated with efficacy where the first scan shows it complete', () => {
    assert.deepEqual(control(ablated('2026-03-02'), zone('2026-04-01', 'complete'))[0], [true, null, 30])
    assert.deepEqual(control(ablated('2026-03-02'), zone('2026-04-01', 'residual'))[0], [false, null, 30])
  })
  it('progresses only after it was complete: what grows without is residual', () => {
    const after = (...states: string[]) =>
      control(ablated('2026-03-02'), ...states.map((state, at) => zone(`2026-0${4 + at}-01`, state)))[0]
    assert.deepEqual(after('complete', 'complete', 'progression'), [true, 91, 91])
    assert.deepEqual(after('residual', 'progression'), [false, null, 60])
    assert.deepEqual(after('progression', 'complete', 'progression'), [false, 91, 91])
  })
  it('is judged after its last session', () => {
    const staged = [
      ablated('2026-03-02'),
      zone('2026-04-01', 'residual'),
      ablated('2026-04-20', { course: 2 }),
      zone('2026-05-20', 'complete'),
    ]
    assert.deepEqual(control(...staged), [
      [true, null, 79],
      [true, null, 79],
    ])
  })
  it('is followed by its letter', () => {
    assert.deepEqual(
      control(
        two('2026-03-02'),
        zone('2026-04-01', 'complete', 'A'),
        zone('2026-04-01', 'residual', 'B'),
        zone('2026-09-01', 'progression', 'a'),
      ),
      [
        [true, 183, 183],
        [false, null, 30],
        [false, 183, 183],
      ],
    )
  })
  it('is one of several of which nobody said which: the treatment knows, the tumours do not', () => {
    assert.deepEqual(control(two('2026-03-02'), zone('2026-04-01', 'residual')), [
      [null, null, null],
      [null, null, null],
      [false, null, 30],
    ])
    assert.deepEqual(
      control(two('2026-03-02'), zone('2026-04-01', 'complete'), zone('2026-07-01', 'progression')),
      [
        [true, null, 30],
        [true, null, 30],
        [true, 121, 121],
      ],
    )
  })
  it('is the same in several sessions by its letter, else by organ, segment and side', () => {
    const count = (...targets: object[]) =>
      rowsOfCase(
        ...targets.map((target, at) => ablated(`2026-0${3 + at}-02`, { course: at + 1, targets: [target] })),
      ).tumour.length
    assert.equal(count({ organ: 'liver', lesion: 'A' }, { organ: 'liver', lesion: 'a', segment: '8' }), 1)
    assert.equal(count({ organ: 'liver', lesion: 'A' }, { organ: 'liver', lesion: 'B' }), 2)
    assert.equal(count({ organ: 'liver', segment: '8' }, { organ: 'liver', segment: '8' }), 1)
    assert.equal(count({ organ: 'liver', segment: '8' }, { organ: 'liver', segment: '6' }), 2)
    const twins = ablated('2026-03-02', { targets: [{ organ: 'liver' }, { organ: 'liver' }] })
    assert.equal(rowsOfCase(twins).tumour.length, 2)
  })
})

describe('an embolised tumour', () => {
  const tace = treated('2026-03-02', { targets: [{ organ: 'liver', lesion: 'A' }] })

  it('progresses when it has grown by 20% and 5 mm from its smallest', () => {
    const grown = (...sizes: number[]) =>
      control(
        baseline('2026-02-20', { A: 40 }),
        tace,
        ...sizes.map((size, at) => measured(`2026-0${5 + at}-01`, { A: size })),
      )[0]
    assert.deepEqual(grown(47), [null, null, 60])
    assert.deepEqual(grown(48), [null, 60, 60])
    assert.deepEqual(grown(20, 24), [null, null, 91])
    assert.deepEqual(grown(20, 25), [null, 91, 91])
  })
  it('is another than the one that grew', () => {
    const [a] = control(
      baseline('2026-02-20', { A: 40, B: 20 }),
      tace,
      measured('2026-05-01', { A: 38, B: 44 }, { read: 'PD' }),
    )
    assert.deepEqual(a, [null, null, 60])
  })
  it('is known without a letter where there is one target and one lesion', () => {
    const unnamed = treated('2026-03-02', { targets: [{ organ: 'liver' }] })
    const said = (lesions: Record<string, number>) =>
      control(baseline('2026-02-20', { A: 40 }), unnamed, measured('2026-05-01', lesions))[0]
    assert.deepEqual(said({ A: 50 }), [null, 60, 60])
    assert.deepEqual(said({ A: 50, B: 10 }), [null, null, null])
  })
})

describe('response', () => {
  const of = (...said: readonly Said[]) => {
    const { bestResponse, criteria, responded, bestChange, daysToProgression } = only(rowsOfCase(...said))
    return [bestResponse, criteria, responded, bestChange, daysToProgression]
  }
  const first = [baseline('2026-02-20', { A: 40, B: 20 }), treated('2026-03-02')]

  it('is the best up to progression, with the smallest sum against the baseline', () => {
    assert.deepEqual(
      of(
        ...first,
        measured('2026-05-01', { A: 30, B: 20 }, { read: 'SD' }),
        measured('2026-07-01', { A: 21, B: 15 }, { read: 'PR' }),
        measured('2026-09-01', { A: 40, B: 30 }, { read: 'PD' }),
        measured('2026-11-01', { A: 0, B: 0 }, { read: 'CR' }),
      ),
      ['PR', 'recist-1.1', true, -40, 183],
    )
  })
  it('is by the criteria of the first scan alone: none is converted', () => {
    assert.deepEqual(
      of(
        ...first,
        measured('2026-05-01', { A: 38, B: 20 }, { read: 'SD' }),
        measured('2026-07-01', { A: 10, B: 10 }, { read: 'CR', criteria: 'other', lesions: undefined }),
      ).slice(0, 3),
      ['SD', 'recist-1.1', false],
    )
  })
  it('has no answer where it could not be evaluated, or was not', () => {
    assert.deepEqual(of(...first), [null, null, null, null, null])
    const unseen = measured('2026-05-01', { A: 38 }, { read: 'NE' })
    assert.deepEqual(of(...first, unseen).slice(0, 3), ['NE', 'recist-1.1', null])
  })
  it('keeps what the rule comes to beside what was read', () => {
    const rows = rowsOfCase(...first, measured('2026-05-01', { A: 20, B: 20 }, { read: 'SD' }))
    const row = rows.assessment.find(({ daysFromTreatment }) => daysFromTreatment === 60)
    assert.deepEqual([row?.response, row?.computed, row?.sum, row?.change], ['SD', 'PR', 40, -33.3])
  })
})
