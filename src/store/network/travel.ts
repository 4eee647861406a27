/** Travel times of a network: what an engine measured or a file gave, else the estimate; made once and kept. */

import { setImmediate as pause } from 'node:timers/promises'
import type { Network, TravelBasis, TravelTimes } from '#core/network/network.ts'
import { travelTimesBySite } from '#core/network/travel/estimate.ts'
import type { Store } from '../open.ts'
import { areas } from './areas.ts'
import { land } from './land.ts'
import { areasDigest, type KeptRow, measuredRevision, measuredRows, type Origin } from './measured.ts'

const KEPT_AT_MOST = 4
const keptByStore = new WeakMap<object, Map<string, Promise<TravelTimes>>>()

/**
 * Minutes from each site of a network to each small area. An engine's are taken once it has measured from every site:
 * until then all are estimated, so that near is not compared by two measures. A file's take the place of either, pair
 * by pair. One small query where nothing has changed.
 */
export async function loadTravelTimes(store: Store, network: Pick<Network, 'sites'>): Promise<TravelTimes> {
  const sites = network.sites.map(({ code, latitude, longitude }) => ({ code, latitude, longitude }))
  const revision = await measuredRevision(store.db)
  const key = `${revision} ${JSON.stringify(sites)}`
  const kept = keptByStore.get(store.pool) ?? new Map<string, Promise<TravelTimes>>()
  keptByStore.set(store.pool, kept)
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const made = make(store, sites, revision)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    kept.delete(oldest)
  }
  return made
}

async function make(store: Store, sites: readonly Origin[], revision: string): Promise<TravelTimes> {
  const estimate = await estimated(sites)
  if (revision === '') return estimate
  const rows = await measuredRows(store.db, sites, areasDigest(areas()))
  return overlaid(estimate, rows, revision)
}

/** A second or more of work, in pieces: whoever asks for something else meanwhile is served. */
async function estimated(sites: readonly Origin[]): Promise<TravelTimes> {
  const steps = travelTimesBySite(sites, areas(), land())
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

/** The estimate with an engine's minutes over it, if they are complete, and a file's over both. */
function overlaid(estimate: TravelTimes, rows: readonly KeptRow[], revision: string): TravelTimes {
  const row = new Map(estimate.sites.map((code, at) => [code, at]))
  const minutes = estimate.minutes.slice()
  const lay = (own: readonly KeptRow[]) => {
    for (const { code, minutes: given } of own) {
      const start = (row.get(code) ?? 0) * estimate.areas.length
      given.forEach((way, area) => {
        if (!Number.isNaN(way)) minutes[start + area] = way
      })
    }
  }
  const byBasis = Map.groupBy(rows, ({ basis }) => basis)
  const isWhole = (basis: KeptRow['basis']) => (byBasis.get(basis)?.length ?? 0) === estimate.sites.length
  const engine = (['valhalla', 'osrm'] as const).find(isWhole)
  const file = byBasis.get('file') ?? []
  if (estimate.sites.length === 0 || (!engine && file.length === 0)) return estimate
  if (engine) lay(byBasis.get(engine) ?? [])
  lay(file)
  const basis: TravelBasis = engine ?? (isWhole('file') ? 'file' : 'estimate')
  return { ...estimate, minutes, basis, key: `${estimate.key} ${basis} ${revision}` }
}
