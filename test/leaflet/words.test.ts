/** The words around a leaflet by language: complete in English, and what another language must bring. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languageSchema } from '#core/leaflet/leaflet.ts'
import { pictograms } from '#core/leaflet/pictograms.ts'
import { SECTIONS } from '#core/leaflet/sections.ts'
import { ENGLISH } from '#core/leaflet/words/english.ts'
import { completed, dayIn, faultsOf, filled, missingWords, wordsOf } from '#core/leaflet/words/words.ts'

const all = Object.entries(ENGLISH).flatMap(([group, phrases]) =>
  Object.keys(phrases).map((id) => `${group}.${id}`),
)

describe('the words around a leaflet', () => {
  it('are complete in English: a heading a section, a name a picture', () => {
    assert.deepEqual(missingWords('en'), [])
    assert.deepEqual(Object.keys(ENGLISH.headings), [...SECTIONS])
    assert.deepEqual(Object.keys(ENGLISH.pictures), [...pictograms])
  })

  it('that a translator supplied stand in place of the English, which fills what is missing', () => {
    const { headings, page } = completed({ headings: { what: 'Supplied' } })
    assert.equal(headings.what, 'Supplied')
    assert.equal(headings.why, ENGLISH.headings.why)
    assert.equal(page.hospital, ENGLISH.page.hospital)
  })

  it('are missing where they are empty or lost a part that is filled in', () => {
    assert.deepEqual(faultsOf({}), all)
    assert.deepEqual(faultsOf(ENGLISH), [])
    const page = { ...ENGLISH.page, hospital: ' ', version: 'Version {version}', about: 'About {you}' }
    assert.deepEqual(faultsOf({ ...ENGLISH, page }), ['page.version', 'page.hospital', 'page.about'])
  })

  it('of every language are whole or English, never half a phrase', () => {
    for (const language of languageSchema.options) {
      const words = wordsOf(language)
      assert.deepEqual(
        Object.entries(words).flatMap(([group, phrases]) =>
          Object.keys(phrases).map((id) => `${group}.${id}`),
        ),
        all,
      )
    }
  })

  it('take their parts as words, and leave what they do not know', () => {
    assert.equal(filled('{a} of {b}, {c}', { a: 1, b: '{a}' }), '1 of {a}, {c}')
    assert.equal(filled('{toString}', {}), '{toString}')
  })

  it('write a day as the language does', () => {
    assert.equal(dayIn('en', '2026-11-22'), '22 November 2026')
    assert.match(dayIn('cy', '2026-11-22'), /^22 \p{L}+ 2026$/u)
  })
})
