/** The register beside a year of referrals: unused pathways, referrals outside of any, numbers that are not small. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fewest } from '#core/network/few.ts'
import { filteredRegister, type RegisterState } from '#core/network/filter.ts'
import { positionOf } from '#core/network/position.ts'
import type { RegisteredPathway } from '#core/network/register.ts'
import { isUnused, outsideReferrals, type PathwayUse, referralsBy } from '#core/network/use.ts'

const pathway = (more: Partial<RegisteredPathway> = {}): RegisteredPathway => ({
  from: 'AA1',
  to: 'BB2',
  procedures: ['lung-ablation'],
  answer: 'confirmed',
  course: 'current',
  through: 'Lung MDT',
  agreedOn: '2025-01-01',
  reviewDue: '2027-01-01',
  endedOn: null,
  entry: 'an entry',
  closed: null,
  notOffered: [],
  ...more,
})
const use = (...flows: PathwayUse['flows']): PathwayUse => ({
  since: '2025-11-22',
  until: '2026-11-22',
  flows,
})
const flow = (procedure: string | null, on = '2026-05-01', referrals = 3) => ({
  from: 'AA1',
  to: 'BB2',
  procedure,
  on,
  referrals,
})

describe('a referral pathway beside the referrals of a year', () => {
  it('is used by every referral from the one to the other for one of its procedures', () => {
    const year = use(
      flow('lung-ablation'),
      flow('lung-ablation', '2026-06-01', 2),
      flow('liver-ablation'),
      flow(null),
    )
    assert.equal(referralsBy(pathway(), year), 5)
    assert.equal(referralsBy(pathway({ procedures: ['lung-ablation', 'liver-ablation'] }), year), 8)
    assert.equal(referralsBy(pathway({ to: 'CC3' }), year), 0)
  })

  it('is unused when none went by it in a year in which it was in force all along', () => {
    assert.equal(isUnused(pathway(), use()), true)
    assert.equal(isUnused(pathway(), use(flow('lung-ablation'))), false)
    assert.equal(isUnused(pathway({ agreedOn: '2026-01-01' }), use()), false, 'too young')
    assert.equal(isUnused(pathway({ course: 'ended', endedOn: '2026-01-01' }), use()), false)
    assert.equal(isUnused(pathway({ answer: 'declined' }), use()), false)
    assert.equal(isUnused(pathway({ answer: 'declared', agreedOn: null }), use()), false)
    assert.equal(isUnused(pathway({ closed: 'to' }), use()), false)
  })
})

describe('a referral outside of any pathway', () => {
  const outside = (register: readonly RegisteredPathway[], ...flows: PathwayUse['flows']) =>
    outsideReferrals(register, use(...flows)).map(({ procedure, referrals }) => [procedure, referrals])

  it('is one of a day on which none covered its procedure', () => {
    assert.deepEqual(outside([pathway()], flow('lung-ablation')), [])
    assert.deepEqual(outside([pathway()], flow('liver-ablation')), [['liver-ablation', 3]])
    assert.deepEqual(outside([pathway()], flow(null)), [[null, 3]])
    const later = pathway({ agreedOn: '2026-05-02' })
    assert.deepEqual(outside([later], flow('lung-ablation'), flow('lung-ablation', '2026-05-02')), [
      ['lung-ablation', 3],
    ])
    const over = pathway({ course: 'ended', endedOn: '2026-05-01' })
    assert.deepEqual(outside([over], flow('lung-ablation', '2026-04-30'), flow('lung-ablation')), [
      ['lung-ablation', 3],
    ])
    assert.deepEqual(outside([pathway({ answer: 'declined' })], flow('lung-ablation')), [
      ['lung-ablation', 3],
    ])
    assert.deepEqual(outside([pathway({ answer: 'declared', agreedOn: null })], flow('lung-ablation')), [])
  })

  it('comes with the most first', () => {
    assert.deepEqual(
      outside([], flow('liver-ablation', '2026-02-01', 1), flow('lung-ablation', '2026-03-01', 9)),
      [
        ['lung-ablation', 9],
        ['liver-ablation', 1],
      ],
    )
  })
})

describe('a number of referrals, to others than the two services', () => {
  it('is never small and never exact, by the stricter policy of the nations that it concerns', () => {
    const england = [0, 1, 7, 8, 12, 13].map((count) => fewest(count, ['England', 'England']))
    assert.deepEqual(england, ['0', 'fewer than 8', 'fewer than 8', 'about 10', 'about 10', 'about 15'])
    assert.equal(fewest(8, ['England', 'Scotland']), 'fewer than 10')
    assert.equal(fewest(8, []), 'fewer than 10')
  })
})

describe('the register, filtered', () => {
  const register = [
    pathway(),
    pathway({ to: 'CC3', answer: 'asked', course: 'overdue', notOffered: ['lung-ablation'] }),
    pathway({ to: 'DD4', answer: 'changed-since', course: 'due-soon' }),
    pathway({ to: 'EE5', answer: 'declared', agreedOn: null, procedures: [] }),
    pathway({ to: 'FF6', closed: 'to' }),
    pathway({ to: 'GG7', course: 'ended', endedOn: '2026-01-01', closed: 'to' }),
    pathway({ to: 'HH8', answer: 'declined' }),
    pathway({ to: 'II9', course: 'planned', answer: 'asked' }),
  ]
  const organisations = new Map([
    ['AA1', { nation: 'England' as const }],
    ['CC3', { nation: 'Wales' as const }],
  ])
  const found = (state: RegisterState | null, more = {}) =>
    filteredRegister(
      register,
      { state, procedure: null, nation: null, service: null, ...more },
      organisations,
      use(flow('lung-ablation')),
    ).map(({ to }) => to)

  it('shows each under the states that it is in', () => {
    assert.deepEqual(found(null), ['BB2', 'CC3', 'DD4', 'EE5', 'FF6', 'GG7', 'HH8', 'II9'])
    assert.deepEqual(found('in-force'), ['BB2', 'CC3', 'DD4', 'EE5'])
    assert.deepEqual(found('confirmed'), ['BB2'])
    assert.deepEqual(found('proposed'), ['CC3', 'DD4'])
    assert.deepEqual(found('declared'), ['EE5'])
    assert.deepEqual(found('review-due'), ['DD4'])
    assert.deepEqual(found('overdue'), ['CC3'])
    assert.deepEqual(found('unused'), ['CC3', 'DD4'])
    assert.deepEqual(found('nowhere'), ['FF6'])
    assert.deepEqual(found('not-offered'), ['CC3'])
    assert.deepEqual(found('planned'), ['II9'])
    assert.deepEqual(found('declined'), ['HH8'])
    assert.deepEqual(found('ended'), ['GG7'])
  })

  it('is narrowed by procedure, by the nation of either end and by a service at either end', () => {
    assert.deepEqual(found(null, { nation: 'Wales' }), ['CC3'])
    assert.deepEqual(found(null, { service: 'DD4' }), ['DD4'])
    assert.deepEqual(found('in-force', { procedure: 'lung-ablation' }), ['BB2', 'CC3', 'DD4'])
    assert.deepEqual(found(null, { procedure: 'liver-ablation' }), [])
  })

  it('is counted by where each stands', () => {
    assert.deepEqual(positionOf(register), {
      inForce: 4,
      confirmed: 1,
      proposed: 2,
      declared: 1,
      reviewDue: 1,
      overdue: 1,
      nowhere: 1,
    })
  })
})
