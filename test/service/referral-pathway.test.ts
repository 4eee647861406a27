/** A referral pathway of a service's record on a day: current, reviewed, ended, confirmed by its recipient. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pathwayConfirmation } from '#core/service/kinds/said-of.ts'
import { pathwayReview, referralPathway } from '#core/service/kinds.ts'
import { confirmationOf, referralPathwaysFrom, referralPathwayTo } from '#core/service/standing.ts'
import { idOf, said, service } from './record.ts'

const sirt = 'selective-internal-radiation-therapy'
const tace = 'transarterial-chemoembolisation'
const list = (...procedures: string[]) => procedures.map((procedure) => ({ procedure }))

describe('a referral pathway', () => {
  const agreedBody = {
    to: 'ZT002',
    procedures: list(sirt),
    through: 'Hepatobiliary MDT',
    reviewDue: '2025-01-10',
  }
  const agreed = said(referralPathway, '2024-01-10', agreedBody)
  const on = (course: ReturnType<typeof service>, day: string) => {
    const [found] = referralPathwaysFrom(course, day)
    assert.ok(found)
    return found
  }

  it('is current to its review, late after it, and still there', () => {
    const course = service(agreed)
    assert.equal(on(course, '2024-01-09').state, 'planned')
    assert.equal(on(course, '2024-01-10').state, 'current')
    assert.equal(on(course, '2025-01-10').state, 'current')
    assert.equal(on(course, '2025-01-11').state, 'overdue')
    assert.equal(referralPathwayTo(course, 'ZT002', sirt, '2025-01-11')?.pathway.entry, idOf(1))
  })

  it('goes on by a review, with other procedures where that changed them, each on its day', () => {
    const course = service(
      agreed,
      said(pathwayReview, '2025-01-05', {
        pathway: idOf(1),
        outcome: 'changed',
        procedures: list(sirt, tace),
        reviewDue: '2026-01-05',
      }),
    )
    assert.deepEqual(on(course, '2025-01-04').procedures, [sirt])
    assert.deepEqual(on(course, '2025-01-05').procedures, [sirt, tace])
    assert.equal(on(course, '2025-06-01').state, 'current')
    assert.equal(on(course, '2025-06-01').reviewDue, '2026-01-05')
    assert.equal(on(course, '2026-01-06').state, 'overdue')
    assert.equal(referralPathwayTo(course, 'ZT002', tace, '2025-01-04'), undefined)
    assert.equal(referralPathwayTo(course, 'ZT003', sirt, '2025-06-01'), undefined)
  })

  it('ends by a review that ends it, or by another that takes it over', () => {
    const reviewed = service(
      agreed,
      said(pathwayReview, '2025-01-05', { pathway: idOf(1), outcome: 'ended' }),
    )
    assert.equal(on(reviewed, '2025-01-04').state, 'current')
    assert.equal(on(reviewed, '2025-01-05').state, 'ended')
    assert.equal(on(reviewed, '2025-01-05').endedOn, '2025-01-05')
    const over = service(
      agreed,
      said(referralPathway, '2024-06-01', {
        to: 'ZT002',
        procedures: list(sirt, tace),
        through: 'Network',
        reviewDue: '2026-06-01',
      }),
    )
    assert.equal(on(over, '2024-06-01').state, 'ended')
    assert.equal(on(over, '2024-06-01').endedOn, '2024-06-01')
    assert.equal(referralPathwayTo(over, 'ZT002', sirt, '2024-06-01')?.pathway.entry, idOf(2))
  })

  it('keeps its reviews when it is corrected', () => {
    const course = service(
      agreed,
      said(pathwayReview, '2025-01-05', { pathway: idOf(1), outcome: 'kept', reviewDue: '2026-01-05' }),
      said(referralPathway, '2024-01-11', { ...agreedBody, through: 'Network MDT' }, { corrects: idOf(1) }),
    )
    assert.equal(on(course, '2025-06-01').reviews.length, 1)
    assert.equal(on(course, '2025-06-01').pathway.body.through, 'Network MDT')
  })

  it('is what its recipient said of it last', () => {
    const answer = (on: string, answer: 'confirmed' | 'declined') =>
      said(pathwayConfirmation, on, { from: 'ZT001', pathway: idOf(1), statement: idOf(1), answer })
    const recipient = service(answer('2024-02-01', 'confirmed'), answer('2024-05-01', 'declined'))
    const at = (day: string) => confirmationOf(recipient, { first: idOf(1) }, day)?.body.answer
    assert.equal(at('2024-01-31'), undefined)
    assert.equal(at('2024-02-01'), 'confirmed')
    assert.equal(at('2024-05-01'), 'declined')
    assert.equal(confirmationOf(recipient, { first: idOf(9) }, '2024-05-01'), undefined)
  })
})
