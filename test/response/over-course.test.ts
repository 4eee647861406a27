/** Response read off a case's record: corrections, several baselines, two rules, and a draft on the form. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { typedOf } from '#core/clinical/typed.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Lesion } from '#core/response/lesion.ts'
import { computedResponse, type ResponseBody, responseOver } from '#core/response/over-course.ts'
import { typedScan } from '#core/response/typed-scan.ts'
import { target } from './lesions.ts'

interface Said {
  readonly id: string
  readonly on: string
  readonly sizes: readonly number[]
  readonly baseline?: boolean
  readonly criteria?: ResponseBody['criteria']
  readonly corrects?: string
}

function bodyOf({ sizes, baseline = false, criteria = 'recist-1.1' }: Omit<Said, 'id' | 'on'>): ResponseBody {
  return {
    ...{ baseline, criteria, modality: 'ct', read: baseline ? 'baseline' : 'SD', specialist: true },
    lesions: sizes.map((size, i) => target(`T${i}`, size)) as NonNullable<ResponseBody['lesions']>,
    reader: { name: 'Dr Reader' },
  }
}

function courseWith(...said: readonly Said[]) {
  const entries = said.map(
    ({ id, on, corrects, ...rest }, index): Entry => ({
      ...{ id, subject: 'case:1', position: index + 1, kind: 'response-assessment', version: 1 },
      ...{ occurredAt: `${on}T00:00:00.000Z`, recordedAt: `${on}T09:00:00.000Z`, author: 'person:1' },
      ...{ role: 'interventional-radiologist', organisation: 'ZTEST', body: bodyOf(rest) },
      ...{ corrects: corrects ?? null, bodyDigest: '', previous: '', digest: '' },
    }),
  )
  return courseOf('case:1', entries)
}

const baseline: Said = { id: 'b', on: '2026-01-01', sizes: [60, 40], baseline: true }

describe('response over a course', () => {
  it('follows a baseline by its scans, in order of time and not of recording', () => {
    const course = courseWith(
      { id: 's2', on: '2026-05-01', sizes: [50, 35] },
      { id: 's1', on: '2026-03-01', sizes: [40, 30] },
      baseline,
    )
    const { lines, pointOf } = responseOver(course)
    assert.deepEqual(
      lines[0]?.followed.points.map(({ overall }) => overall),
      ['PR', 'PD'],
    )
    assert.equal(pointOf('s2')?.overall, 'PD')
  })

  it('is computed anew when the baseline is corrected, and found by any statement of a scan', () => {
    const said = [baseline, { id: 's1', on: '2026-03-01', sizes: [40, 30] }] as const
    assert.equal(responseOver(courseWith(...said)).pointOf('s1')?.overall, 'PR')
    const corrected = courseWith(
      ...said,
      { ...baseline, id: 'b2', sizes: [50, 40], corrects: 'b' },
      { id: 's1b', on: '2026-03-01', sizes: [60, 48], corrects: 's1' },
    )
    const { pointOf, lines } = responseOver(corrected)
    assert.equal(lines.length, 1)
    assert.equal(lines[0]?.followed.baseline.sum, 90_000)
    assert.equal(pointOf('s1')?.overall, 'PD')
    assert.equal(pointOf('s1b')?.overall, 'PD')
  })

  it('begins anew with a baseline after a scan, and lets a later one take an earlier one’s place before any', () => {
    const course = courseWith(
      { ...baseline, id: 'old', on: '2025-12-01', sizes: [10, 10] },
      baseline,
      { id: 's1', on: '2026-03-01', sizes: [40, 30] },
      { ...baseline, id: 'b2', on: '2026-06-01', sizes: [40, 30] },
      { id: 's2', on: '2026-08-01', sizes: [40, 30] },
    )
    const { lines } = responseOver(course)
    assert.deepEqual(
      lines.map(({ baseline }) => baseline.id),
      ['b', 'b2'],
    )
    assert.deepEqual(
      lines[0]?.superseded.map(({ id }) => id),
      ['old'],
    )
    assert.equal(lines[0]?.notes.length, 1)
    assert.deepEqual(
      lines.map(({ followed }) => followed.points[0]?.overall),
      ['PR', 'SD'],
    )
  })

  it('says when two baselines are on one day', () => {
    const { lines } = responseOver(courseWith(baseline, { ...baseline, id: 'b2' }))
    assert.match(lines[0]?.notes.join() ?? '', /two baselines on one day/)
  })

  it('compares a scan with a baseline of its own rule only', () => {
    const course = courseWith({ id: 's0', on: '2025-03-01', sizes: [40, 30] }, baseline, {
      id: 's1',
      on: '2026-03-01',
      sizes: [40, 30],
      criteria: 'mrecist',
    })
    assert.deepEqual(responseOver(course).unanswered, [
      { id: 's0', words: 'There is no RECIST 1.1 baseline before this scan' },
      {
        id: 's1',
        words: 'The baseline was measured by RECIST 1.1: this scan, by mRECIST, cannot be compared with it',
      },
    ])
  })
})

describe('a draft on the form', () => {
  const course = courseWith(baseline, { id: 's1', on: '2026-03-01', sizes: [30, 20] })
  const draft = (sizes: readonly number[], more: object = {}) => ({ body: bodyOf({ sizes }), ...more })

  it('comes to what it will come to once recorded', () => {
    assert.equal(computedResponse(course, draft([60, 20])), 'PD')
    const recorded = courseWith(
      baseline,
      { id: 's1', on: '2026-03-01', sizes: [30, 20] },
      { id: 's2', on: '2026-05-01', sizes: [60, 20] },
    )
    assert.equal(responseOver(recorded).pointOf('s2')?.overall, 'PD')
  })

  it('stands where its day puts it, and in place of what it corrects', () => {
    assert.equal(computedResponse(course, draft([60, 20], { occurredAt: '2026-02-01T00:00:00.000Z' })), 'SD')
    const correcting = draft([60, 38], { occurredAt: '2026-03-01T00:00:00.000Z', corrects: 's1' })
    assert.equal(computedResponse(course, correcting), 'SD')
    // Before the baseline there is nothing to compare it with.
    assert.equal(
      computedResponse(course, draft([60, 20], { occurredAt: '2025-12-01T00:00:00.000Z' })),
      undefined,
    )
  })

  it('has no computed response as a baseline, by another rule, or where it is refused', () => {
    const asBaseline = { body: bodyOf({ sizes: [60, 40], baseline: true }) }
    assert.equal(computedResponse(course, asBaseline), undefined)
    assert.equal(
      computedResponse(course, { body: { baseline: false, criteria: 'ablation-zone' } }),
      undefined,
    )
    assert.equal(computedResponse(course, draft([60, 40, 10])), undefined)
  })

  it('is read from its fields as from its body', () => {
    const body = bodyOf({ sizes: [40.5, 30] })
    const typed = typedScan(typedOf(body))
    assert.deepEqual(typed.lesions, body.lesions as readonly Lesion[])
    assert.deepEqual([typed.criteria, typed.baseline], ['recist-1.1', false])
  })

  it('takes a lesion for a target until its kind is chosen', () => {
    const kindOf = (kind: string) =>
      typedScan({ 'lesions.0.key': 'A', 'lesions.0.kind': kind }).lesions[0]?.kind
    assert.deepEqual(['', 'target-node', 'non-target', 'new', 'rubbish'].map(kindOf), [
      'target',
      'target-node',
      'non-target',
      'new',
      'target',
    ])
  })

  it('leaves out rows that say nothing yet, and names those without a name by their row', () => {
    const typed = typedScan({
      ...{ 'lesions.2.diameter': '12', 'lesions.0.key': 'A', 'lesions.0.diameter': 'twelve' },
      ...{ 'lesions.1.key': ' ', 'lesions.1.diameter': '', 'lesions.9.organ': '' },
    })
    assert.deepEqual(
      typed.lesions.map(({ key, diameter }) => [key, diameter]),
      [
        ['A', undefined],
        ['in row 2', 12],
      ],
    )
  })
})
