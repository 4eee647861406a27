/** The last day to order microspheres, by what the service's record says of their supply on the day of the procedure. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lastDayToOrder } from '#core/isotope/order-day.ts'
import { microsphereSupply } from '#core/service/kinds/the-service.ts'
import { said, service } from '../service/record.ts'

describe('the last day to order microspheres', () => {
  const record = service(
    said(microsphereSupply, '2025-01-01', { product: 'resin', workingDays: 2 }),
    said(microsphereSupply, '2025-01-01', { product: 'glass', workingDays: 5 }),
    said(microsphereSupply, '2026-03-09', {
      product: 'resin',
      workingDays: 2,
      closedOn: [{ day: '2026-03-10' }],
    }),
  )
  it('is that of the product, so many working days before', () => {
    // Friday 6 March 2026: two and five working days before.
    assert.equal(lastDayToOrder(record, 'resin', '2026-03-06'), '2026-03-04')
    assert.equal(lastDayToOrder(record, 'glass', '2026-03-06'), '2026-02-27')
  })
  it('goes by what is said last, on the day of the procedure', () => {
    assert.equal(lastDayToOrder(record, 'resin', '2026-03-12'), '2026-03-09')
    assert.equal(lastDayToOrder(record, 'glass', '2026-03-12'), '2026-03-05')
  })
  it('is not known where nothing is said of the supply that day', () => {
    assert.equal(lastDayToOrder(record, 'resin', '2024-12-31'), undefined)
    assert.equal(lastDayToOrder(service(), 'glass', '2026-03-06'), undefined)
  })
})
