/** How much is done where: volume and rate per million of population, by region. */

import { type Rate, ratePerMillion } from './rate.ts'

export interface RegionVolume {
  readonly region: string
  readonly treatments: number
  readonly population: number
}

/**
 * Each region's treatments a year for each million people, with exact Poisson intervals, in the order given.
 *
 * @param years over how many years the treatments were counted
 * @throws RangeError where a count or population is negative or not a number, or nobody lives where treatments were
 *   counted: says which region, by its place
 */
export function volumesPerMillion(
  regions: readonly RegionVolume[],
  years = 1,
  level = 0.95,
): readonly (RegionVolume & { readonly perMillion: Rate })[] {
  return regions.map((region, at) => {
    try {
      return { ...region, perMillion: ratePerMillion(region.treatments, region.population, years, level) }
    } catch (problem) {
      throw new RangeError(`regions[${at}] (${region.region}): ${(problem as Error).message}`)
    }
  })
}
