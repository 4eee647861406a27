/** Access to procedures over the travel times in use: computed once for each set of services, kept as long as those. */

import { type Access, accessTo } from '#core/network/access.ts'
import type { Site, TravelTimes } from '#core/network/network.ts'
import { regionsOf } from '#core/network/regions.ts'
import { areas } from './areas.ts'

const accesses = new WeakMap<TravelTimes, Map<string, Access>>()
const regions = new WeakMap<TravelTimes, readonly (string | null)[]>()

/** The nearest of these services to each small area, in the order of `areas()`. */
export function accessOf(times: TravelTimes, codes: readonly string[]): Access {
  const kept = accesses.get(times) ?? new Map<string, Access>()
  accesses.set(times, kept)
  const key = codes.join(' ')
  const known = kept.get(key)
  if (known) return known
  const made = accessTo(codes, times, areas())
  if (kept.size >= 100) kept.clear()
  kept.set(key, made)
  return made
}

/** The region of each small area: that of the nearest of the network's services in its nation. */
export function areaRegions(times: TravelTimes, sites: readonly Site[]): readonly (string | null)[] {
  const known = regions.get(times)
  if (known) return known
  const made = regionsOf(areas(), sites)
  regions.set(times, made)
  return made
}
