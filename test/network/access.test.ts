/** Access and floating catchments, on numbers worked by hand and on random ones. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  accessTo,
  districtsOf,
  reachByNation,
  reachByRegion,
  scaled,
  shareWithin,
  worstServed,
} from '#core/network/access.ts'
import { meanAccess, twoStepFloatingCatchment } from '#core/network/catchment.ts'
import type { Area, TravelTimes } from '#core/network/network.ts'
import { regionsOf } from '#core/network/regions.ts'
import fc from '#test/support/properties.ts'

const never = Number.POSITIVE_INFINITY

function area(code: string, population: number, district = 'Ham', nation: Area['nation'] = 'England'): Area {
  return { code, name: code, district, nation, population, latitude: 52, longitude: -1 }
}

function timesOf(
  areas: readonly { code: string }[],
  rows: Readonly<Record<string, readonly number[]>>,
): TravelTimes {
  const sites = Object.keys(rows)
  return {
    sites,
    areas: areas.map(({ code }) => code),
    minutes: Float32Array.from(Object.values(rows).flat()),
    basis: 'file',
    key: 'by hand',
  }
}

const areas = [
  area('A1', 100),
  area('A2', 300),
  area('B1', 200, 'Bury'),
  area('C1', 0, 'Coll', 'Scotland'),
  area('D1', 50, 'Dee', 'Scotland'),
]
const times = timesOf(areas, {
  N: [10, 50, 95, 20, never],
  M: [40, 30, 100, 10, never],
  S: [5, 5, 5, 5, 5],
})

describe('access to the nearest service that offers a procedure', () => {
  const access = accessTo(['M', 'N', 'nowhere'], times, areas)

  it('takes the nearest of those that offer it, and no other', () => {
    assert.deepEqual([...access.minutes], [10, 30, 95, 10, never])
    assert.deepEqual([...access.nearest], [0, 1, 0, 1, -1])
  })

  it('counts people by band, nation and region; 30 minutes are within 30', () => {
    const [all, england, scotland] = reachByNation(access, areas)
    assert.deepEqual(all?.reach.bands, [400, 0, 0, 0, 200, 50])
    assert.equal(shareWithin(all?.reach ?? assert.fail(), 30), 400 / 650)
    assert.equal(england?.name, 'England')
    assert.equal(shareWithin(scotland?.reach ?? assert.fail(), 90), 0)
    const regions = reachByRegion(access, areas, ['East', 'West', 'East', null, 'North'])
    assert.deepEqual(
      regions.map(({ name, reach }) => [name, reach.people]),
      [
        ['East', 300],
        ['West', 300],
        ['North', 50],
      ],
    )
  })

  it('puts first the district in which nobody has a way, and leaves out the one in which nobody lives', () => {
    assert.deepEqual(
      worstServed(access, areas, 9).map(({ name, longestMinutes }) => [name, longestMinutes]),
      [
        ['Dee', never],
        ['Bury', 95],
        ['Ham', 30],
      ],
    )
    assert.equal(districtsOf(access, areas).at(-1)?.name, 'Coll')
    assert.equal(shareWithin(districtsOf(access, areas).at(-1)?.reach ?? assert.fail(), 45), null)
    assert.deepEqual(districtsOf(access, areas)[2]?.own, [1, 0])
  })

  it('is no way at all where nobody offers it', () => {
    const none = accessTo([], times, areas)
    assert.ok(none.minutes.every((minutes) => minutes === never))
    assert.equal(worstServed(none, areas, 9).length, 3)
  })

  it('refuses areas that are not those of the travel times', () => {
    assert.throws(() => accessTo(['N'], times, areas.slice(1)), RangeError)
  })

  it('never gets worse with one more service, nor better with longer ways', () => {
    const row = fc.array(fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constant(never)), {
      minLength: 5,
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 1, max: 3, noNaN: true }),
        (rows, factor) => {
          const many = timesOf(areas, Object.fromEntries(rows.map((each, at) => [`s${at}`, each])))
          const [fewer, all] = [accessTo(many.sites.slice(1), many, areas), accessTo(many.sites, many, areas)]
          assert.ok(all.minutes.every((minutes, at) => minutes <= (fewer.minutes[at] ?? 0)))
          const [whole] = reachByNation(all, areas)
          assert.equal(
            whole?.reach.bands.reduce((sum, people) => sum + people, 0),
            650,
          )
          const [longer] = reachByNation(scaled(all, factor), areas)
          for (const limit of [30, 45, 60, 90] as const) {
            const [before, after] = [whole?.reach, longer?.reach].map((reach) =>
              shareWithin(reach ?? assert.fail(), limit),
            )
            assert.ok((after ?? 0) <= (before ?? 0))
          }
        },
      ),
    )
  })
})

describe('the region of an area', () => {
  it('is that of the nearest service of its own nation, however near another nation’s is', () => {
    const at = (latitude: number, nation: Area['nation'], region: string) => ({
      latitude,
      longitude: -3,
      nation,
      region,
    })
    const sites = [at(55.2, 'England', 'North'), at(52, 'England', 'South'), at(56, 'Scotland', 'East')]
    assert.deepEqual(
      regionsOf(
        [at(55.3, 'Scotland', ''), at(54, 'England', ''), at(52.5, 'England', ''), at(52, 'Wales', '')],
        sites,
      ),
      ['East', 'North', 'South', null],
    )
  })
})

describe('the two-step floating catchment', () => {
  /*
   * Worked by hand. Within 30 minutes: site P (10 treatments a year) reaches areas 1, 2 and 3 with 20, 30 and 50
   * patients: 10 / 100 = 0.1 each. Site Q (30) reaches areas 3 and 4 with 50 and 10: 30 / 60 = 0.5 each. So areas 1
   * and 2 have 0.1, area 3 has 0.6, area 4 has 0.5, and area 5, which nothing reaches, 0. All in all
   * 20 x 0.1 + 30 x 0.1 + 50 x 0.6 + 10 x 0.5 = 40, which is what the two sites do.
   */
  const places = ['1', '2', '3', '4', '5'].map((code) => area(code, 1000))
  const byHand = {
    times: timesOf(places, { P: [10, 20, 30, 31, 90], Q: [45, 60, 15, 30, 90], R: [1, 1, 1, 1, 1] }),
    supply: new Map([
      ['P', 10],
      ['Q', 30],
    ]),
    demand: [20, 30, 50, 10, 40],
    within: 30,
  }

  it('is what it is by hand', () => {
    const { sites, access, supplyInReach, demandInReach } = twoStepFloatingCatchment(byHand)
    assert.deepEqual(sites, [
      { code: 'P', supply: 10, demand: 100, ratio: 0.1 },
      { code: 'Q', supply: 30, demand: 60, ratio: 0.5 },
    ])
    assert.deepEqual([...access], [0.1, 0.1, 0.6, 0.5, 0])
    assert.equal(supplyInReach, 40)
    assert.equal(demandInReach, 110)
    assert.equal(meanAccess({ access }, byHand.demand, [0, 1, 2, 3]), 40 / 110)
    assert.equal(meanAccess({ access }, byHand.demand, []), null)
  })

  it('hands out exactly what is there: patients times access add up to the supply that reaches anybody', () => {
    const number = fc.double({ min: 0, max: 500, noNaN: true })
    const five = fc.array(number, { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(
        five,
        fc.array(five, { minLength: 1, maxLength: 5 }),
        five,
        number,
        (demand, rows, supplies, within) => {
          const problem = {
            times: timesOf(places, Object.fromEntries(rows.map((row, at) => [`s${at}`, row]))),
            supply: new Map(rows.map((_, at) => [`s${at}`, supplies[at] ?? 0])),
            demand,
            within,
          }
          const { access, supplyInReach } = twoStepFloatingCatchment(problem)
          const handed = demand.reduce((sum, patients, at) => sum + patients * (access[at] ?? 0), 0)
          fc.pre(Number.isFinite(handed))
          assert.ok(Math.abs(handed - supplyInReach) <= 1e-6 * (1 + supplyInReach))
        },
      ),
    )
  })

  it('gives an area without patients what its neighbours have, and a site that reaches nobody no ratio', () => {
    const empty = twoStepFloatingCatchment({ ...byHand, demand: [0, 30, 50, 10, 40] })
    assert.equal(empty.access[0], 10 / 80)
    const alone = twoStepFloatingCatchment({ ...byHand, demand: [0, 0, 0, 0, 40] })
    assert.deepEqual(
      alone.sites.map(({ ratio }) => ratio),
      [null, null],
    )
    assert.deepEqual([...alone.access], [0, 0, 0, 0, 0])
  })

  it('refuses a demand below nothing or of other areas', () => {
    assert.throws(() => twoStepFloatingCatchment({ ...byHand, demand: [1, 2, 3, 4, -5] }), RangeError)
    assert.throws(() => twoStepFloatingCatchment({ ...byHand, demand: [1] }), RangeError)
    assert.throws(
      () => twoStepFloatingCatchment({ ...byHand, supply: new Map([['P', Number.NaN]]) }),
      RangeError,
    )
  })
})
