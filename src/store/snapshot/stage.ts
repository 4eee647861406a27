/** Rows on their way into a snapshot: staged in the database as numbers, some thousand at a time, in memory that does not grow. */

import {
  BIGINT,
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  INTEGER,
  TINYINT,
} from '@duckdb/node-api'
import { type Level, levelNames, type Rows } from '#core/registry/levels.ts'
import { columnsOf } from '#core/registry/snapshot/stored.ts'
import { type ColumnCode, columnCode, type Held } from './column-code.ts'
import { nameOf } from './engine.ts'
import { SnapshotError } from './error.ts'

/** As many as one chunk of DuckDB holds. */
const rowsAtATime = 2048
/** So many of them are handed to the database together: it would keep a hundred in memory. */
const chunksAtATime = 10
const types = { BIGINT, INTEGER, TINYINT, DOUBLE }

export interface StagedLevel {
  readonly level: Level
  readonly columns: readonly ColumnCode[]
  readonly rows: number
}

export interface Stage {
  /** @throws SnapshotError 'row-refused' naming level and column */
  add(rows: Rows): void
  finish(): ReadonlyMap<Level, StagedLevel>
}

export async function openStage(connection: DuckDBConnection): Promise<Stage> {
  const staged = new Map<Level, LevelStage>()
  for (const level of levelNames) staged.set(level, await openLevel(connection, level))
  return {
    add(rows) {
      for (const level of levelNames) {
        const of = staged.get(level)
        for (const row of rows[level]) of?.add(row as unknown as Readonly<Record<string, unknown>>)
      }
    },
    finish() {
      for (const each of staged.values()) each.finish()
      return staged
    },
  }
}

interface LevelStage extends StagedLevel {
  add(row: Readonly<Record<string, unknown>>): void
  finish(): void
}

async function openLevel(connection: DuckDBConnection, level: Level): Promise<LevelStage> {
  const columns = Object.entries(columnsOf(level)).map(([name, column]) =>
    columnCode(name, column, rowsAtATime),
  )
  const declared = columns.map(({ name, sqlType }) => `${nameOf(name)} ${sqlType} not null`)
  await connection.run(`create table ${nameOf(level)} (${declared.join(', ')})`)
  const appender: DuckDBAppender = await connection.createAppender(level)
  const chunk = DuckDBDataChunk.create(columns.map(({ sqlType }) => types[sqlType]))
  let [waiting, rows, chunks] = [0, 0, 0]
  const flush = () => {
    if (waiting === 0) return
    chunk.reset()
    chunk.rowCount = waiting
    columns.forEach(({ held }, at) => {
      fill(chunk, at, held.subarray(0, waiting))
    })
    appender.appendDataChunk(chunk)
    if (++chunks % chunksAtATime === 0) appender.flushSync()
    waiting = 0
  }
  return {
    level,
    columns,
    get rows() {
      return rows
    },
    add(row) {
      let at = 0
      try {
        for (; at < columns.length; at++) {
          const column = columns[at] as ColumnCode
          column.put(waiting, row[column.name])
        }
      } catch {
        throw new SnapshotError(
          'row-refused',
          `A row of the level ${level} holds in ${columns[at]?.name} what it may not hold.`,
        )
      }
      rows++
      if (++waiting === rowsAtATime) flush()
    },
    finish() {
      flush()
      appender.closeSync()
    },
  }
}

/** The numbers lie side by side as the database has them: one copy a column. Nothing is null. */
function fill(chunk: DuckDBDataChunk, at: number, held: Held): void {
  const vector = chunk.getColumnVector(at) as unknown as { items: { set(from: Held): void }; flush(): void }
  vector.items.set(held)
  vector.flush()
}
