/** Invented rows in any number: of the declared columns, the same from the same seed, and as published. */

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Column } from '#core/registry/column.ts'
import { type Level, levelNames, levels } from '#core/registry/levels.ts'
import { keyPattern } from '#core/registry/snapshot/pseudonym.ts'
import { guessMapping, mappingProblems } from '#core/registry/upload/mapping.ts'
import { rowReader } from '#core/registry/upload/row.ts'
import { kaplanMeier } from '#core/statistics/kaplan-meier.ts'
import { wilsonProportion } from '#core/statistics/proportion.ts'
import { medianSurvival } from '#core/statistics/survival-quantile.ts'
import { generateRows } from '#demonstration/registry/generate.ts'
import { generateCsv } from '#demonstration/registry/generate-csv.ts'
import { cirtSurvival } from '#demonstration/registry/outlook.ts'
import { streamTable } from '#store/files/stream-table.ts'

const SIRT = 'selective-internal-radiation-therapy'
const some = [...generateRows({ treatments: 60_000, seed: 7 })]
const treatments = some.flatMap(({ treatment }) => treatment)

function problemOf(column: Column, value: unknown): boolean {
  if (value === null) return column.type === 'key' && !column.nullable
  if (column.type === 'choice') return !column.options.some((each) => each.value === value)
  if (column.type === 'whole') return !Number.isInteger(value)
  if (column.type === 'number') return !Number.isFinite(value)
  if (column.type === 'yes-no') return typeof value !== 'boolean'
  if (column.type === 'day') return !/^\d{4}-\d{2}-\d{2}$/.test(String(value))
  if (column.type === 'key') return !keyPattern.test(String(value))
  return typeof value !== 'string'
}

async function linesOf(csv: string): Promise<string[][]> {
  async function* bytes() {
    yield Buffer.from(csv)
  }
  const lines: string[][] = []
  for await (const { cells } of streamTable(bytes(), 'utf8')) lines.push([...cells])
  return lines
}

describe('generated rows', () => {
  it('hold in each column what it declares', () => {
    for (const rows of some.slice(0, 5000)) {
      for (const level of levelNames) {
        const columns: Readonly<Record<string, Column>> = levels[level as Level].columns
        for (const row of rows[level]) {
          assert.deepEqual(Object.keys(row).sort(), Object.keys(columns).sort())
          for (const [name, value] of Object.entries(row))
            assert.ok(!problemOf(columns[name] as Column, value), `${level}.${name} is ${value}`)
        }
      }
    }
  })
  it('are the same from the same seed, and others from another', () => {
    const first = (seed: number) => JSON.stringify([...generateRows({ treatments: 200, seed })])
    assert.equal(first(3), first(3))
    assert.notEqual(first(3), first(4))
  })
  it('have keys of their own, and no days that cannot be', () => {
    assert.equal(new Set(treatments.map(({ treatment }) => treatment)).size, treatments.length)
    for (const row of treatments) {
      assert.ok((row.daysToDeath ?? 9999) >= (row.daysToLastSeen ?? 0))
      assert.ok((row.daysToProgression ?? 0) <= (row.daysToLastImaging ?? 0))
      for (const [name, value] of Object.entries(row))
        if (name.startsWith('days')) assert.ok(value === null || Number(value) >= 0, name)
    }
  })
  it('have CIRT’s median survival after SIRT, each within its interval', () => {
    for (const [site, { lower, upper }] of Object.entries(cirtSurvival)) {
      const firsts = some
        .flatMap(({ treatment }) => treatment.slice(0, 1))
        .filter((row) => row.procedure === SIRT && row.tumourSite === site)
      const days = firsts.map((row) => row.daysToDeath ?? row.daysToLastSeen ?? 0)
      const curve = kaplanMeier({
        time: Float64Array.from(days),
        event: Uint8Array.from(firsts, ({ daysToDeath }) => (daysToDeath === null ? 0 : 1)),
      })
      const months = medianSurvival(curve).time / (365.25 / 12)
      assert.ok(months >= lower && months <= (upper ?? Number.POSITIVE_INFINITY), `${site}: ${months}`)
    }
  })
  it('have the published safety: SIRT severe 2.5%, death within 30 days about 1%; nephrostomy 98% and 6.3%', () => {
    const share = (answers: readonly (boolean | null)[]) => {
      const known = answers.filter((each) => each !== null)
      return wilsonProportion(known.filter(Boolean).length, known.length)
    }
    const holds = (published: number, answers: readonly (boolean | null)[], near: number) => {
      const { estimate } = share(answers)
      assert.ok(Math.abs((estimate ?? Number.NaN) - published) <= near, `${estimate}, published ${published}`)
    }
    const of = (procedure: string) => treatments.filter((row) => row.procedure === procedure)
    holds(
      0.025,
      of(SIRT).map((row) => row.severe30),
      0.006,
    )
    holds(
      0.01,
      of(SIRT).map((row) => row.died30),
      0.008,
    )
    holds(
      0.98,
      of('nephrostomy').map((row) => row.technicalSuccess),
      0.005,
    )
    holds(
      0.063,
      of('nephrostomy').map((row) => row.complication30),
      0.008,
    )
  })
})

describe('generated lines', () => {
  it('are all taken by the reader of uploads', async () => {
    const [header = [], ...rows] = await linesOf([...generateCsv({ treatments: 2000, seed: 5 })].join(''))
    const mapping = guessMapping(header)
    assert.deepEqual(mappingProblems(mapping), [])
    assert.deepEqual(
      mapping.map(({ holds }) => holds),
      header,
    )
    const read = rowReader(mapping, '2026-11-22')
    assert.ok(rows.length >= 2000)
    for (const cells of rows) assert.deepEqual(read(cells)?.problems, undefined, cells.join())
    const keys = rows.map((cells) => cells[header.indexOf('localKey')])
    assert.equal(new Set(keys).size, keys.length)
  })
  it('are a header and a line a session, each as wide as the header', () => {
    const lines = [...generateCsv({ treatments: 300, seed: 7 })]
    const width = (line: string | undefined) => line?.trimEnd().split(',').length
    assert.ok(lines.length > 300)
    for (const line of lines) assert.equal(width(line.replace(/\r\n$/, '|')), width(lines[0]))
  })
})
