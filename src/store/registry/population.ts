/** How many people live in each region: small areas counted to the region of the nearest main hospital of their nation. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { regionsOf } from '#core/network/regions.ts'
import type { AroundFacts } from '#core/registry/figure/around.ts'
import { areas } from '../network/areas.ts'

/** @see core/network/regions.ts for the region of an area; data/README.md for the census counts */
export function populationByRegion(
  organisations: readonly Pick<Organisation, 'nation' | 'region' | 'latitude' | 'longitude'>[],
): AroundFacts['population'] {
  const regions = regionsOf(areas(), organisations)
  const people = new Map<string, { region: string; nation: string; people: number }>()
  areas().forEach(({ nation, population }, at) => {
    const region = regions[at] ?? null
    if (region === null) return
    const held = people.get(`${nation}/${region}`) ?? { region, nation, people: 0 }
    held.people += population
    people.set(`${nation}/${region}`, held)
  })
  return [...people.values()].sort(
    (a, b) => a.nation.localeCompare(b.nation, 'en') || a.region.localeCompare(b.region, 'en'),
  )
}
