/** Supply against demand with borders that nobody keeps to: the two-step floating catchment area method. */

import type { TravelTimes } from './network.ts'

export interface CatchmentProblem {
  readonly times: TravelTimes
  /** What each site can do in a year, by its code; sites that are not in it do nothing. */
  readonly supply: ReadonlyMap<string, number>
  /** Patients a year of each area, in the order of the travel times' areas: people times a rate. */
  readonly demand: ArrayLike<number>
  /** As far as people go: minutes. */
  readonly within: number
}

/** What a site has in its catchment. */
export interface SiteCatchment {
  readonly code: string
  readonly supply: number
  /** Patients a year within reach of it; others may be within reach of them too. */
  readonly demand: number
  /** Treatments for each of those patients; null where there is none: its supply reaches nobody. */
  readonly ratio: number | null
}

export interface Catchment {
  readonly sites: readonly SiteCatchment[]
  /** Treatments a year within reach for each patient of an area, in the order of the areas; 0: none is within reach. */
  readonly access: Float64Array
  /** Treatments a year that reach somebody. */
  readonly supplyInReach: number
  /** Patients a year within reach of a site that does something. */
  readonly demandInReach: number
}

/**
 * How many treatments are within reach for each patient of each area. Step one: each site's supply is shared among
 * all patients within reach of it. Step two: each area adds up the shares of all sites within its reach. So a busy
 * neighbour takes from a service, borders do not count, and the mean over all patients is supply over demand.
 *
 * A catchment ends sharply: 45.1 minutes away is not within 45.
 *
 * @throws RangeError for a demand of other areas, and for a supply or a demand below nothing
 * @see Luo W, Wang F. Measures of spatial accessibility to health care in a GIS environment: synthesis and a case
 *   study in the Chicago region. Environment and Planning B 2003;30:865-884
 */
export function twoStepFloatingCatchment({ times, supply, demand, within }: CatchmentProblem): Catchment {
  const width = times.areas.length
  if (demand.length !== width) throw new RangeError('the demand is not of the areas of the travel times')
  for (const each of [...supply.values(), ...Array.from(demand)])
    if (!(each >= 0)) throw new RangeError('supply and demand cannot be below nothing')
  const access = new Float64Array(width)
  const reached = new Uint8Array(width)
  const sites: SiteCatchment[] = []
  let supplyInReach = 0
  times.sites.forEach((code, site) => {
    const own = supply.get(code) ?? 0
    if (own === 0) return
    const inReach = (area: number) =>
      (times.minutes[site * width + area] ?? Number.POSITIVE_INFINITY) <= within
    let patients = 0
    for (let area = 0; area < width; area++) if (inReach(area)) patients += demand[area] ?? 0
    const ratio = patients > 0 ? own / patients : null
    sites.push({ code, supply: own, demand: patients, ratio })
    for (let area = 0; area < width; area++) {
      if (!inReach(area)) continue
      reached[area] = 1
      access[area] = (access[area] ?? 0) + (ratio ?? 0)
    }
    if (ratio !== null) supplyInReach += own
  })
  let demandInReach = 0
  for (let area = 0; area < width; area++) if (reached[area]) demandInReach += demand[area] ?? 0
  return { sites, access, supplyInReach, demandInReach }
}

/** The mean over the patients of some areas; null where there are none. */
export function meanAccess(
  { access }: Pick<Catchment, 'access'>,
  demand: ArrayLike<number>,
  own: readonly number[],
): number | null {
  let [patients, sum] = [0, 0]
  for (const area of own) {
    patients += demand[area] ?? 0
    sum += (demand[area] ?? 0) * (access[area] ?? 0)
  }
  return patients > 0 ? sum / patients : null
}
