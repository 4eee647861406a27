/** Estimated travel times: over land by distance, over water by a listed crossing or not at all. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { distanceKm } from '#core/network/travel/distance.ts'
import {
  estimatedMinutes,
  estimatorOf,
  roadKm,
  roadMinutes,
  travelTimesOf,
  USUAL_ASSUMPTIONS,
} from '#core/network/travel/estimate.ts'
import { landOf } from '#core/network/travel/land.ts'
import { organisationsOf2017 } from '#store/catalogue/directory-file.ts'
import { areas } from '#store/network/areas.ts'
import { land } from '#store/network/land.ts'
import fc from '#test/support/properties.ts'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })
const belfast = at(54.597, -5.93)
const stranraer = at(54.903, -5.026)
const lerwick = at(60.155, -1.145)
const southsea = at(50.786, -1.091)
const ryde = at(50.729, -1.162)

/** A world of two squares and a speck, one degree each. */
const square = (west: number, south: number, size = 1) =>
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ] as const
const squares = [square(-4, 54), square(-2, 54), square(0, 54, 0.1)]
const names = [
  { name: 'West', ...at(54.5, -3.5), joinedTo: null, radiusKm: null },
  { name: 'East', ...at(54.5, -1.5), joinedTo: null, radiusKm: null },
  { name: 'Speck', ...at(54.05, 0.05), joinedTo: null, radiusKm: null },
]
const ferry = {
  from: { name: 'Westport', ...at(54.5, -3.01) },
  to: { name: 'Eastport', ...at(54.5, -1.99) },
  minutes: 90,
  source: 'made up',
}
const world = landOf(squares, names, [ferry])
const [west, east, speck] = [at(54.4, -3.6), at(54.6, -1.2), at(54.05, 0.05)]

describe('an estimate over land', () => {
  it('is 20 minutes for 10 km, 68 for 50, 117 for 100, and 1.4 times the distance by road', () => {
    assert.deepEqual(
      [10, 50, 100].map((km) => Math.round(roadMinutes(km))),
      [20, 68, 117],
    )
    assert.equal(roadKm(10), 14)
  })

  it('takes longer where roads wind more', () => {
    assert.ok(roadMinutes(40, { circuity: 1.5 }) > roadMinutes(40))
    assert.ok(roadMinutes(40, { circuity: 1.3 }) < roadMinutes(40))
  })

  it('multiplies what lies within Greater London by the urban factor, and nothing else', () => {
    const slow = { ...USUAL_ASSUMPTIONS, urbanFactor: 1.25 }
    const [strand, hackney, leeds, york] = [
      at(51.51, -0.12),
      at(51.55, -0.06),
      at(53.8, -1.55),
      at(53.96, -1.08),
    ]
    const ratio = (from: typeof strand, to: typeof strand) =>
      estimatedMinutes(from, to, land(), slow) / estimatedMinutes(from, to, land())
    assert.equal(ratio(strand, hackney), 1.25)
    assert.equal(ratio(leeds, york), 1)
    assert.equal(ratio(leeds, strand), 1)
  })

  it('is the same there and back', () => {
    const point = fc.record({
      latitude: fc.double({ min: 50, max: 59, noNaN: true }),
      longitude: fc.double({ min: -8, max: 1.5, noNaN: true }),
    })
    const minutes = estimatorOf(land())
    fc.assert(
      fc.property(point, point, (one, other) => {
        const [there, back] = [minutes(one, other), minutes(other, one)]
        assert.ok(there === back || Math.abs(there - back) < 1e-6 * there)
      }),
      { numRuns: 300 },
    )
  })
})

describe('an estimate over water', () => {
  it('goes by the listed crossing, with the road to one port and from the other', () => {
    const minutes = estimatedMinutes(west, east, world)
    const roads = roadMinutes(distanceKm(west, ferry.from)) + roadMinutes(distanceKm(ferry.to, east))
    assert.ok(Math.abs(minutes - (90 + roads)) < 1e-9)
  })

  it('is no way at all where no crossing is listed', () => {
    assert.equal(estimatedMinutes(west, speck, world), Number.POSITIVE_INFINITY)
    assert.equal(estimatedMinutes(west, east, landOf(squares, names, [])), Number.POSITIVE_INFINITY)
  })

  it('puts a point off the coarse coast on the nearest land', () => {
    assert.equal(world.landmassOf(at(54.5, -2.95)), 'West')
    assert.equal(world.landmassOf(at(54.5, -2.1)), 'East')
    assert.equal(world.landmassOf(at(53.2, 0.3)), 'Speck')
  })

  it('drives over a bridge', () => {
    const joined = names.map((one) => (one.name === 'East' ? { ...one, joinedTo: 'West' } : one))
    assert.equal(
      estimatedMinutes(west, east, landOf(squares, joined, [])),
      roadMinutes(distanceKm(west, east)),
    )
  })

  it('takes two crossings after each other where one does not lead there', () => {
    const second = {
      from: { name: 'Eastport', ...at(54.4, -1.01) },
      to: { name: 'Speckport', ...at(54.05, 0.01) },
      minutes: 30,
      source: 'made up',
    }
    const both = landOf(squares, names, [ferry, second])
    const roads = [
      distanceKm(west, ferry.from),
      distanceKm(ferry.to, second.from),
      distanceKm(second.to, speck),
    ]
    const expected = 120 + roads.reduce((sum, km) => sum + roadMinutes(km), 0)
    assert.ok(Math.abs(estimatedMinutes(west, speck, both) - expected) < 1e-9)
  })

  it('is the same for many at once as for one by one, wherever they are', () => {
    const some = areas().filter((_, index) => index % 149 === 0)
    const sites = organisationsOf2017().filter(({ code }, index) => index % 11 === 0 || code.startsWith('ZT'))
    const many = travelTimesOf(sites, some, land())
    const single = estimatorOf(land())
    sites.forEach((site, row) => {
      some.forEach((area, column) => {
        const [one, other] = [many.minutes[row * some.length + column] ?? 0, single(site, area)]
        assert.ok(one === other || Math.abs(one - other) < 1e-4 * other, `${site.code} to ${area.code}`)
      })
    })
  })
})

describe('the land of the United Kingdom', () => {
  it('does not drive 12 km over the Solent in 20 minutes', () => {
    assert.ok(distanceKm(southsea, ryde) < 9)
    assert.ok(estimatedMinutes(southsea, ryde, land()) > 45)
  })

  it('goes from Belfast to Stranraer by a listed crossing only', () => {
    const all = land().crossings
    const minutes = estimatedMinutes(belfast, stranraer, land())
    assert.ok(minutes > 135 && minutes < 175, `${minutes}`)
    const { landmassOf } = land()
    const without = all.filter(({ from }) => landmassOf(from) !== 'Ireland')
    assert.equal(
      estimatedMinutes(belfast, stranraer, { landmassOf, crossings: without }),
      Number.POSITIVE_INFINITY,
    )
  })

  it('is most of a day away from Lerwick to Aberdeen, waiting for the ferry not counted', () => {
    assert.ok(estimatedMinutes(lerwick, at(57.15, -2.1), land()) > 10 * 60)
  })

  it('joins what has a bridge, tunnel or causeway, and nothing else', () => {
    const { landmassOf } = land()
    const mainland = [
      ['Portree', 57.413, -6.194],
      ['Holyhead', 53.309, -4.633],
      ['Llangefni', 53.256, -4.314],
      ['Canvey', 51.517, 0.58],
      ['Hayling', 50.787, -0.977],
      ['Portsea', 50.8, -1.075],
      ['Sheerness', 51.44, 0.763],
      ['Mersea', 51.777, 0.92],
      ['Walney', 54.1, -3.26],
    ] as const
    for (const [name, latitude, longitude] of mainland) {
      assert.equal(landmassOf({ latitude, longitude }), 'Great Britain', name)
    }
    assert.equal(landmassOf(at(50.7, -1.29)), 'Isle of Wight')
    assert.equal(landmassOf(at(55.577, -5.15)), 'Arran')
    assert.equal(
      landmassOf(at(58.83, -2.96)),
      'Orkney Mainland',
      'South Ronaldsay, by the Churchill Barriers',
    )
    assert.equal(landmassOf(at(55.755, -4.927)), 'Great Cumbrae')
    assert.equal(landmassOf(belfast), 'Ireland')
  })

  it('puts every small area on the land that its district is on', () => {
    const { landmassOf } = land()
    const ofDistrict = (district: string) =>
      new Set(
        areas()
          .filter((area) => area.district === district)
          .map(landmassOf),
      )
    assert.deepEqual([...ofDistrict('Isle of Wight')], ['Isle of Wight'])
    assert.deepEqual([...ofDistrict('Isle of Anglesey')], ['Great Britain'])
    assert.ok(!ofDistrict('Na h-Eileanan Siar').has('Great Britain'))
    assert.ok(!ofDistrict('Orkney Islands').has('Great Britain'))
    assert.ok(!ofDistrict('Shetland Islands').has('Great Britain'))
    const ashore = areas().filter((area) => landmassOf(area) === 'Isle of Wight')
    assert.deepEqual(new Set(ashore.map(({ district }) => district)), new Set(['Isle of Wight']))
    for (const area of areas().filter(({ nation }) => nation === 'Northern Ireland')) {
      assert.ok(['Ireland', 'Rathlin'].includes(landmassOf(area)), area.name)
    }
    const english = areas().filter(({ nation }) => nation === 'England' || nation === 'Wales')
    const lands = new Set(english.map(landmassOf))
    assert.deepEqual(lands, new Set(['Great Britain', 'Isle of Wight', "St Mary's (Scilly)"]))
  })

  it('has a crossing for everybody who lives on an island, and says where each time is from', () => {
    const times = travelTimesOf(
      organisationsOf2017().filter(({ code }) => code === 'RJ7'),
      areas(),
      land(),
    )
    assert.ok(times.minutes.every((minutes) => Number.isFinite(minutes)))
    for (const { from, to, source } of land().crossings) {
      assert.ok(source.length > 10, `${from.name} to ${to.name}`)
      assert.notEqual(land().landmassOf(from), land().landmassOf(to), `${from.name} to ${to.name}`)
    }
  })

  it('gives each crossing the minutes that its source states in figures', () => {
    const stated = /(?<hours>\d+(?:\.\d+)?) h\b(?: (?<and>\d+) min)?|(?<alone>\d+) min/g
    const inFigures = land().crossings.flatMap(({ from, to, minutes, source }) => {
      const times = [...source.matchAll(stated)].map(({ groups }) =>
        groups?.hours ? Number(groups.hours) * 60 + Number(groups.and ?? 0) : Number(groups?.alone),
      )
      return times.length > 0 ? [{ way: `${from.name} to ${to.name}`, minutes, times }] : []
    })
    assert.ok(inFigures.length >= 40, `${inFigures.length}`)
    for (const { way, minutes, times } of inFigures) assert.ok(times.includes(minutes), way)
  })
})
