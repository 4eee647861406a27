/** What is known around a gap, for whoever fills in the cost model: the way to a recipient, and how many would need it. */

import type { Nation } from '#core/catalogue/organisations.ts'
import type { Cell } from '#core/network/demand/people.ts'
import { expectedProcedures } from '#core/network/demand.ts'
import type { Network, Site } from '#core/network/network.ts'
import { regionsOf } from '#core/network/regions.ts'
import { distanceKm } from '#core/network/travel/distance.ts'
import { estimatedMinutes, roadKm } from '#core/network/travel/estimate.ts'
import type { Store } from '../open.ts'
import { areas } from './areas.ts'
import { demandLines } from './demand.ts'
import { land } from './land.ts'

/** Estimates, for no road is measured between services. */
export interface Way {
  /** Kilometres by road. */
  readonly km: number
  /** By car. Null: no road and no listed crossing leads there. */
  readonly minutes: number | null
}

export function wayBetween(from: Site, to: Site): Way {
  const minutes = estimatedMinutes(from, to, land())
  return {
    km: roadKm(distanceKm(from, to)),
    minutes: Number.isFinite(minutes) ? minutes : null,
  }
}

export interface ExpectedAround {
  /** Residents to whom the service is the nearest of their nation. */
  readonly people: number
  /** Patients a year; null: no share is stated for the procedure. */
  readonly treated: number | null
}

/** How many patients a year would have a procedure among those to whom this service is the nearest. */
export async function expectedAround(
  store: Pick<Store, 'db'>,
  network: Network,
  code: string,
  procedure: string,
): Promise<ExpectedAround> {
  const lines = await demandLines(store.db)
  const whole = expectedProcedures(cellsNearest(network, code), lines, procedure, 'nation').at(-1)
  return { people: whole?.people ?? 0, treated: whole?.treated ?? null }
}

interface Nearest {
  readonly site: readonly (string | null)[]
  readonly region: readonly (string | null)[]
}
const nearestBySites = new WeakMap<Network['sites'], Nearest>()

function cellsNearest({ sites }: Network, code: string): readonly Cell[] {
  const known = nearestBySites.get(sites) ?? {
    site: regionsOf(
      areas(),
      sites.map((site) => ({ ...site, region: site.code })),
    ),
    region: regionsOf(areas(), sites),
  }
  nearestBySites.set(sites, known)
  const cells = new Map<string, { nation: Nation; region: string; district: string; people: number }>()
  areas().forEach(({ nation, district, population }, at) => {
    const region = known.region[at]
    if (known.site[at] !== code || !region) return
    const key = `${nation}|${region}|${district}`
    const held = cells.get(key)
    if (held) held.people += population
    else cells.set(key, { nation, region, district, people: population })
  })
  return [...cells.values()]
}
