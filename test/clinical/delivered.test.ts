/** The activity delivered, said while one types, and the response that a body is completed with. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { completed } from '#core/pathway/completed.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import { liveDelivered } from '#web/components/clinical/delivered-live.ts'
import { courseWithBaseline } from './form-page.tsx'

const typed = {
  ...{
    'occurredAt-day': '3',
    'occurredAt-month': '3',
    'occurredAt-year': '2026',
    'occurredAt-time': '12:00',
  },
  ...{ 'activity.calibratedAt-day': '2', 'activity.calibratedAt-month': '3' },
  ...{ 'activity.calibratedAt-year': '2026', 'activity.calibratedAt-time': '12.00' },
  ...{ 'activity.calibrated': '2 GBq', 'activity.residual': '0.05' },
}

describe('the activity delivered, while one types', () => {
  it('is what was calibrated, decayed to the hour of the procedure, less what stayed behind', () => {
    assert.equal(
      liveDelivered(typed),
      'By these numbers 1.49 GBq were delivered: 1.54 GBq at the beginning of the procedure, 24.0 hours after calibration, less 0.05 GBq.',
    )
  })

  it('is held beside the activity that is typed', () => {
    assert.match(liveDelivered({ ...typed, 'activity.delivered': '1.5' }), /The activity typed agrees\.$/)
    assert.match(liveDelivered({ ...typed, 'activity.delivered': '2' }), /Look again: .* 34% above that\.$/)
    assert.match(liveDelivered({ ...typed, 'activity.delivered': '1' }), /33% below that\.$/)
  })

  it('is nothing yet while a number, a day or a time is missing', () => {
    for (const name of ['activity.calibrated', 'activity.residual', 'occurredAt-time', 'occurredAt-year'])
      assert.equal(liveDelivered({ ...typed, [name]: '' }), '', name)
  })

  it('says when more stayed behind than there was, and when calibration comes after', () => {
    assert.match(liveDelivered({ ...typed, 'activity.residual': '1.9' }), /^Look again: /)
    assert.match(
      liveDelivered({ ...typed, 'activity.calibratedAt-day': '5' }),
      /48.0 hours before calibration/,
    )
  })
})

describe('a response assessment that is corrected', () => {
  const surroundings: Surroundings = { treating: 'ZTEST', service: courseWithBaseline, meetings: [] }
  const body = {
    ...{ baseline: false, criteria: 'recist-1.1', computed: 'PD' },
    lesions: [{ key: 'A', organ: 'liver', kind: 'target', diameter: 20 }],
  }

  it('has the response of the rule and not the one that it had', () => {
    assert.equal(
      completed('response-assessment', body, { course: courseWithBaseline, surroundings }).computed,
      'PR',
    )
  })

  it('has none where the rule says nothing any more', () => {
    const other = { baseline: false, criteria: 'ablation-zone', zone: 'complete', computed: 'PD' }
    const done = completed('response-assessment', other, { course: courseWithBaseline, surroundings })
    assert.ok(!('computed' in done))
  })
})
