/** What columns and their values are called on a figure. */

import { procedureName } from '../../catalogue/procedures.ts'
import type { Column } from '../column.ts'
import { type Level, levels } from '../levels.ts'
import type { Around } from './around.ts'

/** A column of a level, or of the treatment that its rows belong to; undefined where there is none. */
export function columnNamed(level: Level, name: string): Column | undefined {
  const own = levels[level].columns as Readonly<Record<string, Column>>
  const treatment = levels.treatment.columns as Readonly<Record<string, Column>>
  if (Object.hasOwn(own, name)) return own[name]
  return Object.hasOwn(treatment, name) ? treatment[name] : undefined
}

export function labelOf(level: Level, name: string): string {
  return columnNamed(level, name)?.label ?? name
}

/** A value of a column in words. */
export function valueWords(
  column: Column | undefined,
  value: string,
  around: Pick<Around, 'organisations'>,
): string {
  if (column?.type === 'choice') {
    const option = column.options.find((each) => each.value === value)?.label ?? value
    // "Grade 2" says something beside a curve, "2" does not.
    return /^[A-Z0-9]$/.test(option) ? `${column.label} ${option}` : option
  }
  if (column?.type === 'code' && column.list === 'procedure') return procedureName(value)
  if (column?.type === 'code' && column.list === 'organisation')
    return around.organisations.get(value)?.name ?? value
  return value
}
