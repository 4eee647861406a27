/** How a value of a column is staged as a number or a short text, and how SQL makes of it what the files hold. */

import type { Column } from '#core/registry/column.ts'
import type { Release } from '#core/registry/snapshot/manifest.ts'
import { isValueOf } from '#core/registry/snapshot/stored.ts'
import { nameOf, textOf } from './engine.ts'

/** Stands for what is not known among whole numbers and days. */
const none = -2147483648

export interface ColumnCode {
  readonly name: string
  readonly column: Column
  readonly sqlType: 'VARCHAR' | 'INTEGER' | 'DOUBLE'
  /** @throws RangeError where the column may hold no such value; the value is not in its message, for it may name somebody */
  encode(value: unknown): string | number
  /** The values that occurred in a column of codes. */
  codes(): readonly string[]
  /** SQL, of the staged value. */
  decoded(release: Release): string
}

export function columnCode(name: string, column: Column): ColumnCode {
  const at = nameOf(name)
  const refuse = (value: unknown) => {
    if (!isValueOf(column, value)) throw new RangeError(`a value of ${name} is none that the column may hold`)
  }
  const common = { name, column, codes: () => [] as readonly string[] }
  switch (column.type) {
    case 'key':
      return {
        ...common,
        sqlType: 'VARCHAR',
        encode(value) {
          refuse(value)
          return value === null ? '' : (value as string)
        },
        decoded: () => (column.nullable ? `nullif(${at}, '')` : at),
      }
    case 'number':
      return {
        ...common,
        sqlType: 'DOUBLE',
        encode(value) {
          refuse(value)
          return value === null ? Number.NaN : (value as number)
        },
        decoded: () => `case when isnan(${at}) then null else ${at} end`,
      }
    case 'whole':
      return {
        ...common,
        sqlType: 'INTEGER',
        encode(value) {
          refuse(value)
          return value === null ? none : (value as number)
        },
        decoded: () => `nullif(${at}, ${none})`,
      }
    case 'yes-no':
      return {
        ...common,
        sqlType: 'INTEGER',
        encode(value) {
          refuse(value)
          return value === null ? none : Number(value)
        },
        decoded: () => `case ${at} when 1 then true when 0 then false end`,
      }
    case 'choice':
    case 'code':
    case 'day':
      return { ...common, sqlType: 'INTEGER', ...listed(name, column, refuse) }
  }
}

/** Texts by number: each different one is checked once. */
function listed(name: string, column: Column, refuse: (value: unknown) => void) {
  const at = nameOf(name)
  const numbers = new Map<string, number>()
  const add = (value: string) => {
    const number = column.type === 'day' ? Date.parse(value) / 86_400_000 : numbers.size + 1
    numbers.set(value, number)
    return number
  }
  if (column.type === 'choice') for (const { value } of column.options) add(value)
  return {
    encode(value: unknown): number {
      if (value === null) return column.type === 'day' ? none : 0
      const known = numbers.get(value as string)
      if (known !== undefined) return known
      refuse(value)
      return add(value as string)
    },
    codes: () => (column.type === 'code' ? [...numbers.keys()] : []),
    decoded(release: Release) {
      if (column.type !== 'day') {
        const values = [...numbers.keys()].map(textOf).join(', ')
        return `([${values}]::varchar[])[${at}]`
      }
      const day = `(date '1970-01-01' + nullif(${at}, ${none}))`
      return release === 'coarse' ? `strftime(${day}, '%Y-%m')` : day
    },
  }
}
