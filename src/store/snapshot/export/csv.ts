/** Levels as CSV, line by line out of the Parquet files: RFC 4180, UTF-8 without a mark, nothing a spreadsheet computes. */

import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { DuckDBConnection } from '@duckdb/node-api'
import { RECORD_ID, redcapCode, redcapVariables } from '#core/registry/export/redcap.ts'
import type { Level } from '#core/registry/levels.ts'
import type { Manifest, StoredColumn } from '#core/registry/snapshot/manifest.ts'
import { nameOf, textOf } from '../engine.ts'

/** A level as tidy CSV: a row a line, a column a declared column, yes and no as TRUE and FALSE as R reads them. */
export async function writeLevelCsv(
  connection: DuckDBConnection,
  manifest: Manifest,
  level: Level,
  file: string,
): Promise<void> {
  const { columns } = manifest.levels[level]
  const cells = columns.map((column) => cellSql(column, nameOf(column.name)))
  const heading = columns.map(({ name }) => name).join(',')
  await writeLines(connection, file, heading, [`select ${lineSql(cells)} from ${nameOf(level)}`])
}

/** The whole snapshot as REDCap imports it: a line a patient, then a line an instance of each repeating instrument. */
export async function writeRedcapCsv(
  connection: DuckDBConnection,
  manifest: Manifest,
  file: string,
): Promise<void> {
  const variables = redcapVariables(manifest)
  const heading = [
    RECORD_ID,
    'redcap_repeat_instrument',
    'redcap_repeat_instance',
    ...variables.map(({ name }) => name),
  ]
  const levels = [...new Set(variables.map(({ level }) => level))]
  const queries = levels.map((level) => {
    const instance = level === 'patient' ? ["''", "''"] : [textOf(level), 'instance::varchar']
    const cells = variables.map((variable) =>
      variable.level === level ? redcapCellSql(variable.column, nameOf(variable.column.name)) : "''",
    )
    const numbered =
      level === 'patient'
        ? nameOf(level)
        : `(select *, row_number() over (partition by patient order by ${nameOf('treatmentRow')}, ${nameOf(level)}) as instance from ${nameOf(level)})`
    return `select ${lineSql(['patient', ...instance, ...cells])} from ${numbered} order by patient${level === 'patient' ? '' : ', instance'}`
  })
  await writeLines(connection, file, heading.join(','), queries)
}

/** Every cell is a text of declared values: pseudonyms, codes, numbers. What needs quotes gets them all the same. */
function lineSql(cells: readonly string[]): string {
  return `concat_ws(',', ${cells.join(', ')})`
}

function cellSql({ type }: StoredColumn, at: string): string {
  if (type === 'yes-no') return `case ${at} when true then 'TRUE' when false then 'FALSE' else '' end`
  if (type !== 'code' && type !== 'choice') return `coalesce(${at}::varchar, '')`
  // A text that a spreadsheet would compute gets an apostrophe, one with a comma or a quote gets quotes.
  const inert = `case when ${at}[1] in ('=', '+', '-', '@') then '''' || ${at} else ${at} end`
  return `coalesce(case when regexp_matches(${at}, '[",\\r\\n]|^\\s|\\s$')
    then '"' || replace(${inert}, '"', '""') || '"' else ${inert} end, '')`
}

function redcapCellSql(column: StoredColumn, at: string): string {
  if (column.type === 'yes-no') return `case ${at} when true then '1' when false then '0' else '' end`
  if (column.type !== 'choice') return cellSql(column, at)
  const [values, codes] = [column.values ?? [], (column.values ?? []).map(redcapCode)]
  const list = (texts: readonly string[]) => `[${texts.map(textOf).join(', ')}]::varchar[]`
  return `coalesce((${list(codes)})[list_position(${list(values)}, ${at})], '')`
}

async function writeLines(
  connection: DuckDBConnection,
  file: string,
  heading: string,
  queries: readonly string[],
): Promise<void> {
  const lines = async function* () {
    yield `${heading}\r\n`
    for (const query of queries) {
      const result = await connection.stream(query)
      for (
        let chunk = await result.fetchChunk();
        chunk && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      )
        yield `${chunk.getColumnValues(0).join('\r\n')}\r\n`
    }
  }
  await pipeline(lines, createWriteStream(file))
}
