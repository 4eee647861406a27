/** `npm run travel`: measures travel times by road, outward from each service; goes on where it was cut off. */

import type { Config } from '#config'
import { ukDay } from '#core/calendar/uk-day.ts'
import type { Area } from '#core/network/network.ts'
import { distanceKm } from '#core/network/travel/distance.ts'
import { type RoutingEngine, RoutingError } from '#routing/engine.ts'
import { openRouting } from '#routing/open.ts'
import { outward, PAUSES_MS } from '#routing/outward.ts'
import { organisationsOn } from '#store/catalogue/organisations.ts'
import { areas } from '#store/network/areas.ts'
import { areasDigest, keepMinutes, measuredCodes, type Origin } from '#store/network/measured.ts'
import { endRun, noteRun, startRun } from '#store/network/travel-run.ts'
import type { Store } from '#store/open.ts'
import { travelFileCommand } from './travel-file.ts'

/**
 * Further than this in a straight line a way is not asked for: nobody goes there while there is a service nearer, and
 * engines have limits. It stays estimated.
 */
const MOST_KM = 300

const usage = `npm run travel             measures from every service that is not measured yet
npm run travel -- --all    measures from every service anew
npm run travel -- --file FILE.csv
                           puts a file of origin, destination, minutes in use, of any length

ROUTING_ENGINE (osrm or valhalla) and ROUTING_URL name the engine.`

/** @returns the exit code: 0 when all is measured, 1 with a line that says what is in the way */
export async function travelCommand(
  store: Store,
  words: readonly string[],
  config: Pick<Config, 'routing'>,
  print: (line: string) => void,
): Promise<number> {
  const sites = await organisationsOn(store.db, ukDay(new Date().toISOString()))
  const [first, file] = words
  if (first === '--file' && file !== undefined && words.length === 2)
    return travelFileCommand(store, file, sites, print)
  const engine = openRouting(config)
  if (!engine || words.some((word) => word !== '--all')) {
    print(usage)
    return 1
  }
  return measure(store, { engine, sites, areas: areas(), anew: words.includes('--all'), print })
}

interface Measuring {
  readonly engine: RoutingEngine
  readonly sites: readonly Origin[]
  readonly areas: readonly Area[]
  /** Also from services that are measured already. */
  readonly anew?: boolean
  readonly pausesMs?: readonly number[]
  readonly print: (line: string) => void
}

/** Measures from each service to every small area in reach; what one service has is kept before the next begins. */
export async function measure(store: Store, asked: Measuring): Promise<number> {
  const { engine, sites, areas: all, print } = asked
  const digest = areasDigest(all)
  const known = asked.anew ? new Set<string>() : await measuredCodes(store.db, engine.name, sites, digest)
  const run = await startRun(store.db, { engine: engine.name, sites: sites.length, done: known.size })
  let done = known.size
  if (done > 0) print(`${done} of ${sites.length} services are measured already.`)
  for (const site of sites) {
    if (known.has(site.code)) continue
    try {
      const minutes = await minutesFrom(engine, site, all, asked.pausesMs ?? PAUSES_MS)
      await keepMinutes(store.db, engine.name, site, digest, minutes)
    } catch (error) {
      if (!(error instanceof RoutingError)) throw error
      await endRun(store.db, run, error.message)
      print(
        `${error.message} ${done} of ${sites.length} services are measured; the next run goes on from there.`,
      )
      return 1
    }
    done++
    await noteRun(store.db, run, done)
    if (done % 10 === 0 || done === sites.length) print(`${done} of ${sites.length} services measured`)
  }
  await endRun(store.db, run, null)
  return 0
}

async function minutesFrom(
  engine: RoutingEngine,
  site: Origin,
  all: readonly Area[],
  pausesMs: readonly number[],
): Promise<Float32Array> {
  const minutes = new Float32Array(all.length).fill(Number.NaN)
  const near = all.flatMap((area, at) => (distanceKm(site, area) <= MOST_KM ? [at] : []))
  const found = await outward(
    engine,
    site,
    near.map((at) => all[at] as Area),
    pausesMs,
  )
  near.forEach((at, index) => {
    minutes[at] = found[index] ?? Number.POSITIVE_INFINITY
  })
  return minutes
}
