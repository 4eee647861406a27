/** Owners' tables of scores that were loaded into this node: one stands for each instrument, those before it are kept. */

import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { ScoreTable } from '#core/feedback/score-table.ts'
import type { InstrumentId } from '#core/registry/instruments.ts'
import type { Database } from '../open.ts'

export interface LoadedTable extends ScoreTable {
  /** The reference of the licence under which it was loaded. */
  readonly licence: string
}

export type ScoreTables = ReadonlyMap<InstrumentId, LoadedTable>

/** All that stand, by instrument. One query. */
export async function scoreTables(db: Database): Promise<ScoreTables> {
  const rows = await db
    .selectFrom('score_table')
    .select(['instrument', 'licence', 'scales'])
    .where('replaced_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ instrument, licence, scales }) => {
      const id = instrument as InstrumentId
      return [id, { instrument: id, licence, scales }]
    }),
  )
}

interface Loading {
  readonly table: ScoreTable
  readonly licence: string
  readonly file: string
  readonly bytes: Uint8Array
  readonly at: Date
}

/** Answers 'same' where this very file stands already under this licence. */
export function loadScoreTable(
  db: Database,
  { table, licence, file, bytes, at }: Loading,
  apply: boolean,
): Promise<'first' | 'replaces' | 'same'> {
  const digest = createHash('sha256').update(bytes).digest()
  return db.transaction().execute(async (tx) => {
    const standing = await tx
      .selectFrom('score_table')
      .select(['id', 'licence', 'digest'])
      .where('instrument', '=', table.instrument)
      .where('replaced_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (standing?.digest.equals(digest) && standing.licence === licence) return 'same'
    if (apply) {
      if (standing)
        await tx.updateTable('score_table').set({ replaced_at: at }).where('id', '=', standing.id).execute()
      await tx
        .insertInto('score_table')
        .values({
          ...{ id: newId(), instrument: table.instrument, licence, file, digest },
          ...{ scales: JSON.stringify(table.scales), loaded_at: at, replaced_at: null },
        })
        .execute()
    }
    return standing ? 'replaces' : 'first'
  })
}
