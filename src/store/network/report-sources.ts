/** Gathers what a report of a place is made of, and makes it: nothing is computed that a page does not show as well. */

import type { Config } from '#config'
import { worstServed } from '#core/network/access.ts'
import type { Network, TravelTimes } from '#core/network/network.ts'
import { offering } from '#core/network/offering.ts'
import type { ReportData } from '#core/network/report/data.ts'
import type { ProcedureAccess, ReportPlace } from '#core/network/report/sections.ts'
import { type ReportDemand, type ReportProposal, reportOf } from '#core/network/report.ts'
import { reachOf } from '#core/network/siting/reach.ts'
import { publishedEditions } from '../census/provision-data.ts'
import type { Store } from '../open.ts'
import { codeVersion, versionWords } from '../snapshot/code-version.ts'
import { accessOf, areaRegions } from './access.ts'
import { areas } from './areas.ts'
import { demandRevision } from './demand.ts'
import { demandView } from './demand-view.ts'
import { loadNetwork } from './network.ts'
import { proposalsKept } from './proposal.ts'
import { loadTravelTimes } from './travel.ts'

export interface ReportAsked {
  readonly title: string
  readonly place: ReportPlace
  readonly procedures: readonly string[]
  readonly withAccess: boolean
  readonly withDemand: boolean
  /** Ids of kept proposals, in the order in which they are printed. */
  readonly proposals: readonly string[]
  readonly note: string
  readonly author: string
  readonly address: string | null
  /** The day, `2026-11-22`. */
  readonly day: string
}

const mostWorst = 5

export async function makeReport(
  store: Store,
  config: Pick<Config, 'dataFolder' | 'sealPublicKeys'>,
  asked: ReportAsked,
): Promise<ReportData> {
  const network = await loadNetwork(store, { day: asked.day })
  const [editions, demandAt, times, proposals, views] = await Promise.all([
    publishedEditions(store.db),
    demandRevision(store.db),
    asked.withAccess ? loadTravelTimes(store, network) : null,
    proposalsOf(store, asked.proposals),
    asked.withDemand ? demandOf(store, config, network, asked) : null,
  ])
  const edition = editions.find(({ id }) => id === network.edition?.id)
  const { title, place, procedures, note, author, address } = asked
  return reportOf({
    ...{ title, place, network, procedures, note, author, address, proposals },
    access: times ? accessIn(network, times, asked) : null,
    travelWords: travelWords(times),
    demand: views?.map(({ demand }) => demand) ?? null,
    lines: views?.flatMap(({ lines }) => lines).filter((line, at, all) => all.indexOf(line) === at) ?? [],
    code: versionWords(codeVersion()),
    from: {
      edition: network.edition?.id ?? null,
      editionDigest: edition?.digest ?? null,
      snapshot: views?.find(({ snapshot }) => snapshot !== null)?.snapshot ?? null,
      travelTimes: times?.key ?? null,
      demand: demandAt,
    },
  })
}

function travelWords(times: TravelTimes | null): string {
  if (!times) return ''
  return times.basis === 'estimate'
    ? 'Travel times are estimates from the distance in a straight line, with listed crossings over water; on routes that were measured they err by 15 to 19% on average.'
    : `Travel times by car are measured on roads (${times.basis}).`
}

function accessIn(
  network: Network,
  times: TravelTimes,
  { place, procedures }: ReportAsked,
): readonly ProcedureAccess[] {
  const people = areas()
  const regions = areaRegions(times, network.sites)
  const own = people.flatMap(({ nation }, at) =>
    (place.nation === null || nation === place.nation) &&
    (place.region === null || regions[at] === place.region)
      ? [at]
      : [],
  )
  const within = own.map((at) => people[at]).filter((area) => area !== undefined)
  return procedures.map((procedure): ProcedureAccess => {
    const { minutes } = accessOf(
      times,
      offering(network, procedure).map(({ code }) => code),
    )
    const ownMinutes = { minutes: Float32Array.from(own, (at) => minutes[at] ?? Number.POSITIVE_INFINITY) }
    return {
      procedure,
      reach: reachOf(minutes, people, own),
      worst: worstServed(ownMinutes, within, mostWorst),
    }
  })
}

async function demandOf(
  store: Store,
  config: Pick<Config, 'dataFolder' | 'sealPublicKeys'>,
  network: Network,
  { place, procedures }: ReportAsked,
) {
  return Promise.all(
    procedures.map(async (procedure) => {
      const by = place.region === null ? 'nation' : 'region'
      const view = await demandView(store, config, network, { procedure, by })
      const row = view.rows.find(
        ({ place: each }) => each.nation === place.nation && each.region === place.region,
      )
      if (!row) throw new RangeError('the network has no such place')
      const demand: ReportDemand = { procedure, year: view.year, row }
      const shares = view.lines.filter((line) => line.procedure === procedure)
      const cancers = new Set(shares.map(({ cancer }) => cancer))
      const isNear = ({ nation }: { readonly nation: string | null }) =>
        place.nation === null || nation === null || nation === place.nation
      const lines = view.lines.filter(
        (line) =>
          isNear(line) &&
          (line.procedure === procedure || (line.what === 'incidence' && cancers.has(line.cancer))),
      )
      return { demand, lines, snapshot: view.snapshot }
    }),
  )
}

/** Kept proposals by their ids, in the order asked for; one that is not there is left out. */
async function proposalsOf(store: Store, ids: readonly string[]): Promise<readonly ReportProposal[]> {
  if (ids.length === 0) return []
  const kept = new Map((await proposalsKept(store.db, ids)).map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const found = kept.get(id)
    if (!found) return []
    const { title, finding, author, madeAt, tables = [], notes } = found
    return [{ title, finding, author, madeOn: madeAt.toISOString().slice(0, 10), tables, notes }]
  })
}
