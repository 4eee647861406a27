/** How many people live in each region: small areas counted to the region of the nearest main hospital of their nation. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { kilometresBetween } from '#core/network/offers.ts'
import type { AroundFacts } from '#core/registry/figure/around.ts'

interface Place {
  readonly nation: string
  readonly region: string
  readonly latitude: number
  readonly longitude: number
}
interface Area {
  readonly nation: string
  readonly latitude: number
  readonly longitude: number
  readonly people: number
}

const file = join(import.meta.dirname, '../../../data/population.csv')
let areas: readonly Area[] | null = null

/**
 * Borders of regions are not in the data; the nearest hospital is on the right side of them for nearly everybody.
 *
 * @see data/README.md for the census counts
 */
export function populationByRegion(organisations: readonly Place[]): AroundFacts['population'] {
  areas ??= readAreas()
  const people = new Map<string, { region: string; nation: string; people: number }>()
  for (const area of areas) {
    let nearest: Place | null = null
    let least = Number.POSITIVE_INFINITY
    for (const place of organisations) {
      if (place.nation !== area.nation) continue
      const distance = kilometresBetween(area, place)
      if (distance >= least) continue
      least = distance
      nearest = place
    }
    if (!nearest) continue
    const { region, nation } = nearest
    const held = people.get(`${nation}/${region}`) ?? { region, nation, people: 0 }
    held.people += area.people
    people.set(`${nation}/${region}`, held)
  }
  return [...people.values()].sort(
    (a, b) => a.nation.localeCompare(b.nation, 'en') || a.region.localeCompare(b.region, 'en'),
  )
}

function readAreas(): readonly Area[] {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true }) as readonly Record<string, string>[]
  return rows.map(({ nation = '', latitude, longitude, population }) => ({
    nation,
    latitude: Number(latitude),
    longitude: Number(longitude),
    people: Number(population),
  }))
}
