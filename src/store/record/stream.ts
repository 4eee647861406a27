/** Rows of any number, some hundreds at a time, as they stood when the transaction began. */

import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../open.ts'

const rowsAtATime = 500
let cursors = 0

/** Reads through a cursor inside a transaction; its memory does not grow with the rows. */
export async function* stream<Row>(tx: Transaction, query: RawBuilder<Row>): AsyncGenerator<Row> {
  const cursor = sql.raw(`record_cursor_${++cursors}`)
  await sql`declare ${cursor} no scroll cursor for ${query}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtATime)} from ${cursor}`.execute(tx)
    yield* rows
    if (rows.length < rowsAtATime) break
  }
  await sql`close ${cursor}`.execute(tx)
}
