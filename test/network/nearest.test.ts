/** The nearest of many places, beside sorting all of them by their distance. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distanceKm } from '#core/network/travel/distance.ts'
import { nearestPlaces } from '#core/network/travel/nearest.ts'
import fc from '#test/support/properties.ts'

const point = fc.record({
  latitude: fc.double({ min: 49.5, max: 61, noNaN: true }),
  longitude: fc.double({ min: -9, max: 2.5, noNaN: true }),
})

describe('the nearest places', () => {
  it('are the first of all places in the order of their distance, for as many as there are', () => {
    const several = fc.array(point, { maxLength: 30 })
    fc.assert(
      fc.property(several, several, fc.integer({ min: 0, max: 7 }), (points, places, count) => {
        const found = nearestPlaces(points, places, count)
        points.forEach((one, at) => {
          const sorted = places.map((place) => distanceKm(one, place)).sort((a, b) => a - b)
          for (let rank = 0; rank < count; rank++) {
            const place = found.places[at * count + rank] ?? -1
            const km = found.km[at * count + rank] ?? 0
            if (rank >= places.length) assert.deepEqual([place, km], [-1, Number.POSITIVE_INFINITY])
            else {
              assert.ok(Math.abs(km - (sorted[rank] ?? 0)) < 1e-6)
              assert.ok(Math.abs(km - distanceKm(one, places[place] ?? assert.fail())) < 1e-6)
            }
          }
        })
      }),
    )
  })

  it('are in the order of the list where two are alike near', () => {
    const spot = { latitude: 52, longitude: -1 }
    assert.deepEqual([...nearestPlaces([spot], [spot, spot, spot], 2).places], [0, 1])
  })
})
