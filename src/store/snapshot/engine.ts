/**
 * DuckDB in process, shut in: it sees one folder and nothing else of the machine, never the network, and
 * holds a limited share of memory.
 */

import { availableParallelism } from 'node:os'
import { resolve, sep } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

export interface EngineOptions {
  /** The one folder that it may read and write. */
  readonly folder: string
  /** Another that it may write into. */
  readonly writes?: string
  /** Such as `512MB`. */
  readonly memory: string
  readonly threads?: number
  /** Where it may put what does not fit into memory; absent: nowhere. */
  readonly spill?: string
}

export interface Engine {
  connect(): Promise<DuckDBConnection>
  close(): void
}

const mostThreads = 8

/** What was sorted and laid down goes back to the machine at once, or it stands beside what is sorted next. */
const returnedEarly = {
  allocator_flush_threshold: '8MB',
  allocator_bulk_deallocation_flush_threshold: '8MB',
}

export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { folder, memory, spill } = options
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: memory,
    threads: String(options.threads ?? Math.min(mostThreads, availableParallelism())),
    // The order of the files is the order of the rows.
    preserve_insertion_order: 'true',
    temp_directory: spill ?? '',
    ...(spill ? returnedEarly : {}),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  })
  const connection = await instance.connect()
  const open = [folder, ...(options.writes ? [options.writes] : [])].map((path) =>
    textOf(resolve(path) + sep),
  )
  await connection.run(`set allowed_directories = [${open.join(', ')}]`)
  await connection.run('set enable_external_access = false')
  await connection.run('set lock_configuration = true')
  connection.closeSync()
  return { connect: () => instance.connect(), close: () => instance.closeSync() }
}

/** A text as SQL says it. For names of files and declared values; what people type goes as a parameter. */
export function textOf(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A declared column's name as SQL says it. */
export function nameOf(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
