/** The picture: every service has its land and its symbol, apart from the others, on the coast that it stands on. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { organisations } from '#test/map/nation.ts'
import fc from '#test/support/properties.ts'
import { landmassOf, nearestServiceAreas } from '#web/components/national-map/areas.ts'
import { coast } from '#web/components/national-map/coast.ts'
import { fanOut } from '#web/components/national-map/fan-out.ts'
import { APART, ground } from '#web/components/national-map/ground.ts'
import { CLASS_MARKS } from '#web/components/national-map/marks.ts'
import { NationalMap } from '#web/components/national-map/national-map.tsx'
import { pathwayCurve } from '#web/components/national-map/pathway-curve.ts'
import {
  contains,
  distanceToRing,
  insideRing,
  PICTURE,
  type Point,
  project,
} from '#web/components/national-map/plane.ts'

const land = ground(organisations)
const stands = [...land.stands.values()]

describe('the ground of the national map', () => {
  it('places every organisation of the directory', () => {
    assert.equal(organisations.length, 179)
    assert.equal(stands.length, 179)
  })

  it('has each organisation on the coast’s land, or within two kilometres of it', () => {
    for (const { code, longitude, latitude } of organisations) {
      const point = project(longitude, latitude)
      const home = landmassOf(point, coast().landmasses)
      assert.ok(home)
      const away = insideRing(point, home.ring) ? 0 : distanceToRing(point, home.ring)
      assert.ok(away <= 2, `${code} is ${away.toFixed(1)} km out at sea`)
    }
  })

  it('has each organisation inside the area that is nearest to it', () => {
    const areas = land.areas.flatMap((one) => one.areas)
    for (const { code, longitude, latitude } of organisations) {
      const own = areas.filter((area) => area.code === code)
      const point = project(longitude, latitude)
      const inside = own.some(({ ring }) => insideRing(point, ring) || distanceToRing(point, ring) < 2)
      assert.ok(inside, `${code} is not in its own area`)
    }
  })

  it('gives each point of the mainland to the service that is nearest on the sphere', () => {
    const main = land.areas[0]
    assert.ok(main)
    const mainland = organisations.filter(({ code }) => main.areas.some((area) => area.code === code))
    const somewhere = fc.tuple(
      fc.double({ min: -4.5, max: 0.8, noNaN: true }),
      fc.double({ min: 50.6, max: 57.5, noNaN: true }),
    )
    fc.assert(
      fc.property(somewhere, ([longitude, latitude]) => {
        const point = project(longitude, latitude)
        const area = main.areas.find(({ ring }) => insideRing(point, ring))
        if (!area) return
        const away = (to: { longitude: number; latitude: number }) =>
          degreesBetween([longitude, latitude], [to.longitude, to.latitude])
        const nearest = Math.min(...mainland.map(away))
        const given = mainland.find(({ code }) => code === area.code)
        assert.ok(given && away(given) - nearest < 0.01, `${longitude}, ${latitude}`)
      }),
      { numRuns: 300 },
    )
  })

  it('lets no area jump the sea: an island with a service of its own is shared among its own', () => {
    const isle = nearestServiceAreas(organisations, coast()).find(({ areas }) =>
      areas.some(({ code }) => code === 'R1F'),
    )
    assert.ok(isle)
    assert.deepEqual(
      isle.areas.map(({ code }) => code),
      ['R1F'],
    )
  })

  it('keeps every two symbols apart, insets too', () => {
    for (const [index, one] of stands.entries()) {
      for (const other of stands.slice(index + 1)) {
        const apart = Math.hypot(one.symbol[0] - other.symbol[0], one.symbol[1] - other.symbol[1])
        assert.ok(apart >= APART - 0.01, `${one.code} and ${other.code} are ${apart.toFixed(1)} apart`)
      }
    }
  })

  it('keeps every symbol on the picture and near its true place', () => {
    for (const { code, symbol, place } of stands) {
      assert.ok(contains({ x: 0, y: 0, ...PICTURE }, symbol), code)
      assert.ok(Math.hypot(symbol[0] - place[0], symbol[1] - place[1]) < 30, code)
    }
  })
})

describe('fanning out', () => {
  it('parts any points, coincident ones too, and says the same twice', () => {
    const within = { x: 0, y: 0, width: 300, height: 300 }
    const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(points, (places) => {
        const spread = fanOut(places, { apart: 15, within, outside: [] })
        assert.deepEqual(spread, fanOut(places, { apart: 15, within, outside: [] }))
        for (const [index, one] of spread.entries()) {
          for (const other of spread.slice(index + 1)) {
            assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) > 14.8)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('the picture', () => {
  const services = organisations.map((organisation, index) => ({
    ...organisation,
    mark: Object.keys(CLASS_MARKS)[index % 6] ?? 'both',
    words: 'Supportive only',
    href: `/services/${organisation.code}`,
  }))
  const svg = renderToStaticMarkup(
    createElement(NationalMap, { title: 'A map', description: 'Of services', services, marks: CLASS_MARKS }),
  )

  it('has every service as a link with its name', () => {
    assert.equal(svg.match(/<a href="\/services\//g)?.length, 179)
    for (const { name } of organisations)
      assert.ok(svg.includes(`aria-label="${escaped(name)}: supportive only"`), name)
  })

  it('has a title and a description, and no style attribute or script', () => {
    assert.match(svg, /<title id="map-title">A map<\/title><desc id="map-description">Of services<\/desc>/)
    assert.doesNotMatch(svg, / style=|<script/)
  })

  it('leaves a filtered service without a symbol and without its tint', () => {
    const quiet = services.map((service, index) => ({ ...service, quiet: index > 0 }))
    const few = renderToStaticMarkup(
      createElement(NationalMap, { title: '', description: '', services: quiet, marks: CLASS_MARKS }),
    )
    assert.equal(few.match(/<a href="\/services\//g)?.length, 1)
  })

  it('bends opposite pathways away from each other, and draws none between neighbours that touch', () => {
    const [here, there]: Point[] = [
      [0, 0],
      [100, 0],
    ]
    assert.ok(here && there)
    assert.notEqual(pathwayCurve(here, there, 7), pathwayCurve(there, here, 7))
    assert.equal(pathwayCurve([0, 0], [12, 0], 7), null)
  })
})

function degreesBetween(one: readonly [number, number], other: readonly [number, number]): number {
  const radians = Math.PI / 180
  const [a, b] = [one[1] * radians, other[1] * radians]
  const cos = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((one[0] - other[0]) * radians)
  return Math.acos(Math.min(1, cos)) / radians
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;')
}
