/** Find a service: who provides what somebody looks for, the quickest to reach first, and who did not say. */

import { offersIt } from '../census/availability.ts'
import { type SiteStanding, standingAt } from './gaps.ts'
import type { Network, Site } from './network.ts'

/** How to get from a place to a site. */
export interface Way {
  /** By car; Infinity: no road and no listed crossing leads there. */
  readonly minutes: number
  /** In a straight line. */
  readonly distanceKm: number
  /** A ferry is part of it. */
  readonly overWater: boolean
}

export interface FoundService {
  readonly site: Site
  /** Of the procedures sought, those that it says it offers; of none sought, all that it named. */
  readonly offers: readonly string[]
  /** Null: not looked for from a point. */
  readonly way: Way | null
}

export interface Found {
  /** Those that provide it, the quickest to reach first; to which nothing leads, the nearest first, last. */
  readonly providers: readonly FoundService[]
  /** Those that did not answer the census, or not which procedures: nobody knows. In the same order. */
  readonly silent: readonly FoundService[]
  /** The organisation that is quickest to reach, whatever it offers; null: not looked for from a point. */
  readonly home: FoundService | null
}

export interface Sought {
  /** Ids of the catalogue, any of which will do; empty: interventional oncology of any kind. */
  readonly procedures: readonly string[]
  /** A nation or region to look in, instead of everywhere. */
  readonly within?: string
}

/**
 * Of the organisations that exist on the network's day, those that provide one of the procedures by their
 * answers to the census. An organisation that did not answer is in neither list but `silent`: that it provides
 * nothing is not said.
 *
 * @param wayTo how to reach a site, or null where there is no point to start from: the order is then by name
 */
export function findServices(
  network: Pick<Network, 'sites' | 'provisions'>,
  { procedures, within }: Sought,
  wayTo: ((site: Site) => Way) | null,
): Found {
  const looked = network.sites
    .filter(({ nation, region }) => within === undefined || region === within || nation === within)
    .map((site) => {
      const provision = network.provisions.get(site.code)
      const said = procedures.map((procedure) => ({ procedure, offers: offersIt(procedure, provision) }))
      const any = provision?.provides ?? null
      const standing =
        procedures.length === 0
          ? any
          : said.some(({ offers }) => offers === true) ||
            (said.some(({ offers }) => offers === null) ? null : false)
      const offers =
        procedures.length === 0
          ? (provision?.procedures ?? [])
          : said.filter((each) => each.offers).map(({ procedure }) => procedure)
      return { standing, found: { site, offers, way: wayTo?.(site) ?? null } }
    })
  const those = (wanted: boolean | null) =>
    looked
      .filter(({ standing }) => standing === wanted)
      .map(({ found }) => found)
      .toSorted(quickestFirst)
  const [home = null] = wayTo ? looked.map(({ found }) => found).toSorted(quickestFirst) : []
  return { providers: those(true), silent: those(null), home }
}

function quickestFirst({ way: one }: FoundService, { way: other }: FoundService): number {
  if (!one || !other) return 0
  const minutes = one.minutes === other.minutes ? 0 : one.minutes - other.minutes
  return minutes || one.distanceKm - other.distanceKm
}

/** How an organisation stands to each of some procedures, for the way that a referral takes from it. */
export function standingsAt(
  network: Pick<Network, 'provisions' | 'pathways'>,
  procedures: readonly string[],
  code: string,
): readonly (SiteStanding & { readonly procedure: string })[] {
  return procedures.map((procedure) => ({ procedure, ...standingAt(network, procedure, code) }))
}
