/** Travel times of a network: the estimate, made once and kept. */

import type { Network, TravelTimes } from '#core/network/network.ts'
import { travelTimesOf } from '#core/network/travel/estimate.ts'
import type { Store } from '../open.ts'
import { areas } from './areas.ts'
import { land } from './land.ts'

/** The last few, by the sites that they are of; a network's sites change when an organisation opens or closes. */
const kept = new Map<string, TravelTimes>()
const KEPT_AT_MOST = 4

/** Minutes from each site of a network to each small area. */
export async function loadTravelTimes(_store: Store, network: Pick<Network, 'sites'>): Promise<TravelTimes> {
  const sites = network.sites.map(({ code, latitude, longitude }) => ({ code, latitude, longitude }))
  const key = JSON.stringify(sites)
  const known = kept.get(key)
  if (known) return known
  const times = travelTimesOf(sites, areas(), land())
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_AT_MOST && oldest !== undefined) kept.delete(oldest)
  kept.set(key, times)
  return times
}
