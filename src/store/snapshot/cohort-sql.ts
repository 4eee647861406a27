/** A cohort as SQL with parameters, over the treatment level. What the snapshot does not know is refused. */

import type { Cohort, Condition } from '#core/registry/cohort.ts'
import type { Manifest, StoredColumn } from '#core/registry/snapshot/manifest.ts'
import { columnsOf, isValueOf } from '#core/registry/snapshot/stored.ts'
import { nameOf } from './engine.ts'
import { SnapshotError } from './error.ts'

export interface CohortSql {
  /** After `where`. */
  readonly where: string
  readonly values: readonly (string | number | boolean)[]
}

/** @throws SnapshotError 'cohort-refused' naming the column and what is wrong with it */
export function cohortSql(cohort: Cohort, manifest: Manifest): CohortSql {
  const values: (string | number | boolean)[] = []
  const conditions = cohort.conditions.map((condition) => {
    const column = manifest.levels.treatment.columns.find(({ name }) => name === condition.column)
    if (!column || column.type === 'row') throw refused(`there is no column ${condition.column}`)
    return `(${conditionSql(condition, column, (value) => `$${values.push(value)}`)})`
  })
  return { where: conditions.length === 0 ? 'true' : conditions.join(' and '), values }
}

type Parameter = (value: string | number | boolean) => string

function conditionSql(condition: Condition, column: StoredColumn, parameter: Parameter): string {
  const at = nameOf(column.name)
  switch (condition.is) {
    case 'known':
      return `${at} is not null`
    case 'not-known':
      return `${at} is null`
    case 'one-of':
      return `${at} in (${condition.values.map((value) => parameter(oneOf(column, value))).join(', ')})`
    case 'between':
      return between(condition, column, parameter)
  }
}

function oneOf(column: StoredColumn, value: string): string | boolean {
  if (column.type === 'yes-no') {
    if (value !== 'yes' && value !== 'no') throw refused(`${column.name} is yes or no`)
    return value === 'yes'
  }
  const declared = columnsOf('treatment')[column.name]
  if (!['choice', 'code', 'key'].includes(column.type)) throw refused(`${column.name} has no list of values`)
  if (!declared || !isValueOf(declared, value)) throw refused(`${column.name} has no such value`)
  return value
}

function between(
  { from, to }: Extract<Condition, { is: 'between' }>,
  column: StoredColumn,
  parameter: Parameter,
): string {
  if (!['number', 'whole', 'day', 'month'].includes(column.type))
    throw refused(`${column.name} is no number and no day`)
  if (from === undefined && to === undefined)
    throw refused(`${column.name} has neither a beginning nor an end`)
  const at = numberSql(column)
  return [
    ...(from === undefined ? [] : [`${at} >= ${parameter(from)}::double`]),
    ...(to === undefined ? [] : [`${at} <= ${parameter(to)}::double`]),
  ].join(' and ')
}

/** A column as a number: yes 1, no 0, a day since 1970-01-01, a month as its first day. */
export function numberSql({ name, type }: StoredColumn): string {
  const at = nameOf(name)
  if (type === 'yes-no') return `${at}::integer`
  if (type === 'day') return `(${at} - date '1970-01-01')`
  if (type === 'month') return `(cast(${at} || '-01' as date) - date '1970-01-01')`
  return at
}

function refused(words: string): SnapshotError {
  return new SnapshotError('cohort-refused', `The cohort cannot be read from this snapshot: ${words}.`)
}
