/** Distances, beside GeographicLib: the geodesic library of their inventor. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import geographic from 'geographiclib-geodesic'
import { distanceKm, distancesKm, placed } from '#core/network/travel/distance.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { areas } from '#store/network/areas.ts'
import fc from '#test/support/properties.ts'

const { WGS84 } = geographic.Geodesic

function judged(one: { latitude: number; longitude: number }, other: typeof one): number {
  return (WGS84.Inverse(one.latitude, one.longitude, other.latitude, other.longitude).s12 ?? 0) / 1000
}

const inTheIsles = fc.record({
  latitude: fc.double({ min: 49.5, max: 61, noNaN: true }),
  longitude: fc.double({ min: -9, max: 2.5, noNaN: true }),
})
const onEarth = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the distance between two points', () => {
  it('is the geodesic’s to a thousandth of a per cent anywhere in the British Isles', () => {
    fc.assert(
      fc.property(inTheIsles, inTheIsles, (one, other) => {
        const truly = judged(one, other)
        assert.ok(Math.abs(distanceKm(one, other) - truly) <= truly * 1e-5 + 1e-6)
      }),
      { numRuns: 5000 },
    )
  })

  it('is the geodesic’s to 0.1 % anywhere on earth up to 8,000 km', () => {
    fc.assert(
      fc.property(onEarth, onEarth, (one, other) => {
        const truly = judged(one, other)
        fc.pre(truly <= 8000)
        assert.ok(Math.abs(distanceKm(one, other) - truly) <= truly * 1e-3 + 1e-6)
      }),
      { numRuns: 5000 },
    )
  })

  it('is the geodesic’s to 0.1 % from every organisation to a share of all small areas', () => {
    const some = areas().filter((_, at) => at % 97 === 0)
    const points = placed(some)
    let worst = 0
    for (const site of organisationsOf2017()) {
      const away = distancesKm(site, points)
      some.forEach((area, at) => {
        const truly = judged(site, area)
        worst = Math.max(worst, Math.abs((away[at] ?? 0) - truly) / truly)
      })
    }
    assert.ok(worst < 1e-5, `${worst}`)
  })

  it('is the same there and back, nothing to itself, and the same one by one as for many', () => {
    fc.assert(
      fc.property(inTheIsles, fc.array(inTheIsles, { maxLength: 20 }), (one, others) => {
        const many = distancesKm(one, placed(others))
        others.forEach((other, at) => {
          assert.ok(Math.abs((many[at] ?? 0) - distanceKm(other, one)) < 1e-9)
        })
        assert.equal(distanceKm(one, one), 0)
      }),
    )
  })
})
