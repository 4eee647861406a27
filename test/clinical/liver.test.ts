/** Liver scores against published and computed vectors, their boundaries, and what they say of missing inputs. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { albi } from '#core/clinical/albi.ts'
import { childPugh } from '#core/clinical/child-pugh.ts'
import { hasLiverInputs, liverFunction, typedLiverInputs } from '#core/clinical/liver-function.ts'
import { meld, meldNa } from '#core/clinical/meld.ts'
import { typedNumber, typedOf, typedYesNo } from '#core/clinical/typed.ts'
import fc from '#test/support/properties.ts'

describe('ALBI', () => {
  const vectors = [
    [17, 40, '-2.5879', 2],
    [34, 30, '-1.5392', 2],
    [10, 45, '-3.1650', 1],
    [60, 26, '-1.0364', 3],
  ] as const
  for (const [bilirubin, albumin, score, grade] of vectors) {
    it(`of bilirubin ${bilirubin} and albumin ${albumin} is ${score}, grade ${grade}`, () => {
      const result = albi({ bilirubin, albumin })
      assert.ok(result.computable)
      assert.equal(result.score.toFixed(4), score)
      assert.equal(result.grade, grade)
    })
  }

  it('says which input is missing', () => {
    assert.deepEqual(albi({ albumin: 40 }), {
      computable: false,
      missing: ['bilirubin'],
      words: 'Not computable: bilirubin is missing',
    })
    const neither = albi({})
    assert.ok(!neither.computable)
    assert.equal(neither.words, 'Not computable: bilirubin and albumin are missing')
  })

  it('refuses what has no logarithm', () => {
    const result = albi({ bilirubin: 0, albumin: 40 })
    assert.ok(!result.computable)
    assert.equal(result.words, 'Not computable: bilirubin has to be a number above 0')
  })
})

describe('Child-Pugh', () => {
  const well = { bilirubin: 20, albumin: 40, inr: 1.1, ascites: 'none', encephalopathy: 'none' } as const
  const points = (inputs: Parameters<typeof childPugh>[0], cutOff?: '28' | '30') => {
    const result = childPugh(inputs, cutOff)
    assert.ok(result.computable)
    return result.points
  }

  it('is A with 5 points where nothing is wrong, and C with 15 where everything is', () => {
    const best = childPugh(well)
    assert.ok(best.computable)
    assert.deepEqual([best.points, best.class, best.cutOff], [5, 'A', '28'])
    const ill = { bilirubin: 60, albumin: 20, inr: 3, ascites: 'refractory', encephalopathy: '3-4' } as const
    const worst = childPugh(ill, '30')
    assert.ok(worst.computable)
    assert.deepEqual([worst.points, worst.class, worst.cutOff], [15, 'C', '30'])
  })

  it('counts each boundary as two points', () => {
    for (const [bilirubin, expected] of [
      [33.9, 5],
      [34, 6],
      [51, 6],
      [51.1, 7],
    ] as const)
      assert.equal(points({ ...well, bilirubin }), expected, `${bilirubin} µmol/L`)
    for (const [inr, expected] of [
      [1.69, 5],
      [1.7, 6],
      [2.3, 6],
      [2.31, 7],
    ] as const)
      assert.equal(points({ ...well, inr }), expected, `INR ${inr}`)
    for (const [albumin, expected] of [
      [35.1, 5],
      [35, 6],
      [28, 6],
      [27.9, 7],
    ] as const)
      assert.equal(points({ ...well, albumin }), expected, `${albumin} g/L`)
  })

  it('keeps the albumin cut-off that it used, and says when the other gives another class', () => {
    const inputs = { ...well, albumin: 29, bilirubin: 20 }
    const by28 = childPugh(inputs, '28')
    const by30 = childPugh(inputs, '30')
    assert.ok(by28.computable && by30.computable)
    assert.deepEqual([by28.points, by28.class, by28.byOtherCutOff], [6, 'A', { points: 7, class: 'B' }])
    assert.deepEqual([by30.points, by30.class, by30.byOtherCutOff], [7, 'B', { points: 6, class: 'A' }])
  })

  it('steps from A to B at 7 and from B to C at 10', () => {
    const classAt = (inputs: Parameters<typeof childPugh>[0]) => {
      const result = childPugh(inputs)
      assert.ok(result.computable)
      return `${result.points}${result.class}`
    }
    assert.equal(classAt({ ...well, ascites: 'controlled' }), '6A')
    assert.equal(classAt({ ...well, ascites: 'refractory' }), '7B')
    assert.equal(classAt({ ...well, ascites: 'refractory', encephalopathy: '3-4' }), '9B')
    assert.equal(classAt({ ...well, ascites: 'refractory', encephalopathy: '3-4', inr: 2 }), '10C')
  })

  it('needs all five', () => {
    const result = childPugh({ bilirubin: 20, albumin: 40 })
    assert.ok(!result.computable)
    assert.equal(result.words, 'Not computable: INR, ascites and encephalopathy are missing')
  })
})

describe('MELD', () => {
  // Creatinine 1.0 and bilirubin 1.5 mg/dL.
  const published = { creatinine: 88.4, bilirubin: 25.65, inr: 1.5 }

  it('comes to the published vector: 13, and 15 with sodium 135', () => {
    assert.deepEqual(meld(published), { computable: true, score: 13 })
    assert.deepEqual(meldNa({ ...published, sodium: 135 }), {
      computable: true,
      score: 15,
      meld: 13,
      convention: 'above-11',
    })
  })

  it('is the same at the last value that counts as 1.0 mg/dL, and more a little above it', () => {
    const scoreAt = (creatinine: number, bilirubin: number) => {
      const result = meld({ creatinine, bilirubin, inr: 1.5 })
      assert.ok(result.computable)
      return result.score
    }
    assert.equal(scoreAt(88.4, 17.1), scoreAt(20, 2))
    // 10 × (0.957 ln 2 + 0.378 ln 3 + 1.12 ln 1.5 + 0.643) = 21.76
    assert.equal(scoreAt(176.8, 51.3), 22)
    // 17.5 is reached by a creatinine of 1.9783 mg/dL alone, and by a bilirubin of 5.6252 mg/dL alone.
    assert.deepEqual([scoreAt(174.9, 2), scoreAt(174.8, 2)], [18, 17])
    assert.deepEqual([scoreAt(20, 96.2), scoreAt(20, 96.1)], [18, 17])
  })

  it('counts small values as 1, so that it is never below 6', () => {
    assert.deepEqual(meld({ creatinine: 20, bilirubin: 2, inr: 0.6 }), { computable: true, score: 6 })
  })

  it('is never above 40', () => {
    assert.deepEqual(meld({ creatinine: 900, bilirubin: 900, inr: 12 }), { computable: true, score: 40 })
  })

  it('counts creatinine as at most 4.0 mg/dL, and as 4.0 under dialysis, where it need not be known', () => {
    const four = meld({ ...published, creatinine: 353.6 })
    assert.deepEqual(meld({ ...published, creatinine: 795.6 }), four)
    assert.deepEqual(meld({ bilirubin: published.bilirubin, inr: 1.5, dialysed: true }), four)
    assert.deepEqual(meld({ ...published, dialysed: true }), four)
  })

  it('counts sodium as 125 to 137', () => {
    const at = (sodium: number) => meldNa({ ...published, sodium })
    assert.deepEqual(at(110), at(125))
    assert.deepEqual(at(150), at(137))
    const normal = at(137)
    assert.ok(normal.computable)
    assert.equal(normal.score, 13)
  })

  it('leaves sodium out up to MELD 11, as OPTN policy 9.1.D does, unless the other convention is chosen', () => {
    const mild = { creatinine: 80, bilirubin: 15, inr: 1.2, sodium: 125 }
    const [always, above] = [meldNa(mild, 'always'), meldNa(mild)]
    assert.ok(always.computable && above.computable)
    assert.ok(always.score > always.meld)
    assert.equal(above.score, above.meld)
    assert.equal(above.convention, 'above-11')
    const scoresAt = (inr: number) => {
      const result = meldNa({ ...published, inr, sodium: 125 })
      assert.ok(result.computable)
      return [result.meld, result.score > result.meld]
    }
    assert.deepEqual(scoresAt(1.35), [11, false])
    assert.deepEqual(scoresAt(1.4), [12, true])
  })

  it('never falls when a test gets worse', () => {
    const value = fc.double({ min: 1, max: 900, noNaN: true })
    const check = (creatinine: number, bilirubin: number, more: number) => {
      const [less, worse] = [
        meld({ creatinine, bilirubin, inr: 1.5 }),
        meld({ creatinine: creatinine + more, bilirubin: bilirubin + more, inr: 1.6 }),
      ]
      assert.ok(less.computable && worse.computable && worse.score >= less.score)
    }
    fc.assert(fc.property(value, value, value, check))
  })

  it('says which input is missing', () => {
    const result = meldNa({ bilirubin: 20, inr: 1.1 })
    assert.ok(!result.computable)
    assert.equal(result.words, 'Not computable: creatinine and sodium are missing')
  })
})

describe('the liver function of a work-up', () => {
  it('is four lines, whatever is typed, and none of them says NaN', () => {
    const typed = fc.dictionary(
      fc.constantFrom('bilirubin', 'albumin', 'inr', 'creatinine', 'sodium', 'dialysed', 'ascites'),
      fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('none', 'yes', '0', '-1', '1e9', '1,5')),
    )
    fc.assert(
      fc.property(typed, (fields) => {
        const lines = liverFunction(typedLiverInputs(fields))
        assert.equal(lines.length, 4)
        for (const { words } of lines) assert.doesNotMatch(words, /NaN|Infinity|undefined/)
      }),
    )
  })

  it('says each result, and what it was worked out by', () => {
    const mild = { bilirubin: 15, albumin: 29, inr: 1.2, creatinine: 80, sodium: 125 }
    const lines = (inputs: Parameters<typeof liverFunction>[0]) =>
      liverFunction({ ...inputs, ascites: 'none', encephalopathy: 'none' }).map(
        ({ title, words, detail }) => `${title}: ${words}. ${detail}`,
      )
    const byThirty = { ...mild, childPughAlbuminCutOff: '30' } as const
    assert.deepEqual(lines(byThirty), [
      'Child-Pugh: B, 7 points. Lower albumin cut-off 30 g/L; by 28 g/L it is A, 6 points',
      'ALBI: Grade 2, −1.69. ',
      'MELD: 8. ',
      'MELD-Na: 8. Sodium counts only above MELD 11 (OPTN policy of 2016)',
    ])
    assert.equal(
      lines(mild)[0],
      'Child-Pugh: A, 6 points. Lower albumin cut-off 28 g/L, as none was chosen; by 30 g/L it is B, 7 points',
    )
    assert.deepEqual(lines({ ...mild, dialysed: true }).slice(2), [
      'MELD: 22. Dialysed twice in the last week: creatinine counts as 4.0 mg/dL',
      'MELD-Na: 29. ',
    ])
    // Where sodium is normal, or counts, there is nothing to say.
    assert.equal(lines({ ...mild, sodium: 137 })[3], 'MELD-Na: 8. ')
    assert.match(
      lines({ ...mild, bilirubin: 25.65, inr: 1.35, creatinine: 88.4 })[3] ?? '',
      /^MELD-Na: 11. .*only above/,
    )
    assert.doesNotMatch(
      lines({ ...mild, bilirubin: 25.65, inr: 1.4, creatinine: 88.4 })[3] ?? '',
      /only above/,
    )
  })

  it('is there to be shown once one of its tests is, and each line says whether it could be computed', () => {
    assert.equal(hasLiverInputs({}), false)
    assert.equal(hasLiverInputs({ dialysed: true, childPughAlbuminCutOff: '28' }), false)
    for (const one of [
      ...[{ bilirubin: 17 }, { albumin: 40 }, { inr: 1 }, { creatinine: 80 }, { sodium: 138 }],
      ...([{ ascites: 'none' }, { encephalopathy: 'none' }] as const),
    ])
      assert.equal(hasLiverInputs(one), true, JSON.stringify(one))
    const computed = (inputs: Parameters<typeof liverFunction>[0]) =>
      liverFunction(inputs).map(({ computable }) => computable)
    const blood = { bilirubin: 17, albumin: 40, inr: 1.1, creatinine: 80, sodium: 138 }
    assert.deepEqual(computed({ ...blood, ascites: 'none', encephalopathy: 'none' }), [
      true,
      true,
      true,
      true,
    ])
    assert.deepEqual(computed(blood), [false, true, true, true])
    assert.deepEqual(computed({ bilirubin: 17, albumin: 40 }), [false, true, false, false])
  })

  it('is the same from a body as from its fields as typed', () => {
    const body = {
      ...{ bilirubin: 41, albumin: 29, inr: 1.4, creatinine: 88.4, sodium: 131, dialysed: false },
      ...({ ascites: 'controlled', encephalopathy: 'none', childPughAlbuminCutOff: '30' } as const),
    }
    assert.deepEqual(liverFunction(typedLiverInputs(typedOf(body))), liverFunction(body))
  })

  it('reads a yes and a no as forms send them', () => {
    for (const text of ['yes', 'true', 'on']) assert.equal(typedYesNo(text), true, text)
    for (const text of ['no', 'false']) assert.equal(typedYesNo(text), false, text)
    for (const text of ['', 'off', undefined]) assert.equal(typedYesNo(text), undefined, text)
  })

  it('reads numbers as people type them, and nothing else', () => {
    for (const [text, value] of [
      [' 12.5 ', 12.5],
      ['.5', 0.5],
      ['12,5', undefined],
      ['1e3', undefined],
      ['-3', undefined],
      ['', undefined],
    ] as const)
      assert.equal(typedNumber(text), value, text)
  })
})
