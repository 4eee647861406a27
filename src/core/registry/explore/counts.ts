/**
 * Counts of a cohort while it is being chosen, through the gate: of the whole nation as they are; below it small
 * ones are withheld, also where only the rest of the nation is small, from which the own would follow.
 */

import type { Cohort } from '../cohort.ts'
import { isOfArea, withoutArea } from '../disclosure/extent.ts'
import { releaseAreas } from '../disclosure/release.ts'
import type { Shown } from '../figure/figure.ts'

export interface Place {
  readonly column: 'nation' | 'region'
  readonly value: string
}

/** Where a cohort is of one nation or region, which; null: of the whole nation. The gate lets through no other. */
export function placeOf({ conditions }: Cohort): Place | null {
  const found = conditions.find(isOfArea)
  if (found?.is !== 'one-of' || (found.column !== 'nation' && found.column !== 'region')) return null
  const [value] = found.values
  return value === undefined ? null : { column: found.column, value }
}

/** The same cohort everywhere. */
export const everywhere = withoutArea

/**
 * One count of a place, beside the same of the whole nation.
 *
 * @param nation that the place is in, for its policy
 */
export function releaseOne(own: number, whole: number, nation: string): Shown {
  const counts = [
    { area: 'own', nation, value: own },
    { area: 'rest', nation, value: whole - own },
  ]
  return releaseAreas(counts).get('own') ?? '*'
}
