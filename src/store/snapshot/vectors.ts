/** Columns of a snapshot's rows as typed arrays: filtered by DuckDB, joined by row number. */

import type { Cohort } from '#core/registry/cohort.ts'
import type { Level } from '#core/registry/levels.ts'
import type { Manifest, StoredColumn } from '#core/registry/snapshot/manifest.ts'
import { numbersOf, type Vector, type Vectors } from '#core/registry/vectors.ts'
import { type Reading, readColumns } from './chunks.ts'
import { cohortSql, numberSql } from './cohort-sql.ts'
import { type Engine, nameOf } from './engine.ts'
import { SnapshotError } from './error.ts'
import { firstOfEach, taken } from './take-rows.ts'

export interface VectorQuery {
  readonly unit: Level
  /** Of the unit's level; of the treatment where the unit has none of that name. */
  readonly columns: readonly string[]
  readonly cohort: Cohort
  /** Only what belongs to the first treatment in the cohort of each patient. */
  readonly firstPerPatient?: boolean
}

export async function readVectors(engine: Engine, manifest: Manifest, query: VectorQuery): Promise<Vectors> {
  const asked = [...new Set(query.columns)]
  const own = asked.filter((name) => columnOf(manifest, query.unit, name))
  const joined = asked.filter((name) => !own.includes(name))
  for (const name of joined)
    if (!columnOf(manifest, 'treatment', name))
      throw new SnapshotError(
        'column-refused',
        `The snapshot has no column ${name} of the level ${query.unit}.`,
      )
  const treatments = { ...query, columns: query.unit === 'treatment' ? own : joined }
  if (query.unit === 'treatment') return only(await treatmentsOf(engine, manifest, treatments), asked)
  return only(await joinedTo(engine, manifest, query.unit, own, treatments), asked)
}

/** Of the treatments in the cohort, in order: the columns, and by which numbers they join. */
async function treatmentsOf(
  engine: Engine,
  manifest: Manifest,
  query: VectorQuery,
  key?: string,
): Promise<Vectors> {
  const first = query.firstPerPatient === true
  const names = [...new Set([...query.columns, ...(first ? ['patientRow'] : []), ...(key ? [key] : [])])]
  const { where, values } = cohortSql(query.cohort, manifest)
  const read = await readLevel(engine, manifest, 'treatment', names, where, values)
  if (!first) return read
  return taken(read, firstOfEach(numbersOf(read, 'patientRow'), patientsOf(manifest)))
}

/** Rows of another level with what their treatment says. */
async function joinedTo(
  engine: Engine,
  manifest: Manifest,
  unit: Exclude<Level, 'treatment'>,
  own: readonly string[],
  query: VectorQuery,
): Promise<Vectors> {
  const ofPatient = unit === 'patient'
  const key = ofPatient ? 'patientRow' : 'treatmentRow'
  const [treatments, rows] = await Promise.all([
    treatmentsOf(
      engine,
      manifest,
      { ...query, firstPerPatient: ofPatient || query.firstPerPatient === true },
      key,
    ),
    readLevel(engine, manifest, unit, [...new Set([...own, key])], 'true', []),
  ])
  const size = ofPatient ? patientsOf(manifest) : manifest.levels.treatment.rows
  const place = new Int32Array(size).fill(-1)
  numbersOf(treatments, key).forEach((row, at) => {
    place[row] = at
  })
  const keys = numbersOf(rows, key)
  const kept: number[] = []
  for (let at = 0; at < keys.length; at++) if ((place[keys[at] as number] ?? -1) >= 0) kept.push(at)
  const mine = Uint32Array.from(kept)
  const theirs = mine.map((at) => place[keys[at] as number] as number)
  return {
    length: mine.length,
    columns: { ...taken(treatments, theirs).columns, ...taken(rows, mine).columns },
  }
}

async function readLevel(
  engine: Engine,
  manifest: Manifest,
  level: Level,
  names: readonly string[],
  where: string,
  values: readonly (string | number | boolean)[],
): Promise<Vectors> {
  const selected = names.map((name) => selection(level, columnOf(manifest, level, name) as StoredColumn))
  // Without a column there are still rows.
  const list = selected.length > 0 ? selected.map(({ sql }) => sql).join(', ') : '0::double'
  const connection = await engine.connect()
  try {
    const { length, vectors } = await readColumns(
      connection,
      `select ${list} from ${nameOf(level)} where ${where}`,
      values,
      selected.length > 0 ? selected.map(({ reading }) => reading) : [{ as: 'number' }],
    )
    return { length, columns: Object.fromEntries(names.map((name, at) => [name, vectors[at] as Vector])) }
  } finally {
    connection.closeSync()
  }
}

function selection(level: Level, column: StoredColumn): { readonly sql: string; readonly reading: Reading } {
  const { name, type, values } = column
  if (type === 'key') return { sql: nameOf(name), reading: { as: 'text' } }
  if (!values)
    return { sql: `coalesce((${numberSql(column)})::double, 'nan'::double)`, reading: { as: 'number' } }
  const code = `enum_code(${nameOf(name)}::${nameOf(`${level}.${name}`)})`
  return {
    sql: values.length > 0 ? `coalesce(${code}::uinteger + 1, 0)::uinteger` : '0::uinteger',
    reading: { as: 'choice', values },
  }
}

function columnOf(manifest: Manifest, level: Level, name: string): StoredColumn | undefined {
  return manifest.levels[level].columns.find((column) => column.name === name)
}

function patientsOf({ levels }: Manifest): number {
  return Math.max(levels.patient.rows, levels.treatment.rows)
}

function only({ length, columns }: Vectors, names: readonly string[]): Vectors {
  return { length, columns: Object.fromEntries(names.map((name) => [name, columns[name] as Vector])) }
}
