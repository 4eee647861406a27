/** The parts of a report that are about provision, gaps and access, each a pure function of the network. */

import { procedureName, procedureWithin } from '../../catalogue/procedures.ts'
import { PROVISION_CLASSES, PROVISION_WORDS } from '../../census/provision.ts'
import type { DistrictAccess } from '../access.ts'
import { gapsOf, standingAt } from '../gaps.ts'
import type { Network, Site } from '../network.ts'
import { bandWords, type Reach } from '../siting/reach.ts'
import { column, type ReportMap, type ReportSection, type ReportTable } from './data.ts'

export interface ReportPlace {
  /** Null: the United Kingdom. */
  readonly nation: string | null
  readonly region: string | null
}

export const isInPlace = (site: Site, { nation, region }: ReportPlace): boolean =>
  (nation === null || site.nation === nation) && (region === null || site.region === region)

export const placeName = ({ nation, region }: ReportPlace): string =>
  region !== null && nation !== null && region !== nation
    ? `${region} (${nation})`
    : (nation ?? 'United Kingdom')

const grouped = (value: number): string => Math.round(value).toLocaleString('en-GB')
const share = (part: number, of: number): string =>
  of === 0 ? 'None live here' : `${((part / of) * 100).toFixed(1)}%`

/** Provision by class: of the United Kingdom by nation, of a nation by region, of a region by service. */
export function provisionSection(network: Network, place: ReportPlace): ReportSection {
  const sites = network.sites.filter((site) => isInPlace(site, place))
  const classAt = ({ code }: Site) => network.provisions.get(code)?.class ?? null
  const counts = (own: readonly Site[]) =>
    PROVISION_CLASSES.map((each) => own.filter((site) => classAt(site) === each).length)
  const row = (name: string, own: readonly Site[]): readonly string[] => [
    name,
    ...counts(own).map(String),
    String(own.filter((site) => classAt(site) === null).length),
    String(own.length),
  ]
  const groups = Map.groupBy(sites, ({ nation, region }) => (place.nation === null ? nation : region))
  const whole: ReportTable = {
    kind: 'table',
    caption: 'Services by what they provide',
    columns: [
      column(place.nation === null ? 'Nation' : 'Region'),
      ...PROVISION_CLASSES.map((each) => column(PROVISION_WORDS[each], true)),
      column('No answer', true),
      column('Services', true),
    ],
    rows: [...(groups.size > 1 ? [...groups].map(([name, own]) => row(name, own)) : []), row('All', sites)],
  }
  const each: ReportTable = {
    kind: 'table',
    caption: 'Each service',
    columns: [column('Service'), column('Provides')],
    rows: sites.map((site) => {
      const own = classAt(site)
      return [site.name, own === null ? 'No answer' : PROVISION_WORDS[own]]
    }),
  }
  return {
    heading: 'Provision',
    parts: [provisionMap(network, place), whole, ...(place.region === null ? [] : [each])],
  }
}

function provisionMap(network: Network, place: ReportPlace): ReportMap {
  const markOf = ({ code }: Site) => network.provisions.get(code)?.class ?? 'no-answer'
  const words = (mark: string) =>
    mark === 'no-answer' ? 'No answer' : PROVISION_WORDS[mark as keyof typeof PROVISION_WORDS]
  return mapOf(
    network,
    place,
    'provision',
    'What services provide',
    markOf,
    [...PROVISION_CLASSES, 'no-answer'],
    words,
  )
}

const standingMark = {
  here: 'here',
  'by-pathway': 'by-referral-pathway',
  gap: 'not-offered',
  'no-answer': 'no-answer',
} as const
const standingWords: Readonly<Record<string, string>> = {
  here: 'Offers it',
  'by-referral-pathway': 'Refers by a referral pathway',
  'not-offered': 'Gap: neither',
  'no-answer': 'Did not say',
}

/** Gaps by procedure in the place, and for each procedure a map and the gaps by name. */
export function gapSection(
  network: Network,
  place: ReportPlace,
  procedures: readonly string[],
): ReportSection {
  const own: Network = { ...network, sites: network.sites.filter((site) => isInPlace(site, place)) }
  const found = procedures.map((procedure) => gapsOf(own, procedure))
  const table: ReportTable = {
    kind: 'table',
    caption: 'Services by how a procedure can be had',
    columns: [
      column('Procedure'),
      ...['Offers it', 'Refers by a referral pathway', 'Gap', 'Did not say'].map((words) =>
        column(words, true),
      ),
    ],
    rows: found.map(({ procedure, all }) => [
      procedureName(procedure),
      ...[all.here, all['by-pathway'], all.gap, all['no-answer']].map(String),
    ]),
  }
  return {
    heading: 'Gaps',
    parts: [
      {
        kind: 'text',
        text: 'A gap is a service that says it does not offer a procedure and has no referral pathway to one that does. Confirmed, proposed and declared referral pathways count.',
      },
      table,
      ...procedures.map((procedure) =>
        mapOf(
          network,
          place,
          'availability',
          procedureName(procedure),
          ({ code }) => standingMark[standingAt(network, procedure, code).availability],
          Object.values(standingMark),
          (mark) => standingWords[mark] ?? mark,
        ),
      ),
      ...(place.region === null
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Gaps by service',
              columns: [column('Service'), column('Gap for')],
              rows: gapsByService(own, procedures),
            },
          ]),
    ],
  }
}

function gapsByService(network: Network, procedures: readonly string[]): readonly (readonly string[])[] {
  return network.sites.map((site) => {
    const gaps = procedures.filter(
      (procedure) => standingAt(network, procedure, site.code).availability === 'gap',
    )
    return [site.name, gaps.length === 0 ? 'None' : gaps.map(procedureWithin).join('; ')]
  })
}

function mapOf(
  network: Network,
  place: ReportPlace,
  marks: ReportMap['marks'],
  title: string,
  markOf: (site: Site) => string,
  all: readonly string[],
  words: (mark: string) => string,
): ReportMap {
  const services = network.sites.map((site) => ({
    ...{ code: site.code, name: site.name, latitude: site.latitude, longitude: site.longitude },
    ...{ mark: markOf(site), own: isInPlace(site, place) },
  }))
  const legend = all.map((mark) => ({
    ...{ mark, words: words(mark) },
    count: services.filter((each) => each.own && each.mark === mark).length,
  }))
  const counted = legend.filter(({ count }) => count > 0)
  return {
    ...{ kind: 'map', marks, title, services, legend },
    alt: `Map of ${placeName(place)}: ${title}. ${counted.map(({ words: each, count }) => `${each}: ${count}`).join('; ')}.`,
  }
}

/** What access in a place comes to for one procedure. */
export interface ProcedureAccess {
  readonly procedure: string
  readonly reach: Reach
  /** The worst served districts of the place, the worst first. */
  readonly worst: readonly DistrictAccess[]
}

export function accessSection(found: readonly ProcedureAccess[], basis: string): ReportSection {
  return {
    heading: 'Access',
    parts: [
      {
        kind: 'text',
        text: `People by how long the way by car is, one way, to the nearest service that offers a procedure, in whichever place. ${basis}`,
      },
      {
        kind: 'table',
        caption: 'Share of people by minutes to the nearest service that offers it',
        columns: [column('Procedure'), ...bandWords.map((words) => column(words, true))],
        rows: found.map(({ procedure, reach }) => [
          procedureName(procedure),
          ...reach.bands.map((people) => share(people, reach.people)),
        ]),
      },
      {
        kind: 'table',
        caption: 'Worst served districts',
        columns: [
          column('Procedure'),
          column('District'),
          column('People', true),
          column('Mean minutes', true),
        ],
        rows: found.flatMap(({ procedure, worst }) =>
          worst.map(({ name, nation, reach }) => [
            procedureName(procedure),
            `${name}, ${nation}`,
            grouped(reach.people),
            reach.meanMinutes === null ? 'No way by road' : grouped(reach.meanMinutes),
          ]),
        ),
      },
    ],
  }
}
