/** How far it is between two points of the ellipsoid, fast enough for millions of pairs. */

import type { Point } from '../network.ts'

/**
 * The WGS 84 ellipsoid.
 *
 * @see NIMA TR8350.2, Department of Defense World Geodetic System 1984, third edition, table 3.1
 */
const SEMI_MAJOR_AXIS_KM = 6378.137
const FLATTENING = 1 / 298.257223563
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING)
/** Of the arc above a chord, for which a mean radius is close enough: it bends 0.1 % of 1,000 km. */
const MEAN_RADIUS_KM = 6371.0088

/** Kilometres from the centre of the earth: to 0° east, to 90° east, to the north pole. */
export type EarthPosition = readonly [x: number, y: number, z: number]

/** Where a point of the ellipsoid is in space. */
function earthPositionOf({ latitude, longitude }: Point): EarthPosition {
  const north = (latitude * Math.PI) / 180
  const east = (longitude * Math.PI) / 180
  const sine = Math.sin(north)
  const normal = SEMI_MAJOR_AXIS_KM / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
  const outward = normal * Math.cos(north)
  return [outward * Math.cos(east), outward * Math.sin(east), normal * (1 - ECCENTRICITY_SQUARED) * sine]
}

/** The length along the ground, in kilometres, above a straight line through the earth of this length. */
export function groundKm(chordKm: number): number {
  return 2 * MEAN_RADIUS_KM * Math.asin(Math.min(1, chordKm / (2 * MEAN_RADIUS_KM)))
}

/**
 * The distance in kilometres along the ellipsoid, as the crow flies. The chord between the two points is exact;
 * the arc above it is taken with a mean radius: within 0.001 % of the geodesic in the British Isles, 0.1 % up to
 * 8,000 km. Degrees in; for points that are not on the earth the answer means nothing.
 *
 * @see test/network/distance.test.ts: beside GeographicLib (Karney 2013, J Geod 87:43)
 */
export function distanceKm(one: Point, other: Point): number {
  const [x, y, z] = earthPositionOf(one)
  const [u, v, w] = earthPositionOf(other)
  return groundKm(Math.hypot(x - u, y - v, z - w))
}

/** Many points, laid out so that the distance from one place to all of them is quick. */
export interface PlacedPoints {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
}

/** Lays out points for `distancesKm`. */
export function placed(points: readonly Point[]): PlacedPoints {
  const laid = {
    x: new Float64Array(points.length),
    y: new Float64Array(points.length),
    z: new Float64Array(points.length),
  }
  points.forEach((point, at) => {
    ;[laid.x[at], laid.y[at], laid.z[at]] = earthPositionOf(point)
  })
  return laid
}

/** From one place to each of the points, kilometres, in their order: the same as `distanceKm` of each. */
export function distancesKm(from: Point, { x, y, z }: PlacedPoints): Float64Array {
  const [u, v, w] = earthPositionOf(from)
  const away = new Float64Array(x.length)
  for (let at = 0; at < away.length; at++) {
    const [dx, dy, dz] = [(x[at] ?? 0) - u, (y[at] ?? 0) - v, (z[at] ?? 0) - w]
    away[at] = groundKm(Math.sqrt(dx * dx + dy * dy + dz * dz))
  }
  return away
}
