/** Gaps: for a procedure, the services that neither offer it nor have a referral pathway to one that does. */

import type { Nation } from '../catalogue/organisations.ts'
import { offersIt } from '../census/availability.ts'
import type { Network, ReferralPathway, Site } from './network.ts'

export interface Counting {
  /** Counts only those pathways that both ends' records state; else proposed and declared ones too. */
  readonly confirmedOnly?: boolean
}

/** How one site stands to one procedure. `no-answer`: it did not say, and no pathway is known. */
export type SiteAvailability = 'here' | 'by-pathway' | 'gap' | 'no-answer'

export interface SiteStanding {
  readonly availability: SiteAvailability
  /** The ways by which it refers for the procedure, where it does not offer it. */
  readonly pathways: readonly ReferralPathway[]
}

/**
 * How a site stands to a procedure on the network's day. A confirmed pathway counts as both ends agreed it;
 * a proposed one unless the recipient says that it does not offer the procedure; a declared one where the
 * recipient says that it does.
 *
 * @see Zhong et al., BMJ Open 2017;7:e016631, Methods (a formal referral pathway)
 */
export function standingAt(
  network: Pick<Network, 'provisions' | 'pathways'>,
  procedure: string,
  code: string,
  { confirmedOnly = false }: Counting = {},
): SiteStanding {
  const offers = offersIt(procedure, network.provisions.get(code))
  if (offers) return { availability: 'here', pathways: [] }
  const pathways = pathwaysFrom(network, code).filter(
    ({ procedures, basis, to }) =>
      procedures.includes(procedure) &&
      (basis === 'confirmed' ||
        (!confirmedOnly && offersIt(procedure, network.provisions.get(to)) !== false)),
  )
  if (pathways.length > 0) return { availability: 'by-pathway', pathways }
  return { availability: offers === null ? 'no-answer' : 'gap', pathways }
}

export type StandingCounts = Readonly<Record<SiteAvailability, number>> & { readonly sites: number }

export interface CountedGroup {
  readonly nation: Nation
  /** Null: not known, of an alliance. */
  readonly name: string | null
  readonly counts: StandingCounts
}

export interface Gaps {
  readonly procedure: string
  readonly all: StandingCounts
  /** In the order in which the sites first name them. */
  readonly nations: readonly CountedGroup[]
  readonly regions: readonly CountedGroup[]
  readonly alliances: readonly CountedGroup[]
  readonly gaps: readonly Site[]
}

/** How the sites stand to a procedure, counted by nation, region and alliance, with the gaps themselves. */
export function gapsOf(network: Network, procedure: string, counting: Counting = {}): Gaps {
  const stood = network.sites.map((site) => ({
    site,
    availability: standingAt(network, procedure, site.code, counting).availability,
  }))
  const by = (nameOf: (site: Site) => string | null): readonly CountedGroup[] =>
    [...Map.groupBy(stood, ({ site }) => JSON.stringify([site.nation, nameOf(site)])).values()].map(
      (members): CountedGroup => {
        const [{ site }] = members as [(typeof stood)[number]]
        return { nation: site.nation, name: nameOf(site), counts: countsOf(members) }
      },
    )
  return {
    procedure,
    all: countsOf(stood),
    nations: by(({ nation }) => nation),
    regions: by(({ region }) => region),
    alliances: by(({ alliance }) => alliance),
    gaps: stood.filter(({ availability }) => availability === 'gap').map(({ site }) => site),
  }
}

function countsOf(stood: readonly { readonly availability: SiteAvailability }[]): StandingCounts {
  const counts = { here: 0, 'by-pathway': 0, gap: 0, 'no-answer': 0, sites: stood.length }
  for (const { availability } of stood) counts[availability] += 1
  return counts
}

const indexed = new WeakMap<readonly ReferralPathway[], ReadonlyMap<string, readonly ReferralPathway[]>>()

/** The referral pathways of one sender. */
export function pathwaysFrom(
  { pathways }: Pick<Network, 'pathways'>,
  code: string,
): readonly ReferralPathway[] {
  const known = indexed.get(pathways) ?? Map.groupBy(pathways, ({ from }) => from)
  indexed.set(pathways, known)
  return known.get(code) ?? []
}
