/** Who offers a procedure, and who of them is nearest. */

import { offersIt } from '../census/availability.ts'
import type { Network, Point, Site } from './network.ts'
import { distanceKm as distanceBetween } from './travel/distance.ts'

/** The sites that say they offer a procedure themselves, in the network's order. */
export function offering(network: Pick<Network, 'sites' | 'provisions'>, procedure: string): readonly Site[] {
  return network.sites.filter(({ code }) => offersIt(procedure, network.provisions.get(code)) === true)
}

export interface Nearest<At extends Point = Site> {
  readonly site: At
  /** In a straight line; kilometres. */
  readonly distanceKm: number
}

/** The nearest of some sites to a point, in a straight line; null where there is none. */
export function nearestOf<At extends Point>(point: Point, sites: readonly At[]): Nearest<At> | null {
  let best: Nearest<At> | null = null
  for (const site of sites) {
    const distanceKm = distanceBetween(point, site)
    if (best === null || distanceKm < best.distanceKm) best = { site, distanceKm }
  }
  return best
}

export interface Quickest<At extends Point = Site> extends Nearest<At> {
  /** Minutes by car. */
  readonly minutes: number
}

/**
 * The site that is reached soonest from a point; of several in the same minutes the first. Null where none can
 * be reached.
 *
 * @param minutes by car from one to the other; Infinity: no way
 */
export function quickestOf<At extends Point>(
  point: Point,
  sites: readonly At[],
  minutes: (from: Point, to: Point) => number,
): Quickest<At> | null {
  let best: { readonly site: At; readonly minutes: number } | null = null
  for (const site of sites) {
    const least = minutes(point, site)
    if (least < (best?.minutes ?? Number.POSITIVE_INFINITY)) best = { site, minutes: least }
  }
  return best && { ...best, distanceKm: distanceBetween(point, best.site) }
}
