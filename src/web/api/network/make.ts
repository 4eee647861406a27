/** Makes the answers of the open interface from a network: pure, but for the addresses of pages. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { PROCEDURES } from '#core/catalogue/procedures.ts'
import { isDiseaseModifying, offersIt } from '#core/census/availability.ts'
import { accessTo, districtsOf, reachByNation } from '#core/network/access.ts'
import { gapsOf, type StandingCounts, standingAt } from '#core/network/gaps.ts'
import type { Area, Network, ReferralPathway, Site, TravelTimes } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import type { Reach } from '#core/network/siting/reach.ts'
import { paths } from '../../paths.ts'

interface Filter {
  readonly nation?: string | undefined
  readonly region?: string | undefined
  readonly procedure?: string | undefined
}

export interface Directory {
  readonly network: Network
  readonly organisations: ReadonlyMap<string, Organisation>
}

const isIn =
  ({ nation, region }: Filter) =>
  (site: Pick<Site, 'nation' | 'region'>) =>
    (nation === undefined || site.nation === nation) && (region === undefined || site.region === region)

export function services({ network, organisations }: Directory, filter: Filter) {
  const { procedure } = filter
  return network.sites
    .filter(isIn(filter))
    .filter(
      ({ code }) => procedure === undefined || offersIt(procedure, network.provisions.get(code)) === true,
    )
    .map((site) => service(site, network, organisations.get(site.code)?.mainSite ?? ''))
}

function service(site: Site, { provisions }: Network, mainSite: string) {
  const provision = provisions.get(site.code)
  const { code, name, nation, region, alliance, latitude, longitude } = site
  return {
    ...{ code, name, nation, region, alliance, mainSite, latitude, longitude },
    answered: provision !== undefined,
    provision: provision?.class ?? null,
    procedures: provision?.procedures ? [...provision.procedures] : null,
    page: paths.service(code),
  }
}

export function features(directory: Directory, filter: Filter) {
  return services(directory, filter).map(({ latitude, longitude, ...properties }) => ({
    type: 'Feature' as const,
    id: properties.code,
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] as [number, number] },
    properties,
  }))
}

/** One service with the referral pathways from it and to it; null: no such organisation exists on the day. */
export function serviceWithPathways(directory: Directory, code: string) {
  const { network } = directory
  const site = network.sites.find((each) => each.code === code)
  if (!site) return null
  return {
    ...service(site, network, directory.organisations.get(code)?.mainSite ?? ''),
    pathwaysFrom: network.pathways.filter(({ from }) => from === code).map(pathway),
    pathwaysTo: network.pathways.filter(({ to }) => to === code).map(pathway),
  }
}

/** Without the entry of the record that states it, which is the services' own affair. */
function pathway({ from, to, procedures, basis, through, agreedOn, reviewDue }: ReferralPathway) {
  return { from, to, procedures: [...procedures], basis, through, agreedOn, reviewDue }
}

interface PathwayFilter {
  readonly procedure?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly basis?: string | undefined
}

export function pathways({ network }: Directory, { procedure, from, to, basis }: PathwayFilter) {
  return network.pathways
    .filter((each) => procedure === undefined || each.procedures.includes(procedure))
    .filter((each) => from === undefined || each.from === from)
    .filter((each) => to === undefined || each.to === to)
    .filter((each) => basis === undefined || each.basis === basis)
    .map(pathway)
}

/** @param asked the procedures that the edition asked about */
export function procedures({ network }: Directory, asked: ReadonlySet<string>) {
  return PROCEDURES.map(({ id, name, plainName, plainly }) => ({
    ...{ id, name, plainName, plainly },
    category: isDiseaseModifying(id) ? ('disease-modifying' as const) : ('supportive' as const),
    services: asked.has(id) ? withoutAll(counts(gapsOf(network, id).all)) : null,
  }))
}

interface ProvisionFilter extends Filter {
  readonly procedure: string
  readonly availability?: string | undefined
}

export function standings({ network }: Directory, filter: ProvisionFilter) {
  return network.sites
    .filter(isIn(filter))
    .map(({ code, name, nation, region }) => {
      const standing = standingAt(network, filter.procedure, code)
      const ways = standing.pathways.map(pathway)
      return {
        ...{ code, name, nation, region, availability: standing.availability },
        pathways: ways.map(({ from: _, procedures: __, ...way }) => way),
      }
    })
    .filter(({ availability }) => filter.availability === undefined || availability === filter.availability)
}

export function gaps({ network }: Directory, procedure: string) {
  const found = gapsOf(network, procedure)
  const groups = (list: typeof found.nations) =>
    list.map(({ nation, name, counts: own }) => ({ nation, name, counts: counts(own) }))
  return {
    procedure,
    all: counts(found.all),
    nations: groups(found.nations),
    regions: groups(found.regions),
    alliances: groups(found.alliances),
    gaps: found.gaps.map(({ code, name, nation, region }) => ({ code, name, nation, region })),
  }
}

function counts({ here, 'by-pathway': byPathway, gap, 'no-answer': noAnswer, sites }: StandingCounts) {
  return { here, byPathway, gap, noAnswer, services: sites }
}

function withoutAll({ services: _, ...rest }: ReturnType<typeof counts>) {
  return rest
}

interface Situation {
  readonly network: Network
  readonly times: TravelTimes
  readonly areas: readonly Area[]
}

export function access({ network, times, areas }: Situation, procedure: string) {
  const codes = offering(network, procedure).map(({ code }) => code)
  const way = accessTo(codes, times, areas)
  return {
    procedure,
    travel: { basis: times.basis, key: times.key },
    nations: reachByNation(way, areas).map(({ name, reach }) => ({ name, ...people(reach) })),
    districts: districtsOf(way, areas).map(({ name, nation, reach }) => ({ name, nation, ...people(reach) })),
  }
}

function people({ people: all, bands, meanMinutes }: Reach) {
  const [to30 = 0, to45 = 0, to60 = 0, to90 = 0, beyond90 = 0, noWay = 0] = bands
  return {
    people: all,
    within30: to30,
    within45: to30 + to45,
    within60: to30 + to45 + to60,
    within90: to30 + to45 + to60 + to90,
    beyond90,
    noWay,
    meanMinutes: meanMinutes === null ? null : Math.round(meanMinutes * 10) / 10,
  }
}
