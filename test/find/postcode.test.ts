/** Postcodes as people type them: whole, half, joined, in an address, mistyped, elsewhere. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ReadPostcode, readPostcode } from '#core/place/postcode.ts'
import { outcodes } from '#store/place/gazetteer.ts'
import fc from '#test/support/properties.ts'

const known = new Set(outcodes().keys())
const read = (words: string): ReadPostcode => readPostcode(words, known)
const outcodeOf = (words: string) => {
  const found = read(words)
  return found.kind === 'outcode' ? found.outcode : found.kind
}

describe('a postcode', () => {
  it('is read in any case, with spaces anywhere, nowhere, or another sign between', () => {
    const writings = fc.constantFrom(
      (outcode: string, inward: string) => `${outcode} ${inward}`,
      (outcode: string, inward: string) => `${outcode}${inward}`,
      (outcode: string, inward: string) => `  ${outcode.toLowerCase()}  ${inward.toLowerCase()} `,
      (outcode: string, inward: string) => [...`${outcode}${inward}`].join(' '),
      (outcode: string, inward: string) => `${outcode}-${inward}`,
      (outcode: string, inward: string) => `12 Any Street, ${outcode} ${inward}`,
      (outcode: string) => outcode,
      (outcode: string) => outcode.toLowerCase(),
      (outcode: string, inward: string) => `${outcode} ${inward.charAt(0)}`,
    )
    const inward = fc.stringMatching(/^[0-9][ABD-HJLNP-UW-Z]{2}$/)
    fc.assert(
      fc.property(fc.constantFrom(...known), inward, writings, (outcode, inner, write) => {
        assert.equal(outcodeOf(write(outcode, inner)), outcode, write(outcode, inner))
      }),
      { numRuns: 2000 },
    )
  })

  it('never answers more than an outward part, whatever is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 ,-]{0,20}$/), (words) => {
        const found = read(words)
        const said = [
          ...('outcode' in found ? [found.outcode] : []),
          ...('near' in found ? found.near : []),
          ...('outcodes' in found ? found.outcodes : []),
        ]
        for (const one of said) assert.match(one, /^([A-Z]{1,2}[0-9][A-Z0-9]?|[A-Z][0-9][0-9W])$/, words)
      }),
      { numRuns: 5000 },
    )
  })

  it('without a space ends with its inward part: E11AA is E1, not E11', () => {
    assert.equal(outcodeOf('E11AA'), 'E1')
    assert.equal(outcodeOf('E111AA'), 'E11')
    assert.equal(outcodeOf('LS13'), 'LS13')
    assert.equal(outcodeOf('LS1 3'), 'LS1')
  })

  it('with letters taken for digits, or digits for letters, is put right and said to be', () => {
    for (const [typed, meant] of [
      ['M1 IAE', 'M1'],
      ['MI 1AE', 'M1'],
      ['SWIA 1AA', 'SW1A'],
      ['0X1 2JD', 'OX1'],
    ] as const)
      assert.deepEqual(read(typed), { kind: 'outcode', outcode: meant, asTyped: false }, typed)
    const two = read('S10 ZTH')
    assert.ok(two.kind === 'unknown' && two.near.includes('S10'), 'two postcodes look like it: to be chosen')
  })

  it('that does not exist is answered with those next to it, none of another area', () => {
    const found = read('LS47 1AA')
    assert.equal(found.kind, 'unknown')
    assert.ok(found.kind === 'unknown' && found.near.length > 0)
    for (const one of found.kind === 'unknown' ? found.near : []) assert.match(one, /^LS\d/)
    assert.deepEqual(read('ZZ1 1AA'), { kind: 'unknown', outcode: 'ZZ1', near: [] })
  })

  it('that was given up is still known, and a district that was split leads to its parts', () => {
    assert.equal(outcodeOf('AB1 2CD'), 'AB1')
    const split = read('SW1')
    assert.ok(
      split.kind === 'outcodes' && split.outcodes.includes('SW1A') && !split.outcodes.includes('SW10'),
    )
  })

  it('of Jersey, Guernsey, the Isle of Man, Gibraltar or Ireland is known to be there', () => {
    for (const [typed, where] of [
      ['JE2 3AB', 'JE'],
      ['je23ab', 'JE'],
      ['GY1 1WH', 'GY'],
      ['im1 1aa', 'IM'],
      ['GX11 1AA', 'GX'],
      ['BF1 2AU', 'BF'],
      ['D02 X285', 'IE'],
    ]) {
      const found = read(typed ?? '')
      assert.ok(found.kind === 'elsewhere' && found.where === where, typed)
    }
  })

  it('is none in words and numbers that have no postcode’s form', () => {
    for (const words of ['', ' ', 'Leeds', '12', 'St Helens', '07700 900123', 'a'.repeat(80), '🙂', '%00'])
      assert.equal(read(words).kind, 'no-postcode', words)
  })
})
