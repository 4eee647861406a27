/** What if, worked by hand on five areas, and against a plain count of the same on random ones. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Nation } from '#core/catalogue/organisations.ts'
import type { Area, TravelTimes } from '#core/network/network.ts'
import { bandOf } from '#core/network/siting/reach.ts'
import { compareMinutes, homesOf, nearestMinutes, savedByHome, whatIf } from '#core/network/siting/what-if.ts'
import fc from '#test/support/properties.ts'

const never = Number.POSITIVE_INFINITY

const area = (code: string, population: number, district = 'Town', nation: Nation = 'England'): Area => ({
  ...{ code, name: code, district, nation, population, latitude: 53, longitude: -2 },
})

const areas = [
  area('a', 100),
  area('b', 200),
  area('c', 300, 'Glen', 'Scotland'),
  area('d', 0, 'Glen', 'Scotland'),
  area('e', 50, 'Isle', 'Scotland'),
]

const times: TravelTimes = {
  sites: ['X', 'Y', 'Z'],
  areas: ['a', 'b', 'c', 'd', 'e'],
  minutes: Float32Array.from([10, 40, 95, 95, never, 60, 20, 45, 45, never, 90, 80, 5, 5, 30]),
  basis: 'file',
  key: 'by hand',
}

describe('what if a service opened or closed', () => {
  it('counts who gains, by how much, and who has a way at last', () => {
    const { before, after, gain, lose } = whatIf(times, areas, ['X'], ['X', 'Z'])
    assert.deepEqual(before.bands, [100, 200, 0, 0, 300, 50])
    assert.deepEqual(after.bands, [450, 200, 0, 0, 0, 0])
    assert.equal(before.meanMinutes, (100 * 10 + 200 * 40 + 300 * 95) / 600)
    assert.equal(after.meanMinutes, (100 * 10 + 200 * 40 + 300 * 5 + 50 * 30) / 650)
    assert.deepEqual(gain, { people: 350, meanMinutes: 90, waysChanged: 50 })
    assert.deepEqual(lose, { people: 0, meanMinutes: null, waysChanged: 0 })
  })

  it('counts who loses when one closes, and nobody twice when one opens as another closes', () => {
    const closed = whatIf(times, areas, ['X', 'Y'], ['Y'])
    assert.deepEqual(closed.lose, { people: 100, meanMinutes: 50, waysChanged: 0 })
    assert.equal(closed.gain.people, 0)
    const moved = whatIf(times, areas, ['X'], ['Y'])
    assert.deepEqual(moved.gain, { people: 500, meanMinutes: (200 * 20 + 300 * 50) / 500, waysChanged: 0 })
    assert.deepEqual(moved.lose, { people: 100, meanMinutes: 50, waysChanged: 0 })
  })

  it('lists nations, and only those districts in which something changes, the most first', () => {
    const { nations, districts } = whatIf(times, areas, ['X'], ['X', 'Z'])
    assert.deepEqual(
      nations.map(({ name, gain }) => [name, gain.people]),
      [
        ['England', 0],
        ['Scotland', 350],
      ],
    )
    assert.deepEqual(
      districts.map(({ name, gain }) => [name, gain.people]),
      [
        ['Glen', 300],
        ['Isle', 50],
      ],
    )
  })

  it('of no service at all says that nobody has a way', () => {
    const { before, after, gain } = whatIf(times, areas, [], ['Y'])
    assert.equal(before.meanMinutes, null)
    assert.equal(before.bands.at(-1), 650)
    assert.deepEqual(gain, { people: 600, meanMinutes: null, waysChanged: 600 })
    assert.equal(after.bands.at(-1), 50)
  })

  it('knows no change where nothing changes, and passes over codes of nobody', () => {
    const { gain, lose, districts } = whatIf(times, areas, ['X'], ['X', 'NOBODY'])
    assert.equal(gain.people + lose.people, 0)
    assert.deepEqual(districts, [])
  })

  it('refuses minutes of other areas', () => {
    assert.throws(() => compareMinutes(areas, [1], [1]), RangeError)
  })

  it('finds each area’s home service, and what those about it save', () => {
    assert.deepEqual([...homesOf(times)], [0, 1, 2, 2, 2])
    const saved = savedByHome(
      { times, areas },
      nearestMinutes(times, ['X']),
      nearestMinutes(times, ['X', 'Z']),
    )
    assert.equal(saved.get('X'), 0)
    // 300 people save 90 minutes; 50 have a way at last, which counts as an hour.
    assert.equal(saved.get('Z'), (300 * 90 + 50 * 60) / 350)
  })

  it('ends a band at its last minute', () => {
    assert.deepEqual([0, 30, 30.01, 45, 60, 90, 90.5, never].map(bandOf), [0, 0, 1, 1, 2, 3, 4, 5])
  })

  it('agrees with a plain count, whatever is opened and closed', () => {
    const minutes = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant(never))
    const given = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 }))
      .chain(([sites, width]) =>
        fc.record({
          sites: fc.constant(sites),
          rows: fc.array(minutes, { minLength: sites * width, maxLength: sites * width }),
          people: fc.array(fc.nat(999), { minLength: width, maxLength: width }),
          before: fc.subarray([...Array(sites).keys()]),
          after: fc.subarray([...Array(sites).keys()]),
        }),
      )
    fc.assert(
      fc.property(given, ({ sites, rows, people, before, after }) => {
        const width = people.length
        const own = people.map((population, at) => area(String(at), population))
        const made: TravelTimes = {
          ...times,
          sites: [...Array(sites).keys()].map(String),
          areas: own.map(({ code }) => code),
          minutes: Float32Array.from(rows),
        }
        const nearest = (open: readonly number[], at: number) =>
          Math.min(never, ...open.map((site) => rows[site * width + at] as number))
        const found = whatIf(made, own, before.map(String), after.map(String))
        const sum = (wins: (was: number, is: number) => boolean) =>
          people.reduce((all, one, at) => all + (wins(nearest(before, at), nearest(after, at)) ? one : 0), 0)
        assert.equal(
          found.gain.people,
          sum((was, is) => is < was),
        )
        assert.equal(
          found.lose.people,
          sum((was, is) => is > was),
        )
        assert.equal(
          found.after.bands[0],
          sum((_, is) => is <= 30),
        )
        assert.equal(
          found.after.bands.reduce((all, one) => all + one, 0),
          found.after.people,
        )
      }),
    )
  })
})
