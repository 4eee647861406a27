/** How much is done where: volume and rate per million of population, by region and in all. */

import { type Rate, ratePerMillion } from './rate.ts'

export interface RegionVolume {
  readonly region: string
  readonly treatments: number
  readonly population: number
}

export interface Volumes {
  /** in the order given */
  readonly regions: readonly (RegionVolume & { readonly perMillion: Rate })[]
  readonly all: { readonly treatments: number; readonly population: number; readonly perMillion: Rate }
}

/**
 * Each region's treatments a year for each million people, with exact Poisson intervals, and the sum of all regions.
 *
 * @param years over how many years the treatments were counted
 * @throws RangeError where a count or population is negative or not a number, or nobody lives where treatments were
 *   counted: says which region, by its place
 */
export function volumesPerMillion(regions: readonly RegionVolume[], years = 1, level = 0.95): Volumes {
  const rows = regions.map((region, at) => {
    try {
      return { ...region, perMillion: ratePerMillion(region.treatments, region.population, years, level) }
    } catch (problem) {
      throw new RangeError(`regions[${at}] (${region.region}): ${(problem as Error).message}`)
    }
  })
  const treatments = regions.reduce((sum, region) => sum + region.treatments, 0)
  const population = regions.reduce((sum, region) => sum + region.population, 0)
  const perMillion = ratePerMillion(treatments, population, years, level)
  return { regions: rows, all: { treatments, population, perMillion } }
}
