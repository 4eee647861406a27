/** Demand beside supply for one procedure: what is expected, observed in the registry, declared and counted by services. */

import type { Config } from '#config'
import { offersIt } from '#core/census/availability.ts'
import { ownCounts } from '#core/network/demand/activity.ts'
import { type BesideRow, besideRows, missingWords } from '#core/network/demand/beside.ts'
import { type Observed, observedIn, observedSpec } from '#core/network/demand/observed.ts'
import { type Cell, peopleByCell } from '#core/network/demand/people.ts'
import type { StatedLine } from '#core/network/demand/statement.ts'
import { type DemandBy, expectedProcedures } from '#core/network/demand.ts'
import type { Network } from '#core/network/network.ts'
import type { Store } from '../open.ts'
import { figureOf } from '../registry/figure-of.ts'
import { SnapshotError } from '../snapshot/error.ts'
import { latestSnapshot } from '../snapshot/latest.ts'
import { activityCounts } from './activity.ts'
import { areas } from './areas.ts'
import { demandLines } from './demand.ts'

export interface DemandAsked {
  readonly procedure: string
  readonly by: DemandBy
  /** Of which observed and counted are; absent: the last whole calendar year. */
  readonly year?: number
}

export interface DemandView {
  readonly rows: readonly BesideRow[]
  /** All that hold, of every procedure. */
  readonly lines: readonly StatedLine[]
  readonly year: number
  readonly observed: Observed | null
  /** The snapshot that observed numbers are from. */
  readonly snapshot: string | null
  readonly missing: readonly string[]
}

type Place = Pick<Config, 'dataFolder' | 'sealPublicKeys'>

/** Three queries, and one look into the snapshot. */
export async function demandView(
  store: Store,
  place: Place,
  network: Network,
  asked: DemandAsked,
): Promise<DemandView> {
  const [lines, observing, counts] = await Promise.all([
    demandLines(store.db),
    observedFor(store, place, network.day, asked),
    activityCounts(
      store.db,
      network.sites.map(({ code }) => code),
    ),
  ])
  const { year, observed, snapshot } = observing
  const counted = ownCounts(
    network.sites.flatMap((site) => {
      const own = counts.get(site.code)
      return own ? [{ organisation: site.code, region: site.region, nation: site.nation, counts: own }] : []
    }),
    asked.procedure,
    year,
    regionsIn(network),
  )
  const rows = besideRows(
    expectedProcedures(cellsOf(network), lines, asked.procedure, asked.by),
    network,
    (code) => offersIt(asked.procedure, network.provisions.get(code)),
    observed,
    counted,
  )
  return { rows, lines, year, observed, snapshot, missing: missingWords(rows, observed, counted) }
}

/** The year asked for, else the last whole one before the snapshot; numbers as everybody may have them. */
async function observedFor(store: Store, place: Place, day: string, { procedure, year }: DemandAsked) {
  const snapshot = await latestSnapshot(store.db, place).catch((error: unknown) => {
    // A damaged snapshot is never read; the registry's own pages name what is wrong with it.
    if (error instanceof SnapshotError) return null
    throw error
  })
  const lastWhole = Number((snapshot?.asOf ?? day).slice(0, 4)) - 1
  const of = year ?? lastWhole
  if (!snapshot) return { year: of, observed: null, snapshot: null }
  const released = await figureOf(snapshot, observedSpec(procedure, of), { who: 'public' })
  return { year: of, observed: observedIn(released, of), snapshot: snapshot.id }
}

const cellsBySites = new WeakMap<Network['sites'], readonly Cell[]>()

/** Residents by district and region, as the network's services divide them; counted once for each network. */
export function cellsOf({ sites }: Pick<Network, 'sites'>): readonly Cell[] {
  const known = cellsBySites.get(sites) ?? peopleByCell(areas(), sites)
  cellsBySites.set(sites, known)
  return known
}

export function regionsIn({ sites }: Pick<Network, 'sites'>) {
  return [...new Map(sites.map(({ region, nation }) => [`${nation}|${region}`, { region, nation }])).values()]
}
