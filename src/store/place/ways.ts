/** The ways from one place to every service, with what their minutes rest on. */

import type { Way } from '#core/network/find.ts'
import type { Point, Site, TravelBasis } from '#core/network/network.ts'
import { distanceKm } from '#core/network/travel/distance.ts'
import { estimatedMinutes } from '#core/network/travel/estimate.ts'
import { land } from '../network/land.ts'

export interface Ways {
  readonly basis: TravelBasis
  readonly to: (site: Site) => Way
}

/** By the estimate: the middle of a postcode area is no place that an engine has measured to. */
export function waysFrom(from: Point): Ways {
  const known = land()
  const home = known.landmassOf(from)
  return {
    basis: 'estimate',
    to: (site) => ({
      minutes: estimatedMinutes(from, site, known),
      distanceKm: distanceKm(from, site),
      overWater: known.landmassOf(site) !== home,
    }),
  }
}
