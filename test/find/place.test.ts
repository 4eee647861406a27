/** Places by name: districts, towns, hospitals, regions; ambiguous ones are chosen, mistyped ones suggested. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressable, findPlace, placeAsked } from '#core/place/find-place.ts'
import { misspelling, plainWords } from '#core/place/spelling.ts'
import { areas } from '#store/network/areas.ts'
import { gazetteer } from '#store/place/gazetteer.ts'
import { organisations } from '#test/map/nation.ts'
import fc from '#test/support/properties.ts'

const places = gazetteer({}, () => organisations)
const find = (words: string) => findPlace(words, places)
const keyOf = (words: string) => {
  const found = find(words)
  return found.kind === 'place' ? found.place.key : found.kind
}

describe('a place', () => {
  it('is every district of the population by its own name', () => {
    const districts = new Set(areas().map(({ district }) => district))
    assert.equal(districts.size, 374)
    const unfound = [...districts].filter((name) => {
      const found = find(name)
      return !(found.kind === 'place' && found.place.name === name) && found.kind !== 'choose'
    })
    assert.deepEqual(unfound, [])
  })

  it('stands where people live: a district of islands is not at sea', () => {
    for (const words of ['Shetland', 'Orkney', 'Western Isles', 'Argyll and Bute', 'Isles of Scilly']) {
      const found = find(words)
      assert.ok(found.kind === 'place' && found.place.point, words)
      const { latitude, longitude } = found.place.point
      assert.ok(
        areas().some((area) => area.latitude === latitude && area.longitude === longitude),
        words,
      )
    }
  })

  it('is known by the names that people say', () => {
    for (const [words, key] of [
      ['leeds', 'district-leeds'],
      [' LEEDS ', 'district-leeds'],
      ['St Helens', 'district-st-helens'],
      ['saint helen’s', 'district-st-helens'],
      ['Edinburgh', 'district-city-of-edinburgh'],
      ['Glasgow', 'district-glasgow-city'],
      ['Hull', 'district-kingston-upon-hull'],
      ['Ynys Môn', 'district-isle-of-anglesey'],
      ['Outer Hebrides', 'district-na-h-eileanan-siar'],
      ['brighton', 'district-brighton-and-hove'],
      ['Derry', 'district-derry-city-and-strabane'],
      ['Wales', 'in-wales'],
      ['barts', 'at-R1H'],
      ['RR8', 'at-RR8'],
    ])
      assert.equal(keyOf(words ?? ''), key, words)
  })

  it('that several have the name of is to be chosen', () => {
    const newport = find('Newport')
    assert.ok(newport.kind === 'choose')
    assert.deepEqual(
      newport.places.map(({ name, within }) => `${name}, ${within}`),
      ['Newport, Wales', 'Newport, South East, England'],
    )
    for (const words of ['Richmond', 'Newcastle', 'London', 'royal'])
      assert.equal(keyOf(words), 'choose', words)
    const royal = find('royal')
    assert.ok(royal.kind === 'choose' && royal.places.length === 12 && royal.more > 10)
  })

  it('that is mistyped is suggested, the least slips first', () => {
    for (const [typed, meant] of [
      ['Manchster', 'Manchester'],
      ['Birmngham', 'Birmingham'],
      ['Sheffeild', 'Sheffield'],
      ['leds', 'Leeds'],
      ['Abedeen', 'Aberdeen City'],
    ]) {
      const found = find(typed ?? '')
      assert.ok(found.kind === 'none', typed)
      assert.equal(found.alike[0]?.name, meant, typed)
    }
    assert.deepEqual(find('qqqqqqqqq'), { kind: 'none', as: 'name', alike: [] })
  })

  it('on the Crown dependencies is known for what it is, by name too', () => {
    for (const [words, where] of [
      ['Jersey', 'JE'],
      ['Guernsey', 'GY'],
      ['Isle of Man', 'IM'],
    ]) {
      const found = find(words ?? '')
      assert.ok(found.kind === 'elsewhere' && found.where === where, words)
    }
  })

  it('is found again by its key', () => {
    for (const { key } of places.named) {
      const found = placeAsked(key, places)
      assert.ok(found.kind === 'place' && found.place.key === key, key)
    }
  })

  it('never puts a digit that somebody typed into an address, but in an outward code or a key', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9 ,.-]{0,24}$/),
      fc
        .tuple(fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2}[A-Z]?$/), fc.stringMatching(/^[0-9][A-Z]{2}$/))
        .map((two) => two.join(' ')),
    )
    fc.assert(
      fc.property(typed, (words) => {
        const address = addressable(words, find(words))
        if (address === null || places.byKey.has(address)) return
        if (/\d/.test(address)) assert.match(address, /^([A-Z]{1,2}[0-9][A-Z0-9]?|[A-Z][0-9][0-9W])$/, words)
      }),
      { numRuns: 1500 },
    )
  })
})

describe('a spelling', () => {
  it('is compared without capitals, accents and signs', () => {
    assert.equal(plainWords(' St. Mary’s & Môn '), 'st marys and mon')
  })

  it('is as many slips away as letters are changed, left out, put in or swapped', () => {
    for (const [one, other, slips] of [
      ['leeds', 'leeds', 0],
      ['leeds', 'leds', 1],
      ['leeds', 'ledes', 1],
      ['sheffield', 'sheffeild', 1],
      ['bath', 'bolton', 3],
    ] as const)
      assert.equal(misspelling(one, other, 2), slips, `${one} ${other}`)
  })
})
