/** The keys by which programs of an organisation upload: shown once, kept as digests. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf, makeSecret } from '../census/link.ts'
import type { Database, Transaction } from '../open.ts'

export interface UploadKey {
  readonly id: string
  readonly organisation: string
  readonly name: string
  /** Its first letters, to tell it by. */
  readonly beginning: string
  readonly madeByName: string | null
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly lastUsedAt: Date | null
}

/** So that one that is found somewhere is known for what it is. */
const prefix = 'fpu_'
const keyPattern = /^fpu_[A-Za-z0-9_-]{43}$/
export const longestKeyDays = 730

/** Makes a key. It is answered now and never again. */
export async function makeKey(
  db: Database | Transaction,
  given: {
    readonly organisation: string
    readonly name: string
    readonly person: string
    readonly days: number
  },
  now: Date,
): Promise<{ readonly id: string; readonly key: string }> {
  const key = `${prefix}${makeSecret().secret}`
  const id = randomUUID()
  await db
    .insertInto('upload_key')
    .values({
      ...{ id, organisation: given.organisation, name: given.name, made_by: given.person, made_at: now },
      ...{ beginning: key.slice(0, 8), digest: digestOf(key) },
      expires_at: new Date(now.getTime() + given.days * 86_400_000),
    })
    .execute()
  return { id, key }
}

/** An organisation's keys, the newest first. Within a scope. */
export async function keysOf(
  db: Database | Transaction,
  organisation: string,
): Promise<readonly UploadKey[]> {
  const { rows } = await sql<UploadKey>`
    select k.id, k.organisation, k.name, k.beginning, p.name as "madeByName", k.made_at as "madeAt",
      k.expires_at as "expiresAt", k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt"
    from upload_key k left join person p on p.id = k.made_by
    where k.organisation = ${organisation} order by k.made_at desc, k.id`.execute(db)
  return rows
}

/** False: there is none, or it was revoked. What is being sent with it at this moment is not kept. */
export async function revokeKey(
  db: Database | Transaction,
  given: { readonly id: string; readonly organisation: string; readonly person: string },
  now: Date,
): Promise<boolean> {
  const revoked = await db
    .updateTable('upload_key')
    .set({ revoked_at: now, revoked_by: given.person })
    .where('id', '=', given.id)
    .where('organisation', '=', given.organisation)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

/** Who a program acts for. */
export interface ShownKey {
  readonly id: string
  readonly organisation: string
  readonly name: string
}

export type KeyOutcome =
  | { readonly outcome: 'ok'; readonly key: ShownKey }
  | { readonly outcome: 'unknown' | 'expired' | 'revoked' }
  | { readonly outcome: 'too-many'; readonly key: ShownKey }

/** A program sends in batches; whoever asks more often than this has something wrong in a loop. */
export const requestsAMinute = 120

/** What a key that somebody shows is, and whether it may ask once more in this minute. Counts as a use. */
export async function keyShown(db: Database, given: string, now: Date): Promise<KeyOutcome> {
  if (!keyPattern.test(given)) return { outcome: 'unknown' }
  const { rows } = await sql<{
    id: string
    organisation: string
    name: string
    expires_at: Date
    revoked_at: Date | null
    requests: number
  }>`select * from upload_key_shown(${digestOf(given)}, ${now})`.execute(db)
  const [row] = rows
  if (!row) return { outcome: 'unknown' }
  if (row.revoked_at) return { outcome: 'revoked' }
  if (row.expires_at <= now) return { outcome: 'expired' }
  const { id, organisation, name } = row
  const key = { id, organisation, name }
  return row.requests > requestsAMinute ? { outcome: 'too-many', key } : { outcome: 'ok', key }
}

/** Whether a key still holds, until the end of the transaction: revoking it waits for that, or comes first and is seen. */
export async function holdKey(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const held = await tx
    .selectFrom('upload_key')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .forShare()
    .executeTakeFirst()
  return held !== undefined
}
