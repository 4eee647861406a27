/** Keeps an upload that was checked: every row or none, in one transaction, as much at a time as fits into memory. */

import { sql } from 'kysely'
import type { PastTreatmentBody } from '#core/registry/past-treatment.ts'
import type { Database, Transaction } from '../open.ts'
import { type Kept, type KeptBy, keepRows } from './keep-rows.ts'
import { clearStaged } from './upload.ts'

export type KeepOutcome =
  | ({ readonly outcome: 'kept' } & Kept)
  /** Another upload of the organisation is being kept at this moment. */
  | { readonly outcome: 'busy' }
  /** It was given up, or kept already, meanwhile. */
  | { readonly outcome: 'gone' }

const rowsAtOnce = 1000

/**
 * @param db within the organisation's scope
 * @param told how many rows are done; on another connection, for this one's changes nobody sees yet
 */
export async function keepUpload(
  db: Database,
  by: KeptBy,
  told: (done: number) => Promise<void>,
): Promise<KeepOutcome> {
  return db
    .transaction()
    .execute(async (tx): Promise<KeepOutcome> => {
      if (!(await lockOrganisation(tx, by.organisation))) return { outcome: 'busy' }
      let [line, done, sum] = [0, 0, { fresh: 0, changed: 0, same: 0 }]
      for (;;) {
        const rows = await rowsAfter(tx, by.upload, line)
        if (rows.length === 0) break
        const kept = await keepRows(tx, by, rows)
        sum = {
          fresh: sum.fresh + kept.fresh,
          changed: sum.changed + kept.changed,
          same: sum.same + kept.same,
        }
        line = rows.at(-1)?.line ?? line
        done += rows.length
        await told(done)
      }
      // With what is kept: else what names patients would outlive a process that ends between the two.
      await clearStaged(tx, by.upload)
      const closed = await tx
        .updateTable('upload')
        .set({
          state: 'kept',
          ...{ rows_done: done, rows_new: sum.fresh, rows_changed: sum.changed, rows_same: sum.same },
          ...{ kept_at: new Date(), seen_at: new Date() },
        })
        .where('id', '=', by.upload)
        .where('state', '=', 'keeping')
        .executeTakeFirst()
      if (closed.numUpdatedRows !== 1n) throw new GivenUp()
      return { outcome: 'kept', ...sum }
    })
    .catch((error: unknown): KeepOutcome => {
      if (error instanceof GivenUp) return { outcome: 'gone' }
      throw error
    })
}

/** Undoes the transaction. */
class GivenUp extends Error {}

/** One upload of an organisation at a time; the lock ends with the transaction, however that ends. */
export async function lockOrganisation(tx: Transaction, organisation: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`upload ${organisation}`}, 0)) as taken`.execute(tx)
  return rows[0]?.taken ?? false
}

async function rowsAfter(tx: Transaction, upload: string, line: number) {
  const { rows } = await sql<{ line: number; key: string; digest: string; text: string }>`
    select line, local_key as key, encode(digest, 'hex') as digest, body as text from upload_row
    where upload = ${upload} and line > ${line} order by line limit ${rowsAtOnce}`.execute(tx)
  return rows.map((row) => ({ ...row, body: JSON.parse(row.text) as PastTreatmentBody }))
}
