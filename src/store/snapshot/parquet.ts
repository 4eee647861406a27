/** From staged rows to Parquet: a file per level and year, in one order, the same bytes whoever writes them again. */

import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Level } from '#core/registry/levels.ts'
import type { Release } from '#core/registry/snapshot/manifest.ts'
import { rowNumbersOf } from '#core/registry/snapshot/stored.ts'
import { nameOf, textOf } from './engine.ts'
import { SnapshotError } from './error.ts'
import type { StagedLevel } from './stage.ts'

/**
 * Rows that are turned into columns of a file together. The writer holds them beside what the engine may have, as texts:
 * of the usual 122,880 that was 190 MB more in a year of many treatments.
 */
const rowsInGroup = 20_480

export interface WrittenFile {
  readonly path: string
  readonly rows: number
}

/**
 * Numbers the patients and treatments: by pseudonym, and by year, patient and time. So the first row of a
 * patient is the first treatment, and levels join by number.
 *
 * @throws SnapshotError 'row-refused' where a pseudonym is there twice, or a row's treatment is not there
 */
export async function numberRows(
  connection: DuckDBConnection,
  staged: ReadonlyMap<Level, StagedLevel>,
): Promise<void> {
  // Each as one sort and one pass over it: what is sorted goes to the disk where memory is short.
  for (const level of staged.keys())
    await refuseAny(
      connection,
      `select 1 from (select key, lag(key) over () as before
        from (select ${nameOf(level)} as key from ${nameOf(level)} order by 1)) where key = before`,
      `The level ${level} has two rows of one pseudonym.`,
    )
  await connection.run(`create table patient_row as
    select patient, (row_number() over () - 1)::integer as "patientRow" from (
      select patient from patient
      union all (select distinct patient from treatment anti join patient using (patient)) order by 1)`)
  await connection.run(`create table treatment_row as
    select treatment, (row_number() over () - 1)::integer as "treatmentRow" from (select treatment
      from treatment order by "year", patient, "startedOn", "daysToLastSeen" desc, treatment)`)
  for (const level of staged.keys()) {
    if (level === 'patient' || level === 'treatment') continue
    await refuseAny(
      connection,
      `select 1 from ${nameOf(level)} anti join treatment_row using (treatment)`,
      `The level ${level} has a row whose treatment is not there.`,
    )
  }
}

async function refuseAny(connection: DuckDBConnection, query: string, words: string): Promise<void> {
  const found = await connection.runAndReadAll(`${query} limit 1`)
  if (found.currentRowCount > 0) throw new SnapshotError('row-refused', words)
}

/** Writes the files of one level into a folder. */
export async function writeLevel(
  connection: DuckDBConnection,
  { level, columns }: StagedLevel,
  folder: string,
  release: Release,
): Promise<WrittenFile[]> {
  const years = await connection.runAndReadAll(
    `select "year", count(*)::integer from ${nameOf(level)} group by 1 order by 1`,
  )
  const selected = [
    ...columns.map((column) => `${column.decoded(release)} as ${nameOf(column.name)}`),
    ...rowNumbersOf(level).map(({ name }) => nameOf(name)),
  ]
  const joined = rowNumbersOf(level).map(({ name }) =>
    name === 'patientRow' ? 'join patient_row using (patient)' : 'join treatment_row using (treatment)',
  )
  const [first] = rowNumbersOf(level)
  const order = `${nameOf(first?.name ?? '')}, ${nameOf(level)}`
  const written: WrittenFile[] = []
  for (const [year, rows] of years.getRows() as [number, number][]) {
    const path = `${level}/year=${year < 0 ? 'unknown' : year}/rows.parquet`
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    await connection.run(`copy (
        select ${selected.join(', ')} from (
          select * from ${nameOf(level)} ${joined.join(' ')} where "year" = ${year} order by ${order})
      ) to ${textOf(file)} (format parquet, parquet_version v1, compression zstd, row_group_size ${rowsInGroup})`)
    written.push({ path, rows })
  }
  return written
}
