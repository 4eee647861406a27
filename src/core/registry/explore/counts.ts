/**
 * Counts of a cohort while it is being chosen, through the gate: of the whole nation as they are; below it small
 * ones are withheld, and so are those from which one could be worked out, weighed with all other regions and nations.
 */

import type { Cohort } from '../cohort.ts'
import { isOfArea, withoutArea } from '../disclosure/extent.ts'

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

/** The same cohort in another place of the same kind. */
export const inPlace = (cohort: Cohort, place: Place): Cohort => ({
  conditions: [
    ...everywhere(cohort).conditions,
    { column: place.column, is: 'one-of', values: [place.value] },
  ],
})
