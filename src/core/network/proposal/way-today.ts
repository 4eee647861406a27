/** How each area reaches a procedure today: at its home service, by that service's referral pathways, or not at all. */

import { offersIt } from '../../census/availability.ts'
import { standingAt } from '../gaps.ts'
import { homesOf } from '../siting/what-if.ts'
import type { Situation } from './situation.ts'

/** To whom each site sends or could keep patients for a procedure: itself, its recipients, or nobody. */
export function placesOf(
  { network }: Pick<Situation, 'network'>,
  procedure: string,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    network.sites.map(({ code }) => {
      const { availability, pathways } = standingAt(network, procedure, code)
      if (availability === 'here') return [code, [code]]
      const known = pathways.filter(({ to }) => offersIt(procedure, network.provisions.get(to)) !== false)
      return [code, [...new Set(known.map(({ to }) => to))]]
    }),
  )
}

/**
 * Minutes by area to where its people are treated, Infinity where there is no way: everybody's home service is the
 * nearest of all, and they are treated there or where it refers to, at the nearest of those.
 *
 * @param places by code of each site, the codes of those at which its patients are treated
 */
export function minutesToTreatment(
  { times }: Pick<Situation, 'times'>,
  places: ReadonlyMap<string, readonly string[]>,
): Float32Array {
  const homes = homesOf(times)
  const rows = new Map(times.sites.map((code, row) => [code, row]))
  const rowsOf = times.sites.map((code) =>
    (places.get(code) ?? []).flatMap((place) => {
      const row = rows.get(place)
      return row === undefined ? [] : [row]
    }),
  )
  const width = times.areas.length
  const minutes = new Float32Array(width).fill(Number.POSITIVE_INFINITY)
  for (let area = 0; area < width; area++)
    for (const row of rowsOf[homes[area] as number] ?? []) {
      const way = times.minutes[row * width + area] as number
      if (way < (minutes[area] as number)) minutes[area] = way
    }
  return minutes
}
