/** How the declared columns stand in a snapshot's files, and what a value of each may be: the last wall before a name. */

import { nationSchema } from '../../catalogue/organisations.ts'
import type { Column } from '../column.ts'
import { type Level, levels } from '../levels.ts'
import type { Release, StoredColumn, StoredType } from './manifest.ts'
import { keyPattern } from './pseudonym.ts'

/** The declared columns of a level, by name. */
export function columnsOf(level: Level): Readonly<Record<string, Column>> {
  return levels[level].columns as Readonly<Record<string, Column>>
}

export interface RowNumber {
  readonly name: 'patientRow' | 'treatmentRow'
  readonly label: string
  readonly meaning: string
}

const patientRow: RowNumber = {
  name: 'patientRow',
  label: 'Row of the patient',
  meaning:
    'Place of the patient among those of this snapshot, in order of their pseudonyms, from 0; another in each snapshot',
}
const treatmentRow: RowNumber = {
  name: 'treatmentRow',
  label: 'Row of the treatment',
  meaning: 'Place of the treatment in the treatment level of this snapshot, from 0; another in each snapshot',
}

/** Columns that the snapshot adds, so that levels join by number rather than by text. */
export function rowNumbersOf(level: Level): readonly RowNumber[] {
  if (level === 'patient') return [patientRow]
  return level === 'treatment' ? [treatmentRow, patientRow] : [treatmentRow]
}

function storedType(column: Column, release: Release): StoredType {
  return column.type === 'day' && release === 'coarse' ? 'month' : column.type
}

/**
 * The columns of a level as its files hold them.
 *
 * @param codesOf the values that occur in a column of codes
 */
export function storedColumns(
  level: Level,
  release: Release,
  codesOf: (column: string) => readonly string[],
): StoredColumn[] {
  const declared = Object.entries(columnsOf(level)).map(([name, column]) => ({
    name,
    type: storedType(column, release),
    ...('unit' in column && column.unit !== undefined ? { unit: column.unit } : {}),
    ...(column.type === 'choice' ? { values: column.options.map(({ value }) => value) } : {}),
    ...(column.type === 'code' ? { values: codesOf(name).toSorted() } : {}),
  }))
  return [...declared, ...rowNumbersOf(level).map(({ name }) => ({ name, type: 'row' as const }))]
}

const codePatterns = {
  organisation: /^[A-Z0-9]{2,12}$/,
  procedure: /^[a-z][a-z0-9-]{1,59}$/,
  icd10: /^[A-Z][0-9][0-9A-Z]$/,
  nation: new RegExp(`^(${nationSchema.options.join('|')})$`),
  region: /^\p{Lu}[\p{L} ,.'’&()-]{1,99}$/u,
} as const

/** Whether a value is one that the column may hold. What is not known is null, and may be everywhere but in a key. */
export function isValueOf(column: Column, value: unknown): boolean {
  if (value === null) return column.type !== 'key' || column.nullable === true
  switch (column.type) {
    case 'key':
      return typeof value === 'string' && keyPattern.test(value)
    case 'code':
      return typeof value === 'string' && codePatterns[column.list].test(value)
    case 'choice':
      return typeof value === 'string' && column.options.some((option) => option.value === value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'whole':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'day':
      return (
        typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
      )
  }
}
