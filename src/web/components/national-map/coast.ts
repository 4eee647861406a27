/** The coast of the United Kingdom and its neighbours, from Natural Earth by way of world-atlas, made once. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Feature, FeatureCollection, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { cutTo } from './cut.ts'
import { boundsOf, PICTURE, type Point, pathOf, project, type Rectangle, type Ring } from './plane.ts'
import { simplify } from './simplify.ts'

/** ISO 3166-1 numbers, as Natural Earth has them. */
const UNITED_KINGDOM = '826'
const NEIGHBOURS: readonly string[] = ['372', '833', '831', '832', '250']

/** Detail below this many units is left out: a third of a kilometre, less than a pixel until far in. */
const TOLERANCE = 0.35

/** One island, or the mainland: a closed ring on the picture. Lakes are not drawn. */
export interface Landmass {
  readonly ring: Ring
  readonly bounds: Rectangle
  readonly path: string
  readonly area: number
}

export interface Coast {
  /** Largest first: Great Britain, then the northern part of Ireland. */
  readonly landmasses: readonly Landmass[]
  /** Path data of Ireland, the Isle of Man, the Channel Islands and what is seen of France. */
  readonly neighbours: string
  /** The same, none of it beyond the picture. */
  readonly neighboursOnPicture: string
}

let made: Coast | undefined

/** The coast, read and simplified at the first call (about 100 ms) and kept. */
export function coast(): Coast {
  made ??= makeCoast()
  return made
}

function makeCoast(): Coast {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection }>
  const countries = atlas.objects.countries.geometries
  const ringsOf = (id: string): Ring[] =>
    countries
      .filter((country) => country.id === id)
      .flatMap((country) => outerRings(feature(atlas, country)))
      .filter((ring) => ring.some(nearThePicture))
      .map((ring) => ring.map(([longitude = 0, latitude = 0]) => project(longitude, latitude)))
  const landmasses = ringsOf(UNITED_KINGDOM)
    .map(landmassOf)
    .filter((landmass) => landmass.path !== '')
    .sort((one, other) => other.area - one.area)
  const rings = NEIGHBOURS.flatMap(ringsOf).map((ring) => simplify(ring, TOLERANCE * 2))
  const pathTo = (edge: Rectangle) => rings.map((ring) => pathOf(cutTo(ring, edge))).join('')
  return {
    landmasses,
    neighbours: pathTo({ x: -420, y: -100, width: PICTURE.width + 840, height: PICTURE.height + 200 }),
    neighboursOnPicture: pathTo({ x: 0, y: 0, ...PICTURE }),
  }
}

function outerRings(country: Feature | FeatureCollection): Position[][] {
  if (country.type === 'FeatureCollection') return country.features.flatMap(outerRings)
  const { geometry } = country
  if (geometry.type === 'Polygon') return geometry.coordinates.slice(0, 1)
  return geometry.type === 'MultiPolygon'
    ? geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1))
    : []
}

/** Leaves out Guyane and Réunion, which are France too. */
function nearThePicture([longitude = 0, latitude = 0]: Position): boolean {
  return longitude > -12 && longitude < 3 && latitude > 49 && latitude < 62
}

function landmassOf(detailed: Ring): Landmass {
  const ring = simplify(detailed, TOLERANCE)
  return { ring, bounds: boundsOf(ring), path: pathOf(ring), area: areaOf(ring) }
}

/** The area inside a ring in square units, by the shoelace formula. */
function areaOf(ring: Ring): number {
  let twice = 0
  let previous: Point = ring.at(-1) ?? [0, 0]
  for (const point of ring) {
    twice += previous[0] * point[1] - point[0] * previous[1]
    previous = point
  }
  return Math.abs(twice) / 2
}
