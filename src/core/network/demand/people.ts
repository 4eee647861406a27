/** Residents by district and region: what demand is computed for. */

import type { Nation } from '../../catalogue/organisations.ts'
import type { Area, Site } from '../network.ts'
import { regionsOf } from '../regions.ts'

/** The residents of a district; of one that two regions share, its part in each. */
export interface Cell {
  readonly nation: Nation
  readonly region: string
  readonly district: string
  readonly people: number
}

/**
 * Districts with the region that each is in, in the order of nation, region, district. An area of a nation without a
 * site is left out, for nobody can say in which region it is.
 */
export function peopleByCell(areas: readonly Area[], sites: readonly Site[]): readonly Cell[] {
  const regions = regionsOf(areas, sites)
  const cells = new Map<string, { nation: Nation; region: string; district: string; people: number }>()
  areas.forEach(({ nation, district, population }, at) => {
    const region = regions[at] ?? null
    if (region === null) return
    const key = `${nation}|${region}|${district}`
    const held = cells.get(key)
    if (held) held.people += population
    else cells.set(key, { nation, region, district, people: population })
  })
  return [...cells.values()].sort(
    (a, b) =>
      a.nation.localeCompare(b.nation, 'en') ||
      a.region.localeCompare(b.region, 'en') ||
      a.district.localeCompare(b.district, 'en'),
  )
}
