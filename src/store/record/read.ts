/** Reads records: a subject's entries, one entry, the head of a chain. */

import { sql } from 'kysely'
import { z } from 'zod'
import type { Entry, Head } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from './rows.ts'

/** A subject's entries in order, those after a position only where one is given. */
export async function entriesOf(db: Database | Transaction, subject: string, after = 0): Promise<Entry[]> {
  const found = await sql<KeptRow>`
    ${keptRows} where e.subject = ${subject} and e.position > ${after} order by e.position`.execute(db)
  return found.rows.map(entryOf)
}

/** The entries of some subjects in order, by subject, in one query; a subject without any is left out. */
export async function entriesOfSubjects(
  db: Database | Transaction,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  // Mostly it is one. Of several the plan depends on how many, so that it is made anew each time.
  const [only = ''] = subjects
  const entries = subjects.length === 1 ? await entriesOf(db, only) : await entriesOfAny(db, subjects)
  return Map.groupBy(entries, ({ subject }) => subject)
}

async function entriesOfAny(db: Database | Transaction, subjects: readonly string[]): Promise<Entry[]> {
  const found = await sql<KeptRow>`
    ${keptRows} where e.subject = any(${subjects}::text[]) order by e.subject, e.position`.execute(db)
  return found.rows.map(entryOf)
}

/** One entry by its id, or null. */
export async function entry(db: Database | Transaction, id: string): Promise<Entry | null> {
  if (!z.guid().safeParse(id).success) return null
  const found = await sql<KeptRow>`${keptRows} where e.id = ${id}`.execute(db)
  const [row] = found.rows
  return row ? entryOf(row) : null
}

/** The last entry of a subject's chain, or null where nothing has been said yet. */
export async function head(db: Database | Transaction, subject: string): Promise<Head | null> {
  const row = await db
    .selectFrom('record_entry')
    .select(['subject', 'position', 'digest'])
    .where('subject', '=', subject)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, digest: row.digest.toString('hex') } : null
}
