/** Cases that wait for nothing but to be closed: why, and until what. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { closingReason } from '#core/pathway/due/close.ts'
import { dueOf } from '#core/pathway/due.ts'
import {
  answer,
  booked,
  caseOf,
  discussed,
  elsewhere,
  referral,
  type Said,
  surroundingsWith,
  treated,
} from './case-of.ts'

const refused = [referral('2026-02-02'), answer('2026-02-04', { answer: 'refused', reason: 'Not suitable' })]
const taken = [referral('2026-02-02'), answer('2026-02-04')]
const onward: Said = {
  kind: 'onward-referral',
  on: '2026-02-12',
  body: { to: elsewhere, procedure: 'lung-ablation', reason: 'Not offered here' },
}
const recommended = (recommendation: string) =>
  discussed('2026-02-10', {
    ...{ recommendation, procedure: undefined },
    place: recommendation === 'refer-onward' ? elsewhere : undefined,
  })

const toClose = (...said: readonly Said[]) =>
  dueOf(caseOf(...said), surroundingsWith()).filter(({ list }) => list === 'to-close')
const reasonOf = (...said: readonly Said[]) => closingReason(caseOf(...said))

describe('a case to close', () => {
  it('is one refused, referred onward, or for which something else was recommended', () => {
    const found = [
      [...refused],
      [...taken, onward],
      [...taken, recommended('other-treatment')],
      [...taken, recommended('best-supportive-care')],
      [...taken, recommended('refer-onward')],
    ].map((said) => [toClose(...said)[0]?.what, reasonOf(...said)?.closedBecause])
    assert.deepEqual(found, [
      ['Close the case: the referral was refused', 'refused'],
      ['Close the case: the patient was referred onward', 'referred-onward'],
      ['Close the case: the MDT meeting recommended something else', 'other-treatment'],
      ['Close the case: the MDT meeting recommended something else', 'other-treatment'],
      ['Close the case: the MDT meeting recommended something else', 'referred-onward'],
    ])
  })

  it('has no hour, opens with what ended it, and is answered by the closure', () => {
    const [due] = toClose(...refused)
    assert.deepEqual([due?.kind, due?.opensAt, due?.dueAt], ['closure', '2026-02-04T12:00:00.000Z', null])
    const closed: Said = { kind: 'closure', on: '2026-02-05', body: { why: 'refused' } }
    assert.deepEqual(toClose(...refused, closed), [])
  })

  it('is none while a treatment is booked, nor where one was done since', () => {
    const ended = [...taken, recommended('other-treatment')]
    const plan = booked('2026-02-12', '2026-03-12T09:00:00.000Z')
    assert.deepEqual(toClose(...ended, plan), [])
    assert.deepEqual(toClose(...ended, treated('2026-03-12')), [])
  })

  it('is none that was accepted, or is to be treated', () => {
    assert.deepEqual(toClose(...taken), [])
    assert.deepEqual(toClose(...taken, discussed('2026-02-10')), [])
    assert.equal(reasonOf(), undefined)
  })

  it('is none any more once the patient was referred again', () => {
    assert.deepEqual(toClose(...refused, referral('2026-02-20')), [])
    assert.deepEqual(toClose(...taken, onward, referral('2026-02-20')), [])
  })
})
