/** How a value of a column is staged as a number, and how SQL makes of it what the files hold. */

import type { Column } from '#core/registry/column.ts'
import type { Release } from '#core/registry/snapshot/manifest.ts'
import { isValueOf } from '#core/registry/snapshot/stored.ts'
import { nameOf, textOf } from './engine.ts'
import { keyTextSql, putKey } from './key-code.ts'

/** Stand for what is not known. */
const none = -2147483648
const noneOfFew = -128
const noKey = -1

/** The staged values of some rows, side by side as the database holds them. */
export type Held = Int8Array | Int32Array | Float64Array | BigInt64Array

export interface ColumnCode {
  readonly name: string
  readonly column: Column
  readonly sqlType: 'BIGINT' | 'INTEGER' | 'TINYINT' | 'DOUBLE'
  readonly held: Held
  /** @throws RangeError where the column may hold no such value; the value is not in its message, for it may name somebody */
  put(row: number, value: unknown): void
  /** The values that occurred in a column of codes. */
  codes(): readonly string[]
  /** SQL, of the staged value. */
  decoded(release: Release): string
}

/** @param rows how many are held at a time */
export function columnCode(name: string, column: Column, rows: number): ColumnCode {
  const at = nameOf(name)
  const refuse = (value: unknown) => {
    if (!isValueOf(column, value)) throw new RangeError(`a value of ${name} is none that the column may hold`)
  }
  const common = { name, column, codes: () => [] as readonly string[] }
  switch (column.type) {
    case 'key':
      return { ...common, sqlType: 'BIGINT', ...keyed(at, column.nullable === true, refuse, rows) }
    case 'number': {
      const held = new Float64Array(rows)
      return {
        ...common,
        sqlType: 'DOUBLE',
        held,
        put(row, value) {
          if (!Number.isFinite(value)) refuse(value)
          held[row] = value === null ? Number.NaN : (value as number)
        },
        decoded: () => `case when isnan(${at}) then null else ${at} end`,
      }
    }
    case 'whole': {
      const held = new Int32Array(rows)
      return {
        ...common,
        sqlType: 'INTEGER',
        held,
        put(row, value) {
          refuse(value)
          held[row] = value === null ? none : (value as number)
        },
        decoded: () => `nullif(${at}, ${none})`,
      }
    }
    case 'yes-no': {
      const held = new Int8Array(rows)
      return {
        ...common,
        sqlType: 'TINYINT',
        held,
        put(row, value) {
          refuse(value)
          held[row] = value === null ? noneOfFew : Number(value)
        },
        decoded: () => `case ${at} when 1 then true when 0 then false end`,
      }
    }
    case 'choice':
      return column.options.length <= 127
        ? { ...common, sqlType: 'TINYINT', ...listed(name, column, refuse, new Int8Array(rows)) }
        : { ...common, sqlType: 'INTEGER', ...listed(name, column, refuse, new Int32Array(rows)) }
    case 'code':
    case 'day':
      return { ...common, sqlType: 'INTEGER', ...listed(name, column, refuse, new Int32Array(rows)) }
  }
}

type Refuse = (value: unknown) => void

function keyed(at: string, isNullable: boolean, refuse: Refuse, rows: number) {
  const held = new BigInt64Array(rows)
  const halves = new Int32Array(held.buffer)
  return {
    held,
    put(row: number, value: unknown): void {
      if (typeof value === 'string' && putKey(halves, row, value)) return
      refuse(value)
      if (value !== null) throw new RangeError('a pseudonym is written in other letters')
      halves[2 * row] = noKey
      halves[2 * row + 1] = noKey
    },
    decoded: () =>
      isNullable ? `case when ${at} = ${noKey} then null else ${keyTextSql(at)} end` : keyTextSql(at),
  }
}

/** Texts by number: each different one is checked once. */
function listed(name: string, column: Column, refuse: Refuse, held: Int8Array | Int32Array) {
  const at = nameOf(name)
  const unknown = column.type === 'day' ? none : 0
  const numbers = new Map<string, number>()
  const add = (value: string) => {
    const number = column.type === 'day' ? Date.parse(value) / 86_400_000 : numbers.size + 1
    numbers.set(value, number)
    return number
  }
  if (column.type === 'choice') for (const { value } of column.options) add(value)
  const numberOf = (value: unknown): number => {
    refuse(value)
    return value === null ? unknown : add(value as string)
  }
  return {
    held,
    put(row: number, value: unknown): void {
      held[row] = value === null ? unknown : (numbers.get(value as string) ?? numberOf(value))
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
