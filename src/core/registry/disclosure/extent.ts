/** How far a figure's rows reach: the whole nation, some areas of it, or organisations. */

import type { Cohort, Condition } from '../cohort.ts'
import type { Audience } from '../disclosure.ts'

/** Columns that say where: a condition or a grouping by one of them is below national level. */
export const areaColumns: ReadonlySet<string> = new Set(['nation', 'region', 'organisation'])

export const isOfArea = ({ column }: Condition): boolean => areaColumns.has(column)

/** The one organisation that a cohort is of, or null. */
export function organisationOf({ conditions }: Cohort): string | null {
  for (const condition of conditions) {
    if (condition.column === 'organisation' && condition.is === 'one-of' && condition.values.length === 1)
      return condition.values[0] ?? null
  }
  return null
}

/** Whether this audience sees the cohort's numbers as they are, because they are its own. */
export function isOwn(cohort: Cohort, audience: Audience): boolean {
  return audience.who === 'service' && organisationOf(cohort) === audience.organisation
}

/** The conditions that say nothing of where. */
export function withoutArea(cohort: Cohort): Cohort {
  return { conditions: cohort.conditions.filter((condition) => !isOfArea(condition)) }
}
