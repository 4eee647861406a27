/** How often in words, numbers and a picture; parts and what changed of them; terms; whether it is approved. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { changesBetween } from '#core/leaflet/compare.ts'
import { frequencyInWords, of100, of100InWords } from '#core/leaflet/frequency.ts'
import { isApproved, type LeafletBody, languageNamed, leafletBodySchema } from '#core/leaflet/leaflet.ts'
import { LEAFLETS, leafletOf } from '#core/leaflet/leaflets.ts'
import { partAt, withLocal } from '#core/leaflet/parts.ts'
import { peopleOf } from '#core/leaflet/people-picture.ts'
import { pictogramPaths } from '#core/leaflet/pictogram-paths.ts'
import { pictograms } from '#core/leaflet/pictograms.ts'
import { missingWords } from '#core/leaflet/words/words.ts'
import { GLOSSARY, withTerms } from '#core/plain/glossary.ts'
import fc from '#test/support/properties.ts'

const leaflet = leafletOf('nephrostomy')
assert.ok(leaflet)

describe('how often', () => {
  const said = (from: number, to: number, per: 100 | 1000 | 10_000) => frequencyInWords({ from, to, per })

  it('is said in a word and in numbers', () => {
    assert.equal(said(15, 25, 100), 'Very common: between 15 and 25 in every 100 people.')
    assert.equal(said(6, 6, 100), 'Common: about 6 in every 100 people.')
    assert.equal(said(1, 1, 100), 'Common: about 1 in every 100 people.')
    assert.equal(said(0, 1, 100), 'Uncommon: fewer than 1 in every 100 people.')
    assert.equal(said(1, 1, 1000), 'Uncommon: about 1 in every 1,000 people.')
    assert.equal(said(1, 3, 10_000), 'Rare: between 1 and 3 in every 10,000 people.')
    assert.equal(said(10, 100, 100), 'Very common: more than 10 in every 100 people.')
  })

  it('is drawn as 100 people, never as fewer than the numbers say', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(100 as const, 1000 as const, 10_000 as const),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.0001, max: 1, noNaN: true }),
        (per, a, b) => {
          const [from, to] = [Math.min(a, b) * per, Math.max(a, b) * per]
          const { happens, may, not } = of100({ from, to, per })
          assert.equal(happens + may + not, 100)
          assert.ok(happens >= 0 && may >= 0 && not >= 0)
          if (to < per) assert.ok(happens + may >= (to / per) * 100 - 1e-9)
          assert.equal(peopleOf({ happens, may, not }).length, 100)
        },
      ),
    )
  })

  it('of fewer than one in 100 marks one person at most, and says so', () => {
    assert.deepEqual(of100({ from: 1, to: 1, per: 1000 }), { happens: 0, may: 1, not: 99 })
    assert.match(of100InWords('Death', { from: 1, to: 1, per: 1000 }), /At most one of the 100 is marked/)
  })
})

describe('the parts of a leaflet', () => {
  it('are found by their address', () => {
    assert.equal(partAt(leaflet, 'local/ward')?.kind, 'local')
    assert.equal(partAt(leaflet, 'what/tube')?.kind, 'clinical')
    assert.equal(partAt(leaflet, 'questions/how-long')?.kind, 'question')
    assert.equal(partAt(leaflet, 'what/nothing'), undefined)
  })

  it('are compared one by one', () => {
    assert.deepEqual(changesBetween(leaflet, leaflet), [])
    const [first, ...others] = leaflet.risks
    assert.ok(first)
    const later: LeafletBody = {
      ...leaflet,
      local: { ...leaflet.local, telephone: '01632 960001' },
      risks: others,
      questions: [...leaflet.questions, { id: 'new', asks: 'May I bring my dog?' }],
    }
    assert.deepEqual(
      changesBetween(leaflet, later).map(({ path, kind, before, after }) => [
        path,
        kind,
        before === null,
        after === null,
      ]),
      [
        ['local/telephone', 'local', false, false],
        ['questions/new', 'question', true, false],
        [`risks/${first.id}`, 'clinical', false, true],
      ],
    )
  })

  it('take the service’s own telephone, and leave what they do not know', () => {
    assert.equal(
      withLocal('Ring {telephone} or {nobody}', leaflet.local),
      `Ring ${leaflet.local.telephone} or {nobody}`,
    )
    assert.equal(withLocal('{toString}', leaflet.local), '{toString}')
  })
})

describe('a leaflet is approved', () => {
  const signOff = { name: 'Dr A', role: 'Radiologist', on: '2026-11-22' }
  const translated = (state: 'machine' | 'checked'): LeafletBody => ({
    ...leaflet,
    language: 'cy',
    signOff,
    translation: {
      of: '1.0',
      state,
      checkedBy: state === 'checked' ? 'A translator' : null,
    },
  })

  it('once a clinician has signed it', () => {
    assert.equal(isApproved(leaflet), false)
    assert.equal(isApproved({ ...leaflet, signOff }), true)
  })

  it('never when a machine alone translated it', () => {
    assert.equal(isApproved({ ...translated('machine'), language: 'en' }), false)
    assert.equal(isApproved({ ...translated('checked'), language: 'en' }), true)
  })

  it('never while the words around it are not all in its language', () => {
    assert.notEqual(missingWords('cy').length, 0)
    assert.equal(isApproved(translated('checked')), false)
  })

  it('and a translation that nobody checked cannot say that somebody did', () => {
    assert.ok(leafletBodySchema.safeParse(translated('checked')).success)
    const claimed = translated('machine')
    assert.ok(
      !leafletBodySchema.safeParse({
        ...claimed,
        translation: { ...claimed.translation, checkedBy: 'Somebody' },
      }).success,
    )
  })
})

describe('the doctors’ words', () => {
  const marked = (text: string) =>
    withTerms(text, new Set()).flatMap(({ term, text: piece }) => (term ? [`${piece}=${term.id}`] : []))

  it('are marked the first time, whole words only, abbreviations as they are written', () => {
    assert.deepEqual(marked('A stent. A stent. Stents are consistent.'), ['stent=stent'])
    assert.deepEqual(marked('The oil rig, a RIG and a PEG'), ['RIG=rig', 'PEG=peg'])
    assert.deepEqual(marked('post-embolisation syndrome'), [
      'post-embolisation syndrome=post-embolisation-syndrome',
    ])
  })

  it('leave the text as it was', () => {
    for (const { sections } of LEAFLETS)
      for (const { says } of Object.values(sections).flat())
        assert.equal(
          withTerms(says, new Set())
            .map(({ text }) => text)
            .join(''),
          says,
        )
  })

  it('stand in the glossary once, A to Z', () => {
    const ids = GLOSSARY.map(({ id }) => id)
    assert.deepEqual(ids, [...new Set(ids)])
    for (const { procedure, id } of GLOSSARY) if (procedure) assert.ok(leafletOf(procedure), id)
  })

  it('and each picture of easy read is drawn', () => {
    for (const name of pictograms) assert.match(pictogramPaths[name], /^M/)
  })
})

describe('the language that a record names', () => {
  it('is found in its own words or in English, and is never taken for English where it is not', () => {
    assert.deepEqual(['English', 'english ', 'Welsh', 'Cymraeg', 'Polish'].map(languageNamed), [
      'en',
      'en',
      'cy',
      'cy',
      null,
    ])
  })
})
