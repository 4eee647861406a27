/** Opens a snapshot: verified first, then read by DuckDB straight from its files. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Cohort } from '#core/registry/cohort.ts'
import { levelNames } from '#core/registry/levels.ts'
import type { Manifest, StoredType } from '#core/registry/snapshot/manifest.ts'
import type { Vectors } from '#core/registry/vectors.ts'
import { countCohort, countsBy, type SnapshotCount, type ValueCount } from './counts.ts'
import { type Engine, nameOf, openEngine, textOf } from './engine.ts'
import { exportsFolder } from './place.ts'
import { jsonOf } from './signature.ts'
import { stampOf } from './stamp.ts'
import { readVectors, type VectorQuery } from './vectors.ts'
import { filesIn, verifySnapshot } from './verify.ts'

export type { SnapshotCount, ValueCount } from './counts.ts'
export type { VectorQuery } from './vectors.ts'

export interface Snapshot {
  /** The first 16 digits of the manifest's digest. */
  readonly id: string
  readonly folder: string
  readonly manifest: Manifest
  readonly asOf: string
  /** What figures are computed from beside the rows (`around.json`). */
  readonly around: unknown
  /**
   * Columns of a level's rows whose treatment is in the cohort, and by join of their treatment; of the level
   * of patients, their first treatment's. Always in the same order.
   *
   * @throws SnapshotError 'cohort-refused' or 'column-refused'
   */
  vectors(query: VectorQuery): Promise<Vectors>
  count(cohort: Cohort): Promise<SnapshotCount>
  countsBy(cohort: Cohort, column: string): Promise<readonly ValueCount[]>
  /** For exports: work on a connection of its own, whose tables are the levels. */
  reading<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>
  /** False: one of its files was written into since they were verified, so that they have to be again. */
  isAsVerified(): boolean
  /** False: one of its files was written into since they were verified, so that they have to be again. */
  isAsVerified(): boolean
  /** Waits for what is being read. */
  close(): Promise<void>
}

export interface OpenOptions {
  /** Public keys, SPKI, PEM; absent or null: whichever key the snapshot brings, for whoever knows its digest. */
  readonly trusted?: readonly string[] | null
  readonly memory?: string
  readonly threads?: number
}

/** @throws SnapshotError naming the file that is damaged, missing or foreign: a damaged snapshot is never read */
export async function openSnapshot(folder: string, options: OpenOptions = {}): Promise<Snapshot> {
  const files = filesIn(folder).map((path) => join(folder, path))
  // Before they are read: what changes while they are being verified counts as changed.
  const stamp = stampOf(files)
  const { id, manifest } = await verifySnapshot(folder, options.trusted ?? null)
  const engine = await openEngine({
    folder,
    writes: exportsFolder(folder),
    memory: options.memory ?? '1GB',
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  })
  await declare(engine, folder, manifest)
  const reading = new Set<Promise<unknown>>()
  const read = <Result>(work: Promise<Result>): Promise<Result> => {
    reading.add(work)
    return work.finally(() => reading.delete(work))
  }
  return {
    id,
    folder,
    manifest,
    asOf: manifest.asOf,
    around: jsonOf(readFileSync(join(folder, 'around.json'), 'utf8')),
    vectors: (query) => read(readVectors(engine, manifest, query)),
    count: (cohort) => read(countCohort(engine, manifest, cohort)),
    countsBy: (cohort, column) => read(countsBy(engine, manifest, cohort, column)),
    reading: (work) => read(onConnection(engine, work)),
    isAsVerified: () => stampOf(files) === stamp,
    async close() {
      await Promise.allSettled([...reading])
      engine.close()
    },
  }
}

async function onConnection<Result>(
  engine: Engine,
  work: (connection: DuckDBConnection) => Promise<Result>,
): Promise<Result> {
  const connection = await engine.connect()
  try {
    return await work(connection)
  } finally {
    connection.closeSync()
  }
}

/** Of a level without rows, and so without files. */
const sqlTypes: Readonly<Record<StoredType, string>> = {
  key: 'varchar',
  code: 'varchar',
  choice: 'varchar',
  month: 'varchar',
  'yes-no': 'boolean',
  whole: 'integer',
  row: 'integer',
  number: 'double',
  day: 'date',
}

/** A view for each level over exactly the files of the manifest, and a type for each list of values. */
async function declare(engine: Engine, folder: string, manifest: Manifest): Promise<void> {
  const connection = await engine.connect()
  for (const level of levelNames) {
    const { columns } = manifest.levels[level]
    const files = manifest.files.map(({ path }) => path).filter((path) => path.startsWith(`${level}/`))
    const paths = files.map((path) => textOf(join(folder, path)))
    const rows =
      files.length > 0
        ? `select * from read_parquet([${paths.join(', ')}], hive_partitioning = false)`
        : `select ${columns.map(({ name, type }) => `null::${sqlTypes[type]} as ${nameOf(name)}`).join(', ')} where false`
    await connection.run(`create view ${nameOf(level)} as ${rows}`)
    for (const { name, values } of columns)
      if (values && values.length > 0)
        await connection.run(
          `create type ${nameOf(`${level}.${name}`)} as enum (${values.map(textOf).join(', ')})`,
        )
  }
  connection.closeSync()
}
