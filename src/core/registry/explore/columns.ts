/** Columns by which a figure's rows are grouped, or for which it is adjusted: what was known before the treatment. */

import { columnOf, type FilterColumn, filterColumns } from '../cohort/columns.ts'
import type { Column } from '../column.ts'
import type { Unit } from '../endpoint.ts'
import { levelOf } from '../endpoints.ts'
import { bandsOf } from '../figure/bands.ts'
import { levels } from '../levels.ts'

/** Of these, groups are the values of a choice or the bands of a number; a service or a diagnosis code has too many. */
export const groupColumns: readonly FilterColumn[] = filterColumns.filter(
  ({ name, asks }) =>
    (asks === 'values' && name !== 'organisation' && name !== 'icd10') ||
    (asks === 'range' && bandsOf(name) !== undefined),
)

/** Of these, numbers count by their unit and choices against one of theirs. */
export const regressionColumns: readonly FilterColumn[] = filterColumns.filter(
  ({ name, asks }) =>
    (asks === 'values' || asks === 'range') && !['organisation', 'icd10', 'region', 'origin'].includes(name),
)

export const columnLabel = (filter: FilterColumn): string => columnOf(filter).label

/** The yes-or-no columns of a unit's rows: what a share can be of. */
export function shareColumns(unit: Unit): readonly { readonly name: string; readonly label: string }[] {
  const columns: Readonly<Record<string, Column>> = levels[levelOf(unit)].columns
  return Object.entries(columns)
    .filter(([, column]) => column.type === 'yes-no')
    .map(([name, { label }]) => ({ name, label }))
}
