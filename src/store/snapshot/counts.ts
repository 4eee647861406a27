/** Counts of a cohort: quick enough to follow somebody who builds one. */

import type { Cohort } from '#core/registry/cohort.ts'
import type { Manifest } from '#core/registry/snapshot/manifest.ts'
import { cohortSql } from './cohort-sql.ts'
import { type Engine, nameOf } from './engine.ts'
import { SnapshotError } from './error.ts'

export interface SnapshotCount {
  readonly treatments: number
  readonly patients: number
  readonly organisations: number
}

export interface ValueCount {
  /** Null: not known. Of a yes-no column 'yes' or 'no'. */
  readonly value: string | null
  readonly treatments: number
}

/** Patients are counted by setting a bit at each one's row number: no text is compared. */
export async function countCohort(
  engine: Engine,
  manifest: Manifest,
  cohort: Cohort,
): Promise<SnapshotCount> {
  const { where, values } = cohortSql(cohort, manifest)
  const last = Math.max(manifest.levels.treatment.rows, manifest.levels.patient.rows)
  const [row] = await rowsOf(
    engine,
    `select count(*)::integer, coalesce(bit_count(bitstring_agg("patientRow", 0, ${last})), 0)::integer,
      count(distinct organisation)::integer from treatment where ${where}`,
    values,
  )
  const [treatments = 0, patients = 0, organisations = 0] = (row ?? []) as number[]
  return { treatments, patients, organisations }
}

/** Treatments by the values of a column that has a list of them, or of whole numbers: in order, the unknown last. */
export async function countsBy(
  engine: Engine,
  manifest: Manifest,
  cohort: Cohort,
  column: string,
): Promise<readonly ValueCount[]> {
  const stored = manifest.levels.treatment.columns.find(({ name }) => name === column)
  if (!stored || !['choice', 'code', 'yes-no', 'whole', 'month'].includes(stored.type))
    throw new SnapshotError('column-refused', `Treatments cannot be counted by ${column} in this snapshot.`)
  const { where, values } = cohortSql(cohort, manifest)
  const at = nameOf(column)
  const rows = await rowsOf(
    engine,
    `select ${stored.type === 'yes-no' ? `case ${at} when true then 'yes' when false then 'no' end` : `${at}::varchar`},
      count(*)::integer from treatment where ${where} group by ${at} order by ${at} nulls last`,
    values,
  )
  const counted = (rows as [string | null, number][]).map(([value, treatments]) => ({ value, treatments }))
  if (stored.type !== 'choice') return counted
  const place = ({ value }: ValueCount) =>
    value === null ? Number.POSITIVE_INFINITY : (stored.values?.indexOf(value) ?? 0)
  return counted.sort((one, other) => place(one) - place(other))
}

async function rowsOf(engine: Engine, sql: string, values: readonly (string | number | boolean)[]) {
  const connection = await engine.connect()
  try {
    return (await connection.runAndReadAll(sql, [...values])).getRows()
  } finally {
    connection.closeSync()
  }
}
