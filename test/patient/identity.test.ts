/** Numbers, ages, names: what is the same person's and what is a slip of the pen. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ageAt, ageWords } from '#core/patient/age.ts'
import {
  checkChi,
  checkDigit,
  checkDigitModulus10,
  checkHcn,
  checkIdentifier,
  checkLocal,
  checkNhsNumber,
  displayed,
} from '#core/patient/identifiers.ts'
import { matchOf, nameKey } from '#core/patient/match.ts'
import { identitySchema } from '#core/patient/patient.ts'
import fc from '#test/support/properties.ts'

describe('an NHS number', () => {
  it('is known by its check digit: published examples', () => {
    for (const number of ['9434765919', '6541003238', '4146515092']) {
      assert.deepEqual(checkNhsNumber(number), { value: number })
    }
  })

  it('may be typed with spaces and hyphens, and is shown 3-3-4', () => {
    for (const typed of ['943 476 5919', '943-476-5919', ' 943\u2011476\u00a05919 ']) {
      assert.deepEqual(checkNhsNumber(typed), { value: '9434765919' })
    }
    assert.equal(displayed({ system: 'nhs', value: '9434765919' }), '943 476 5919')
    assert.equal(displayed({ system: 'local', value: 'RX12345678' }), 'RX12345678')
  })

  it('is refused with a digit changed, with two neighbours swapped, too short, too long, not digits', () => {
    const number = '9434765919'
    for (let at = 0; at < 10; at++) {
      for (let digit = 0; digit < 10; digit++) {
        const typed = number.slice(0, at) + digit + number.slice(at + 1)
        assert.equal(checkNhsNumber(typed).problem === undefined, typed === number, typed)
      }
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      if (at < 9 && number[at] !== number[at + 1]) assert.ok(checkNhsNumber(swapped).problem, swapped)
    }
    for (const typed of [
      '',
      '943476591',
      '94347659190',
      '943476591X',
      '0000000000',
      '1111111111',
      '１２３',
    ]) {
      assert.match(checkNhsNumber(typed).problem ?? '', /^(Enter|The NHS number)/, typed)
    }
  })

  it('is never given out where its check digit would be 10', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 999_999_999 }), (nine) => {
        const digit = checkDigit(String(nine))
        for (let last = 0; last < 10; last++) {
          const isOne = new Set(`${nine}${last}`).size === 1
          assert.equal(checkNhsNumber(`${nine}${last}`).problem === undefined, digit === last && !isOne)
        }
      }),
    )
  })
})

describe('the other numbers', () => {
  it('a CHI number begins with the birth date', () => {
    const withDigit = (nine: string) => `${nine}${checkDigit(nine)}`
    assert.equal(checkChi(withDigit('010150123')).problem, undefined)
    assert.match(checkChi(withDigit('320150123')).problem ?? '', /birth date/)
    assert.match(checkChi(withDigit('300250125')).problem ?? '', /birth date/)
  })

  it('a CHI number may check itself by Modulus 10 as well, an NHS number may not', () => {
    // Worked by hand: doubled from the ninth digit back, 0+1+0+1+1+0+2+2+6 = 13, so that 7 brings it to 20.
    assert.equal(checkDigitModulus10('010150123'), 7)
    assert.notEqual(checkDigit('010150123'), 7)
    assert.equal(checkChi('0101501237').problem, undefined)
    assert.match(checkChi('0101501231').problem ?? '', /digit wrong/)
    const nine = '943476591'
    assert.ok(checkNhsNumber(`${nine}${checkDigitModulus10(nine)}`).problem)
  })

  it('a Health and Care number has its check digit, and is from the range of Northern Ireland', () => {
    const withDigit = (nine: string) => `${nine}${checkDigit(nine)}`
    for (const nine of ['320000001', '345678903', '399999999'])
      assert.deepEqual(checkHcn(withDigit(nine)), { value: withDigit(nine) })
    assert.match(checkHcn('3200000014').problem ?? '', /digit wrong/)
    // 320 000 000 and what has another first digit are England's, Wales's or nobody's.
    for (const number of [withDigit('320000000'), withDigit('400000004'), '9434765919'])
      assert.match(checkHcn(number).problem ?? '', /between 320 000 0010 and 399 999 9999/)
    assert.match(checkHcn('12').problem ?? '', /as in 320 000 0015/)
    assert.equal(checkHcn('320 000 0015').problem, undefined)
  })

  it('a hospital number is kept in capitals, without spaces', () => {
    assert.deepEqual(checkLocal(' rx 123/4 '), { value: 'RX123/4' })
    assert.ok(checkLocal("x'; drop table patient").problem)
    assert.deepEqual(checkIdentifier('local', 'a1'), { value: 'A1' })
  })
})

describe('an age', () => {
  it('grows on the birthday, and on 1 March for whoever was born on 29 February', () => {
    assert.equal(ageAt('1950-03-14', '2026-03-13'), 75)
    assert.equal(ageAt('1950-03-14', '2026-03-14'), 76)
    assert.equal(ageAt('1952-02-29', '2026-02-28'), 73)
    assert.equal(ageAt('1952-02-29', '2026-03-01'), 74)
    assert.equal(ageAt('2026-11-22', '2026-11-22'), 0)
  })

  it('is said in words; of who has died as it was then', () => {
    const birthOn = '1950-03-14'
    assert.equal(ageWords({ birthOn }, '2026-03-14'), '76 years')
    assert.equal(ageWords({ birthOn: '2025-03-14' }, '2026-11-22'), '1 year')
    assert.equal(ageWords({ birthOn, diedOn: '2020-03-13' }, '2026-03-14'), 'died at 69 years')
  })
})

describe('is this the same person?', () => {
  const ada = {
    ...{ givenName: 'Siobhán', familyName: 'O’Brien', birthOn: '1950-03-04' },
    identifiers: [{ system: 'nhs' as const, value: '9434765919' }],
  }
  const other = { ...ada, identifiers: [] }
  const likeness = (changes: Partial<typeof ada>) => matchOf(ada, { ...other, ...changes })?.likeness

  it('by the same number, whatever the name', () => {
    const found = matchOf(ada, { ...ada, givenName: 'X', familyName: 'Y', birthOn: '1990-01-01' })
    assert.equal(found?.likeness, 'same-number')
    assert.ok((matchOf(ada, ada)?.score ?? 0) > (found?.score ?? 100))
    assert.equal(matchOf(ada, ada)?.score, 100)
  })

  it('by birth date and name, without regard to case, accents and apostrophes', () => {
    for (const familyName of ["O'BRIEN", 'obrien', 'Ó’Brien']) {
      assert.equal(likeness({ givenName: 'SIOBHAN', familyName }), 'same-name-and-birth', familyName)
    }
  })

  it('by birth date and a similar name: a slip, a double name, given and family name swapped', () => {
    for (const changes of [
      { givenName: 'Shiobhan' },
      { familyName: 'O’Brein' },
      { familyName: 'O’Brien-Walsh' },
      { givenName: 'O’Brien', familyName: 'Siobhan' },
    ]) {
      assert.equal(likeness(changes), 'similar-name-same-birth', JSON.stringify(changes))
    }
  })

  it('by the same name with a slip in the birth date', () => {
    for (const birthOn of ['1950-04-03', '1951-03-04', '1950-03-05', '1950-08-04']) {
      assert.equal(likeness({ birthOn }), 'same-name-similar-birth', birthOn)
    }
  })

  it('not by a birth date alone, a name alone, or an empty name', () => {
    assert.equal(likeness({ givenName: 'Peter', familyName: 'Walker' }), undefined)
    assert.equal(likeness({ birthOn: '1988-12-30' }), undefined)
    assert.equal(likeness({ givenName: '', familyName: '' }), undefined)
  })

  it('the one way round and the other alike', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 })
    fc.assert(
      fc.property(word, word, word, word, (a, b, c, d) => {
        const one = { ...other, givenName: a, familyName: b }
        const two = { ...other, givenName: c, familyName: d }
        assert.deepEqual(matchOf(one, two), matchOf(two, one))
        assert.equal(nameKey(nameKey(a)), nameKey(a))
      }),
    )
  })
})

describe('an identity as typed', () => {
  const typed = {
    ...{ givenName: ' Ada ', familyName: 'Fictional', birthOn: '1950-03-14', sex: 'female' },
    identifiers: [{ system: 'nhs', value: '943 476 5919' }],
  }

  it('is kept trimmed, its numbers without spaces, its postcode as it is written on letters', () => {
    const kept = identitySchema.parse({ ...typed, postcode: 'ls13ex' })
    assert.equal(kept.givenName, 'Ada')
    assert.deepEqual(kept.identifiers, [{ system: 'nhs', value: '9434765919' }])
    assert.equal(kept.postcode, 'LS1 3EX')
  })

  it('is refused in words, field by field', () => {
    const wordsOf = (changes: object) =>
      identitySchema.safeParse({ ...typed, ...changes }).error?.issues.map(({ message }) => message)
    assert.deepEqual(wordsOf({ familyName: ' ' }), ['Enter the family name'])
    assert.deepEqual(wordsOf({ birthOn: '1950-02-30' }), ['Enter the birth date'])
    assert.deepEqual(wordsOf({ postcode: 'nowhere' }), ['Enter a full postcode, as in LS1 3EX'])
    assert.match(
      wordsOf({ identifiers: [{ system: 'nhs', value: '9434765918' }] })?.[0] ?? '',
      /a digit wrong/,
    )
    assert.match(wordsOf({ identifiers: [...typed.identifiers, ...typed.identifiers] })?.[0] ?? '', /twice/)
  })
})

describe('a name', () => {
  const named = (familyName: string) =>
    identitySchema.safeParse({
      givenName: 'Ada',
      familyName,
      birthOn: '1950-01-02',
      sex: 'female',
      identifiers: [],
    })

  it('may be written in any script, and has a letter in it', () => {
    for (const name of ['O’Neill', '李', 'Ó Briain-Smythe', 'ß'])
      assert.equal(named(name).success, true, name)
    for (const name of ['\u200b', '12', '-', '\u202e'])
      assert.equal(named(name).success, false, JSON.stringify(name))
  })
})
