/** Minutes between services, from travel times that lead to areas: a service stands in the area nearest to it. */

import type { Site } from '../network.ts'
import { distancesKm, placed } from '../travel/distance.ts'
import type { Situation } from './situation.ts'

/** Minutes by car from one site to another; Infinity where no road leads there, or one of them is not known. */
export type MinutesBetween = (from: string, to: string) => number

const kept = new WeakMap<object, MinutesBetween>()

export function minutesBetween({ network, times, areas }: Situation): MinutesBetween {
  const known = kept.get(times)
  if (known) return known
  const sites = new Map(network.sites.map((site) => [site.code, site]))
  const rows = new Map(times.sites.map((code, row) => [code, row]))
  const laid = placed(areas)
  const standsIn = new Map<string, number>()
  const made: MinutesBetween = (from, to) => {
    const [site, row] = [sites.get(from), rows.get(to)]
    if (!site || row === undefined) return Number.POSITIVE_INFINITY
    if (from === to) return 0
    const at = standsIn.get(from) ?? nearestArea(site, laid)
    standsIn.set(from, at)
    return times.minutes[row * areas.length + at] ?? Number.POSITIVE_INFINITY
  }
  kept.set(times, made)
  return made
}

function nearestArea(site: Site, laid: ReturnType<typeof placed>): number {
  const away = distancesKm(site, laid)
  let nearest = 0
  for (let at = 1; at < away.length; at++) if ((away[at] as number) < (away[nearest] as number)) nearest = at
  return nearest
}
