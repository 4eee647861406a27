/** Invented rows for the tests and benchmarks of snapshots: every column of every level, of some made-up people. */

import { createHash, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Column } from '#core/registry/column.ts'
import { type Level, levelNames, type Rows } from '#core/registry/levels.ts'
import { pseudonym } from '#core/registry/snapshot/pseudonym.ts'
import { columnsOf } from '#core/registry/snapshot/stored.ts'
import { sealKey } from '#store/record/seal-key.ts'
import type { Sourced } from '#store/snapshot/write.ts'

const cache = join(import.meta.dirname, '..', '..', '.cache')

/** A folder of this test's own, gone after it. */
export function temporaryFolder(): string {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'snapshot-test-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const newKey = () =>
  sealKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())

export const testKey = newKey()
export const anotherKey = newKey()

const codes = {
  organisation: Array.from({ length: 60 }, (_, at) => `R${String.fromCharCode(65 + (at % 26))}${at % 10}`),
  procedure: ['ablation-liver', 'tace', 'sirt', 'ablation-kidney', 'ablation-lung'],
  icd10: ['C22', 'C78', 'C18', 'C64', 'C34'],
  nation: ['England', 'Scotland', 'Wales', 'Northern Ireland'],
  region: ['London', 'North West', 'South East', 'Yorkshire and The Humber'],
} as const

/** A repeatable sequence of numbers from 0 to 1. */
function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function keyFor(level: string, id: string): string {
  return pseudonym(createHash('sha1').update(`${level} ${id}`).digest())
}

/** One invented patient after another, with one to three treatments each, until there are so many treatments. */
export function* inventedRows(treatments: number, seed = 1): Generator<Sourced> {
  let made = 0
  for (let number = 0; made < treatments; number++) {
    const many = Math.min(treatments - made, 1 + (number % 10 === 0 ? 2 : number % 4 === 0 ? 1 : 0))
    yield { rows: patientRows(number, many, chanceFrom(seed * 1_000_003 + number)) }
    made += many
  }
}

function patientRows(number: number, many: number, chance: () => number): Rows {
  const rows = Object.fromEntries(levelNames.map((level) => [level, []])) as unknown as Record<
    Level,
    object[]
  >
  const patient = keyFor('patient', String(number))
  const organisation = codes.organisation[Math.floor(chance() * codes.organisation.length)]
  const year = 2014 + Math.floor(chance() * 10)
  rows.patient.push(rowOf('patient', { patient, year, treatments: many }, chance))
  for (let nth = 0; nth < many; nth++) {
    const treatment = keyFor('treatment', `${number}.${nth}`)
    const at = { patient, treatment, organisation, year: year + nth }
    const startedOn = `${year + nth}-${String(1 + Math.floor(chance() * 12)).padStart(2, '0')}-${String(1 + Math.floor(chance() * 28)).padStart(2, '0')}`
    rows.treatment.push(rowOf('treatment', { ...at, startedOn }, chance))
    for (const level of ['session', 'tumour', 'assessment'] as const)
      rows[level].push(rowOf(level, { ...at, [level]: keyFor(level, `${number}.${nth}`) }, chance))
    for (const level of ['complication', 'feedback'] as const)
      if (chance() < 0.2)
        rows[level].push(rowOf(level, { ...at, [level]: keyFor(level, `${number}.${nth}`) }, chance))
  }
  return rows as unknown as Rows
}

function rowOf(level: Level, given: Readonly<Record<string, unknown>>, chance: () => number): object {
  const row: Record<string, unknown> = {}
  for (const [name, column] of Object.entries(columnsOf(level)))
    row[name] = given[name] ?? inventedValue(name, column, chance)
  return row
}

function inventedValue(name: string, column: Column, chance: () => number): unknown {
  const among = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(chance() * values.length)] as Value
  if (column.type === 'key') return keyFor(name, String(Math.floor(chance() * 500)))
  if (chance() < 0.15) return null
  if (column.type === 'choice') return among(column.options).value
  if (column.type === 'code') return among(codes[column.list])
  if (column.type === 'yes-no') return chance() < 0.7
  if (column.type === 'day')
    return `${2014 + Math.floor(chance() * 10)}-0${1 + Math.floor(chance() * 9)}-1${Math.floor(chance() * 10)}`
  if (column.type === 'whole') return Math.floor(chance() * 2000) - 5
  return Math.round(chance() * 1000) / 10
}
