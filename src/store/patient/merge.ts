/** Merges two records of one person, and takes it back: entries in both, and the cases follow. */

import { sql } from 'kysely'
import { mergeUndone, patientMerged, patientSubject } from '#core/patient/kinds.ts'
import type { Kind } from '#core/record/kind.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import type { Signed } from './register.ts'

export interface MergeOrder extends Signed {
  /** Whose record ends. */
  readonly from: string
  /** Whose goes on. */
  readonly into: string
  readonly reason: string
}

export type Merged =
  | { readonly outcome: 'merged' }
  /** One of them is not to be seen, is merged already, or they are the same. */
  | { readonly outcome: 'refused'; readonly words: string }

/** Merges. The cases of the one go to the other (the database sees to it); both records say so. */
export async function mergePatients(db: Database | Transaction, order: MergeOrder): Promise<Merged> {
  const { from, into } = order
  if (from === into) return refused('They are the same record already')
  return within(db, async (tx) => {
    const held = await locked(tx, [from, into])
    if (held.length < 2) return refused('One of the two was not found, or was merged already')
    await sql`update patient set merged_into = ${into}, changed_at = clock_timestamp() where id = ${from}`.execute(
      tx,
    )
    await say(tx, order, patientMerged)
    return { outcome: 'merged' }
  })
}

export type Undone = { readonly outcome: 'undone' } | { readonly outcome: 'refused'; readonly words: string }

/**
 * Takes a merge back: the cases that were opened for the patient return, those opened since for the
 * other stay there.
 */
export async function undoMerge(
  db: Database | Transaction,
  order: Omit<MergeOrder, 'into'>,
): Promise<Undone> {
  const { from } = order
  return within(db, async (tx) => {
    const { rows } = await sql<{ into: string | null }>`
      select merged_into as into from patient where id = ${from} for update`.execute(tx)
    const into = rows[0]?.into
    if (!into) return refused('They are not merged')
    // While both are still to be seen by whoever sees one of them.
    await say(tx, { ...order, into }, mergeUndone)
    await sql`update patient set merged_into = null, changed_at = clock_timestamp() where id = ${from}`.execute(
      tx,
    )
    return { outcome: 'undone' }
  })
}

/** The same in both records, the one with the lower id first. */
async function say(
  tx: Transaction,
  { from, into, reason, author, role, organisation, at }: MergeOrder,
  kind: Kind<string, { from: string; into: string; reason: string }>,
): Promise<void> {
  const body = { from, into, reason }
  for (const patient of [from, into].sort()) {
    const subject = patientSubject(patient)
    const said = await append(tx, { subject, kind, body, author, role, organisation, occurredAt: at })
    if (said.outcome !== 'appended') throw new Error(`a ${kind.name} was ${said.outcome}`)
    await sql`update patient set position = ${said.entry.position} where id = ${patient}`.execute(tx)
  }
}

async function locked(tx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from patient where id = any(${[...ids]}::uuid[]) and merged_into is null
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

function within<T>(db: Database | Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction) : db.transaction().execute(work)
}

function refused(words: string): { readonly outcome: 'refused'; readonly words: string } {
  return { outcome: 'refused', words }
}
