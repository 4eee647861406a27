/** The values of a column that a cohort can be chosen by: which there are, and what each is called. */

import { NATIONS } from '../../catalogue/organisations.ts'
import { PROCEDURES, procedureById } from '../../catalogue/procedures.ts'
import { columnOf, type FilterColumn } from './columns.ts'

/** What the directory calls things: organisations by code; regions are their own names. */
export interface Names {
  readonly organisations: ReadonlyMap<string, string>
  readonly regions: ReadonlySet<string>
}

export interface Value {
  readonly value: string
  readonly label: string
}

/** Every value to choose from; of ICD-10 categories, which no list here holds, none. */
export function valuesOf(filter: FilterColumn, names: Names): readonly Value[] {
  const column = columnOf(filter)
  if (column.type === 'choice') return column.options.map(({ value, label }) => ({ value, label }))
  if (column.type !== 'code') return []
  switch (column.list) {
    case 'procedure':
      return PROCEDURES.map(({ id, name }) => ({ value: id, label: name }))
    case 'nation':
      return NATIONS.map((nation) => ({ value: nation, label: nation }))
    case 'region':
      return [...names.regions].sort().map((region) => ({ value: region, label: region }))
    case 'organisation':
      return [...names.organisations]
        .map(([value, label]) => ({ value, label }))
        .sort((one, other) => (one.label < other.label ? -1 : 1))
    case 'icd10':
      return []
  }
}

/** What a value is called; null where there is no such value. */
export function labelOf(filter: FilterColumn, value: string, names: Names): string | null {
  const column = columnOf(filter)
  if (column.type === 'choice') return column.options.find((option) => option.value === value)?.label ?? null
  if (column.type !== 'code') return null
  switch (column.list) {
    case 'procedure':
      return procedureById(value)?.name ?? null
    case 'nation':
      return NATIONS.find((nation) => nation === value) ?? null
    case 'region':
      return names.regions.has(value) ? value : null
    case 'organisation':
      return names.organisations.get(value) ?? null
    case 'icd10':
      return /^[A-Z]\d\d$/.test(value) ? value : null
  }
}
