/** The region that each small area is in: that of the nearest service of its own nation. */

import type { Nation } from '../catalogue/organisations.ts'
import type { Point } from './network.ts'
import { distancesKm, placed } from './travel/distance.ts'

/**
 * The region of each area, in their order; null in a nation without a site.
 *
 * Borders of NHS regions are not in the data; the nearest main hospital, as the crow flies, is on the right side of
 * them for nearly everybody.
 */
export function regionsOf(
  areas: readonly (Point & { readonly nation: Nation })[],
  sites: readonly (Point & { readonly nation: Nation; readonly region: string })[],
): readonly (string | null)[] {
  const points = placed(areas)
  const least = new Float64Array(areas.length).fill(Number.POSITIVE_INFINITY)
  const regions = new Array<string | null>(areas.length).fill(null)
  for (const site of sites) {
    const away = distancesKm(site, points)
    areas.forEach(({ nation }, at) => {
      const km = away[at] ?? Number.POSITIVE_INFINITY
      if (nation !== site.nation || km >= (least[at] ?? 0)) return
      least[at] = km
      regions[at] = site.region
    })
  }
  return regions
}
