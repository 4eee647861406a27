/** The routing engine that the configuration names. */

import type { Config } from '#config'
import type { RoutingEngine } from './engine.ts'
import { osrm } from './osrm.ts'
import { valhalla } from './valhalla.ts'

/** A table of a hundred ways takes an engine well under a second; this is for one that is just starting. */
const TIMEOUT_MS = 30_000

/** Null: none is configured. */
export function openRouting({ routing }: Pick<Config, 'routing'>): RoutingEngine | null {
  if (!routing) return null
  const address = { url: routing.url.reveal(), timeoutMs: TIMEOUT_MS, mostPoints: routing.table ?? undefined }
  return routing.engine === 'osrm' ? osrm(address) : valhalla(address)
}
