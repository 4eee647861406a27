/** The nearest places to very many points, by the distance along the ellipsoid. */

import type { Point } from '../network.ts'
import { groundKm, type PlacedPoints, placed } from './distance.ts'

export interface NearestPlaces {
  /** How many for each point. */
  readonly count: number
  /** Of each point its nearest places, the nearest first: their places in the list; -1 where there are no more. */
  readonly places: Int32Array
  /** Of each, as the crow flies; kilometres. Infinity where there are no more. */
  readonly km: Float64Array
}

/**
 * The `count` nearest of some places to each point; of two alike near, the one that comes first in the list.
 *
 * Every place is looked at: with a few hundred of them that is quicker than an index, and exact, for the straight line
 * through the earth orders points as the way along it does.
 */
export function nearestPlaces(
  points: readonly Point[] | PlacedPoints,
  places: readonly Point[],
  count: number,
): NearestPlaces {
  const from = 'x' in points ? points : placed(points)
  const to = placed(places)
  const [number, width] = [from.x.length, Math.max(0, Math.floor(count))]
  const found = new Int32Array(number * width).fill(-1)
  const km = new Float64Array(number * width).fill(Number.POSITIVE_INFINITY)
  const size = places.length
  if (width === 0) return { count: 0, places: found, km }
  for (let point = 0; point < number; point++) {
    const x = from.x[point] as number
    const y = from.y[point] as number
    const z = from.z[point] as number
    const start = point * width
    const last = start + width - 1
    let worst = Number.POSITIVE_INFINITY
    for (let place = 0; place < size; place++) {
      const dx = (to.x[place] as number) - x
      const dy = (to.y[place] as number) - y
      const dz = (to.z[place] as number) - z
      const away = dx * dx + dy * dy + dz * dz
      if (away >= worst) continue
      let at = last
      while (at > start && (km[at - 1] as number) > away) {
        km[at] = km[at - 1] as number
        found[at] = found[at - 1] as number
        at--
      }
      km[at] = away
      found[at] = place
      worst = km[last] as number
    }
  }
  for (let at = 0; at < km.length; at++) if (found[at] !== -1) km[at] = groundKm(Math.sqrt(km[at] as number))
  return { count: width, places: found, km }
}
