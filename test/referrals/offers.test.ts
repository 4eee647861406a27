/** To whom a referral can go: also before any census, and never to whoever said that they do not offer it. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { provisionOf } from '#core/census/provision.ts'
import { offersFor } from '#core/network/offers.ts'

const place = (code: string, latitude: number) => ({ code, name: code, latitude, longitude: 0 })
const places = ['ZA', 'ZB', 'ZC', 'ZD'].map((code, index) => place(code, 51 + index))
const nothing = { own: 'ZA', procedure: 'tace', places, pathways: [], provisions: new Map() }

describe('the services that a referral can go to', () => {
  it('are, before a census, one’s own and those where someone answers referrals, the nearest first', () => {
    const offers = offersFor({ ...nothing, answering: new Set(['ZD', 'ZC', 'ZA']) })
    assert.deepEqual(
      offers.map(({ code, by }) => [code, by]),
      [
        ['ZA', 'own-service'],
        ['ZC', 'answers-here'],
        ['ZD', 'answers-here'],
      ],
    )
  })

  it('are by a referral pathway where there is one', () => {
    const pathways = [{ entry: 'e', to: 'ZD', procedures: ['tace'], through: 'the MDT' }]
    const offers = offersFor({ ...nothing, pathways, answering: new Set(['ZC', 'ZD']) })
    assert.deepEqual(
      offers.map(({ code, by }) => [code, by]),
      [
        ['ZA', 'own-service'],
        ['ZD', 'referral-pathway'],
        ['ZC', 'answers-here'],
      ],
    )
  })

  it('leave out whoever says in the census that they do not offer it', () => {
    const provisions = new Map([
      ['ZC', provisionOf({ ioOffered: 'no', referralPathway: 'no', plannedWithin12Months: 'no' })],
    ])
    const offers = offersFor({ ...nothing, provisions, answering: new Set(['ZC']) })
    assert.deepEqual(
      offers.map(({ code }) => code),
      ['ZA'],
    )
  })
})
