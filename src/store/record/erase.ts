/** Erases an entry's body by law; the erasure is an entry, and every chain still verifies. */

import { type Erasure, erasure } from '#core/record/erasure.ts'
import type { Database, Transaction } from '../open.ts'
import { type Appended, append } from './append.ts'

export interface EraseOrder extends Erasure {
  readonly subject: string
  readonly occurredAt: Date
  readonly author: string
  readonly role: string
  readonly organisation: string | null
}

/**
 * Appends the erasure and deletes the body that it names, with its salt, as one.
 * Projections of that entry are the caller's to clear, in the same transaction.
 */
export async function erase(db: Database | Transaction, order: EraseOrder): Promise<Appended<Erasure>> {
  const { entry, reason, authority, ...signed } = order
  return append(db, { ...signed, kind: erasure, body: { entry, reason, authority } })
}
