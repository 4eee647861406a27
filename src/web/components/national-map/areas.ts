/**
 * Nearest-service areas: for each service the land that is nearer to it than to any other. Voronoi on the
 * sphere, one island at a time, so that no area jumps the sea: an island with services of its own is shared
 * among them; one without belongs whole to the service nearest to its middle.
 */
import { geoDistance, geoInterpolate } from 'd3-geo'
import { geoVoronoi } from 'd3-geo-voronoi'
import type { Coast, Landmass } from './coast.ts'
import { cutTo } from './cut.ts'
import {
  contains,
  distanceToRing,
  insideRing,
  type Point,
  pathOf,
  project,
  projection,
  type Rectangle,
  type Ring,
} from './plane.ts'

type LongitudeLatitude = [longitude: number, latitude: number]

export interface Place {
  readonly code: string
  readonly longitude: number
  readonly latitude: number
}

/** One service's land on one landmass. */
export interface Area {
  readonly code: string
  /** Path data; reaches out to sea where `clip` is set. */
  readonly path: string
  readonly ring: Ring
}

export interface LandmassAreas {
  readonly landmass: Landmass
  /** Whether the areas are to be cut to the landmass; false where one area is the whole of it. */
  readonly clip: boolean
  readonly areas: readonly Area[]
}

/** Every landmass with the nearest-service areas on it. Codes must be distinct. */
export function nearestServiceAreas(places: readonly Place[], { landmasses }: Coast): LandmassAreas[] {
  const homes = new Map<Landmass, Place[]>()
  for (const place of places) {
    const home = landmassOf(project(place.longitude, place.latitude), landmasses)
    if (home) homes.set(home, [...(homes.get(home) ?? []), place])
  }
  return landmasses.flatMap((landmass): LandmassAreas[] => {
    const own = homes.get(landmass) ?? []
    if (own.length > 1) return [{ landmass, clip: true, areas: shared(own, landmass) }]
    const sole = own[0] ?? nearestTo(landmass, places)
    if (!sole) return []
    return [{ landmass, clip: false, areas: [{ code: sole.code, path: landmass.path, ring: landmass.ring }] }]
  })
}

/** The landmass that a point is on, or the nearest where it stands on a quay or a beach. */
export function landmassOf(point: Point, landmasses: readonly Landmass[]): Landmass | undefined {
  const on = landmasses.find(({ bounds, ring }) => contains(bounds, point) && insideRing(point, ring))
  if (on) return on
  return landmasses
    .map((landmass) => ({ landmass, away: distanceToRing(point, landmass.ring) }))
    .sort((one, other) => one.away - other.away)[0]?.landmass
}

/** A landmass shared among its services. Two at one spot share one area: it carries the last's code. */
function shared(places: readonly Place[], landmass: Landmass): Area[] {
  const distinct = [
    ...new Map(places.map((place) => [`${place.longitude} ${place.latitude}`, place])).values(),
  ]
  const cells = geoVoronoi([...distinct.map(positionOf), ...FENCE]).polygons()
  return distinct.flatMap(({ code }, index) => {
    const cell = bent(cells.features[index]?.geometry?.coordinates[0] ?? [])
    const ring = cutTo(cell, roundAbout(landmass))
    return ring.length > 2 ? [{ code, ring, path: pathOf(ring) }] : []
  })
}

/** A little more than the landmass: beyond it an area is only sea. */
function roundAbout({ bounds: { x, y, width, height } }: Landmass): Rectangle {
  return { x: x - 2, y: y - 2, width: width + 4, height: height + 4 }
}

/** Points so far out that no land is nearer to one of them than to a service; they close the outer areas. */
const FENCE: readonly LongitudeLatitude[] = Array.from({ length: 12 }, (_, hour) => {
  const turn = (hour * Math.PI) / 6
  return [-3.2 + 35 * Math.sin(turn), 54.65 + 20 * Math.cos(turn)]
})

function positionOf({ longitude, latitude }: Place): LongitudeLatitude {
  return [longitude, latitude]
}

/** A cell on the picture: its sides are great circles, which the projection bends. */
function bent(corners: readonly LongitudeLatitude[]): Ring {
  return corners.flatMap((corner, index): Point[] => {
    const next = corners[index + 1]
    if (!next) return []
    const steps = Math.ceil(geoDistance(corner, next) / STEP)
    const along = geoInterpolate(corner, next)
    return Array.from({ length: steps }, (_, step) => {
      const [longitude, latitude] = along(step / steps)
      return project(longitude, latitude)
    })
  })
}

/** Half a degree, in radians: sides shorter than this are drawn straight. */
const STEP = Math.PI / 360

/** For an island without a service: the one nearest to its middle, as the crow flies. */
function nearestTo({ bounds }: Landmass, places: readonly Place[]): Place | undefined {
  const middle: [number, number] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2]
  const from = projection.invert?.(middle)
  if (!from) return undefined
  const away = (place: Place) => geoDistance(from, positionOf(place))
  return [...places].sort((one, other) => away(one) - away(other))[0]
}
