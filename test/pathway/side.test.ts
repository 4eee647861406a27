/** Treated on another side than asked for: said of the case for as long as it stands. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { treatedOnOtherSide } from '#core/pathway/reading/side.ts'
import { caseOf, referral, type Said, treated } from './case-of.ts'

const tumour = (laterality?: string) => ({
  site: 'kidney',
  icd10: 'C64',
  ...(laterality ? { laterality } : {}),
})
const done = (on: string, organ: string, laterality?: string): Said =>
  treated(on, { procedure: 'kidney-ablation', targets: [{ organ, ...(laterality ? { laterality } : {}) }] })
const sides = (...said: readonly Said[]) =>
  treatedOnOtherSide(caseOf(...said)).map(({ asked, said: was }) => `${asked}, ${was}`)

describe('the side that was treated', () => {
  it('is another than asked for where it is the other, or both', () => {
    const asked = referral('2026-02-01', { tumour: tumour('right') })
    assert.deepEqual(sides(asked, done('2026-03-02', 'kidney', 'left')), ['right, left'])
    assert.deepEqual(sides(asked, done('2026-03-02', 'kidney', 'both')), ['right, both sides'])
    assert.deepEqual(sides(asked, done('2026-03-02', 'kidney', 'right')), [])
    assert.deepEqual(sides(asked, done('2026-03-02', 'kidney')), [])
  })

  it('is not judged where no side was asked for, nor by the way in', () => {
    assert.deepEqual(
      sides(referral('2026-02-01', { tumour: tumour() }), done('2026-03-02', 'kidney', 'left')),
      [],
    )
    assert.deepEqual(
      sides(referral('2026-02-01', { tumour: tumour('right') }), done('2026-03-02', 'vein', 'left')),
      [],
    )
  })

  it('is judged by the referral before it, and by what stands', () => {
    const said = [
      referral('2026-02-01', { tumour: tumour('right') }),
      done('2026-03-02', 'kidney', 'right'),
      referral('2026-06-01', { tumour: tumour('left') }),
      done('2026-07-02', 'kidney', 'left'),
    ]
    assert.deepEqual(sides(...said), [])
    const corrected = { ...done('2026-03-02', 'kidney', 'right'), corrects: 2 }
    const asked = referral('2026-02-01', { tumour: tumour('right') })
    assert.deepEqual(sides(asked, done('2026-03-02', 'kidney', 'left'), corrected), [])
  })
})
