/** What the access pages rest on: the network, its travel times, and how far everybody is from a procedure. */

import type { Access } from '#core/network/access.ts'
import type { Area, Site, TravelTimes } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import { accessOf, areaRegions } from '#store/network/access.ts'
import { areas } from '#store/network/areas.ts'
import { loadTravelTimes } from '#store/network/travel.ts'
import type { PageContext } from '../../environment.ts'
import { type NetworkAt, networkAt } from '../at.ts'

export interface TravelAt extends NetworkAt {
  readonly times: TravelTimes
  readonly areas: readonly Area[]
}

export interface AccessAt extends TravelAt {
  readonly procedure: string
  /** Those that say they offer it. */
  readonly providers: readonly Site[]
  readonly access: Access
  /** Of each area. */
  readonly regions: readonly (string | null)[]
}

/** Null where the request names an edition that is not published. */
export async function travelAt(c: PageContext): Promise<TravelAt | null> {
  const at = await networkAt(c)
  if (!at) return null
  return { ...at, times: await loadTravelTimes(c.var.store, at.network), areas: areas() }
}

export function accessFor(at: TravelAt, procedure: string): AccessAt {
  const providers = offering(at.network, procedure)
  const access = accessOf(
    at.times,
    providers.map(({ code }) => code),
  )
  return { ...at, procedure, providers, access, regions: areaRegions(at.times, at.network.sites) }
}
