/** The form of the next scan starts with the lesions of the baseline and of what was new since. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { prefilled, prefilledFrom } from '#core/pathway/prefilled.ts'
import type { Lesion } from '#core/response/lesion.ts'
import type { Assessed } from '#core/response/lines.ts'
import { lesionsToMeasure } from '#core/response/to-measure.ts'
import {
  assessed,
  caseOf,
  factsOf,
  idOf,
  referral,
  surroundingsWith,
  treated,
} from '#test/pathway/case-of.ts'

const target = (key: string, change: Partial<Lesion> = {}): Lesion => ({
  ...{ key, organ: 'liver', kind: 'target', diameter: 24 },
  ...change,
})
const scan = (lesions: readonly Lesion[], baseline = false): Assessed => ({
  ...{ id: 's', on: '2026-01-01', criteria: 'recist-1.1', baseline, lesions },
})
const letters = (assessed: readonly Assessed[]) => lesionsToMeasure(assessed).map(({ key }) => key)

describe('the lesions that the next scan is read for', () => {
  it('are those of the baseline, with letter, organ, place and flags, and without what was measured', () => {
    const node = target('B', { kind: 'target-node', organ: 'lymph-node', diameter: 18 })
    const treatedOne = target('A', { place: 'segment 6', treatedBefore: true, progressedSince: true })
    assert.deepEqual(lesionsToMeasure([scan([treatedOne, node], true)]), [
      {
        ...{ key: 'A', organ: 'liver', place: 'segment 6', kind: 'target' },
        ...{ treatedBefore: true, progressedSince: true },
      },
      { key: 'B', organ: 'lymph-node', kind: 'target-node' },
    ])
  })
  it('come back where a scan left one out or had none at all', () => {
    const baseline = scan([target('A'), target('B'), target('C', { kind: 'non-target' })], true)
    assert.deepEqual(letters([baseline, scan([target('A')])]), ['A', 'B', 'C'])
    assert.deepEqual(letters([baseline, scan([])]), ['A', 'B', 'C'])
  })
  it('keep what was new as disease that is there, and what is gone', () => {
    const second = scan([target('a', { state: 'gone', diameter: 0 }), target('N', { kind: 'new' })])
    const found = lesionsToMeasure([scan([target('A')], true), second])
    assert.deepEqual(
      found.map(({ key, kind }) => [key, kind]),
      [
        ['A', 'target'],
        ['N', 'non-target'],
      ],
    )
  })
  it('begin anew with a new baseline', () => {
    assert.deepEqual(letters([scan([target('A'), target('B')], true), scan([target('X')], true)]), ['X'])
    assert.deepEqual(letters([]), [])
  })
})

describe('the form of a response assessment', () => {
  const baseline = assessed('2026-02-01', {
    ...{ baseline: true, read: 'baseline', criteria: 'recist-1.1' },
    lesions: [target('A', { treatedBefore: true }), target('B')],
  })
  const said = [referral('2026-01-20'), baseline, treated('2026-03-01')]
  const startOf = (...more: typeof said) => {
    const course = caseOf(...said, ...more)
    const facts = factsOf(course, surroundingsWith(), '2026-04-12T11:00:00.000Z')
    return {
      fields: prefilled('response-assessment', course, surroundingsWith(), facts),
      from: prefilledFrom('response-assessment', course, surroundingsWith(), facts),
    }
  }
  it('starts with the lesions of the baseline, and says where they are from', () => {
    const { fields, from } = startOf()
    assert.deepEqual(fields.lesions, [
      { key: 'A', organ: 'liver', kind: 'target', treatedBefore: true },
      { key: 'B', organ: 'liver', kind: 'target' },
    ])
    assert.equal(from.lesions, idOf(2))
    assert.equal(fields.baseline, false)
  })
  it('starts with them after an assessment of the ablation zone alone, too', () => {
    const zone = assessed('2026-03-20', { criteria: 'ablation-zone', zone: 'complete' })
    assert.equal((startOf(zone).fields.lesions as unknown[]).length, 2)
  })
})
