/** Seals the record: signs the heads of all chains that changed since the last seal. */

import { sql } from 'kysely'
import { nothingBefore } from '#core/record/digest.ts'
import { headsDigest, type Seal, sealDigest, sealPayload } from '#core/record/seal.ts'
import type { Database, Transaction } from '../open.ts'
import { withinScope } from '../scope.ts'
import type { SealKey } from './seal-key.ts'
import { stream } from './stream.ts'
import type { SealRow } from './tables.ts'

/**
 * Seals what was appended since the last seal; null when nothing was. Two at once: the second waits.
 * Run daily: a tail cut below the last seal is found by `verify`.
 */
export async function sealRecord(db: Database, key: SealKey): Promise<Seal | null> {
  return withinScope(db, 'whole', (whole) => whole.transaction().execute((tx) => seal(tx, key)))
}

async function seal(tx: Transaction, key: SealKey): Promise<Seal | null> {
  await sql`select pg_advisory_xact_lock(hashtext('fourth-pillar seal'))`.execute(tx)
  const before = await lastSeal(tx)
  const number = (before?.number ?? 0) + 1
  const heads = await insertHeads(tx, number)
  if (heads === 0) return null
  const sealed = {
    number,
    sealedAt: await clock(tx),
    heads,
    previous: before?.digest ?? nothingBefore,
  }
  const digest = sealDigest(sealed, (await digestOfHeads(tx, number)).digest)
  const signature = Buffer.from(key.sign(sealPayload({ number, digest })))
  const seal: Seal = { ...sealed, digest, key: key.id, signature: signature.toString('hex') }
  await tx.insertInto('record_seal').values(rowOf(seal)).execute()
  return seal
}

/** The latest seal, or null. */
export async function lastSeal(db: Database | Transaction): Promise<Seal | null> {
  const row = await db
    .selectFrom('record_seal')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? sealOf(row) : null
}

/** The digest over the heads of a seal as they are kept. */
export async function digestOfHeads(
  tx: Transaction,
  seal: number,
): Promise<{ digest: string; heads: number }> {
  const digest = headsDigest()
  const rows = stream(
    tx,
    sql<{ subject: string; position: number; digest: string }>`
      select subject, position, encode(digest, 'hex') as digest from record_seal_head
      where seal = ${sql.lit(seal)} order by subject collate "C", position`,
  )
  for await (const head of rows) digest.add(head)
  return { digest: digest.end(), heads: digest.count() }
}

/** A head is new when no seal holds it. From subject to subject by the index, not entry by entry. */
async function insertHeads(tx: Transaction, number: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with recursive head as (
      (select subject, position, digest from record_entry order by subject desc, position desc limit 1)
      union all
      select next.* from head cross join lateral (
        select subject, position, digest from record_entry e
        where e.subject < head.subject order by e.subject desc, e.position desc limit 1
      ) as next
    )
    insert into record_seal_head (seal, subject, position, digest)
    select ${number}::integer, subject, position, digest from head
    where not exists (
      select from record_seal_head h where h.subject = head.subject and h.position = head.position
    )`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

async function clock(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return (rows[0]?.now ?? new Date(Number.NaN)).toISOString()
}

function rowOf(seal: Seal): SealRow {
  return {
    number: seal.number,
    sealed_at: new Date(seal.sealedAt),
    heads: seal.heads,
    previous: Buffer.from(seal.previous, 'hex'),
    digest: Buffer.from(seal.digest, 'hex'),
    key: seal.key,
    signature: Buffer.from(seal.signature, 'hex'),
  }
}

/** A seal's row as the core knows it. */
export function sealOf(row: SealRow): Seal {
  return {
    number: row.number,
    sealedAt: row.sealed_at.toISOString(),
    heads: row.heads,
    previous: row.previous.toString('hex'),
    digest: row.digest.toString('hex'),
    key: row.key,
    signature: row.signature.toString('hex'),
  }
}
