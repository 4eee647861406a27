/** The ways from one place to every service, with what their minutes rest on. */

import type { Way } from '#core/network/find.ts'
import type { Area, Network, Point, Site, TravelBasis } from '#core/network/network.ts'
import { distanceKm, distancesKm, placed } from '#core/network/travel/distance.ts'
import { estimatedMinutes } from '#core/network/travel/estimate.ts'
import { areas } from '../network/areas.ts'
import { land } from '../network/land.ts'
import { measuredRevision } from '../network/measured.ts'
import { loadTravelTimes } from '../network/travel.ts'
import type { Store } from '../open.ts'

export interface Ways {
  readonly basis: TravelBasis
  /** The small area that measured times are to; null: they are estimated from the point itself. */
  readonly area: Area | null
  readonly to: (site: Site) => Way
}

/**
 * Measured times where an installation has them, which are between services and small areas: those of the area
 * nearest to the point. Else the estimate from the point. One small query, where nothing was measured.
 */
export async function waysFrom(store: Store, network: Network, from: Point): Promise<Ways> {
  const known = land()
  const home = known.landmassOf(from)
  const way = (site: Site, minutes: number): Way => ({
    minutes,
    distanceKm: distanceKm(from, site),
    overWater: known.landmassOf(site) !== home,
  })
  const estimate: Ways = {
    basis: 'estimate',
    area: null,
    to: (site) => way(site, estimatedMinutes(from, site, known)),
  }
  if ((await measuredRevision(store.db)) === '') return estimate
  const times = await loadTravelTimes(store, network)
  const at = nearestArea(from)
  const area = areas()[at]
  if (times.basis === 'estimate' || !area) return estimate
  const rows = new Map(times.sites.map((code, row) => [code, row]))
  return {
    basis: times.basis,
    area,
    to: (site) => {
      const row = rows.get(site.code)
      const minutes = row === undefined ? undefined : times.minutes[row * times.areas.length + at]
      return way(site, minutes ?? Number.POSITIVE_INFINITY)
    },
  }
}

let laid: ReturnType<typeof placed> | undefined

function nearestArea(from: Point): number {
  laid ??= placed(areas())
  const away = distancesKm(from, laid)
  return away.reduce((best, km, at) => (km < (away[best] ?? Number.POSITIVE_INFINITY) ? at : best), 0)
}
