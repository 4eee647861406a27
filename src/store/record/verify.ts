/** Verifies a whole store: every seal, every chain, every body; names the first that does not hold. */

import { sql } from 'kysely'
import { type Seal, sealPayload } from '#core/record/seal.ts'
import {
  beginChain,
  type Chain,
  type ChainRow,
  checkSeal,
  endChain,
  type Fault,
  isFault,
  readRow,
  sealFault,
} from '#core/record/verify.ts'
import type { Database, Transaction } from '../open.ts'
import { withinScope } from '../scope.ts'
import { entryOf, type KeptRow } from './rows.ts'
import { digestOfHeads, sealOf } from './seal.ts'
import { type SignatureCheck, signatureCheck } from './seal-key.ts'
import { stream } from './stream.ts'

export interface Verified {
  readonly entries: number
  readonly subjects: number
  readonly seals: number
  /** Bodies that are gone by law. */
  readonly erased: number
  /** The last seal's digest, to compare with one that was noted elsewhere. */
  readonly lastSeal: { readonly number: number; readonly digest: string } | null
  readonly firstFault: Fault | null
}

/**
 * Reads everything once, as it stood at one moment, in memory that does not grow with it. Seals come
 * first, then chains in order of their subjects.
 *
 * @param keys.publicKeys those whose seals are trusted: SPKI, PEM
 */
export async function verifyStore(
  db: Database,
  keys: { readonly publicKeys: readonly string[] },
): Promise<Verified> {
  return withinScope(db, 'whole', (whole) =>
    whole
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        const seals = await verifySeals(tx, signatureCheck(keys.publicKeys))
        const chains = await verifyChains(tx)
        const firstFault = seals.fault ?? chains.fault ?? (await missingHead(tx)) ?? (await strayBody(tx))
        const { entries, subjects, erased } = chains
        return { entries, subjects, erased, seals: seals.count, lastSeal: seals.last, firstFault }
      }),
  )
}

async function verifySeals(tx: Transaction, check: SignatureCheck) {
  const rows = await tx.selectFrom('record_seal').selectAll().orderBy('number').execute()
  let before: Seal | null = null
  let fault: Fault | null = await headsWithoutSeal(tx)
  for (const seal of rows.map(sealOf)) {
    fault ??= (await verifySeal(tx, seal, before)) ?? signatureFault(seal, check)
    before = seal
  }
  return { count: rows.length, last: before && { number: before.number, digest: before.digest }, fault }
}

async function verifySeal(tx: Transaction, seal: Seal, before: Seal | null): Promise<Fault | null> {
  const { digest, heads } = await digestOfHeads(tx, seal.number)
  return checkSeal(seal, before, digest, heads)
}

function signatureFault(seal: Seal, check: SignatureCheck): Fault | null {
  const held = check(seal.key, sealPayload(seal), Buffer.from(seal.signature, 'hex'))
  if (held) return null
  return held === null
    ? sealFault(seal.number, 'key-unknown', `seal ${seal.number} is signed by a key that is not trusted here`)
    : sealFault(seal.number, 'signature-refused', `the signature of seal ${seal.number} does not hold`)
}

async function headsWithoutSeal(tx: Transaction): Promise<Fault | null> {
  const { rows } = await sql<{ seal: number }>`
    select min(h.seal) as seal from record_seal_head h
    where not exists (select from record_seal s where s.number = h.seal) having min(h.seal) is not null`.execute(
    tx,
  )
  const [row] = rows
  return row ? sealFault(row.seal, 'seal-missing', `seal ${row.seal} is missing, though heads name it`) : null
}

type JoinedRow = KeptRow & { salt: Buffer | null; seal: number | null; sealed_digest: Buffer | null }

async function verifyChains(tx: Transaction) {
  let chain: Chain | null = null
  let fault: Fault | null = null
  const counts = { entries: 0, subjects: 0, erased: 0 }
  const rows = stream(
    tx,
    sql<JoinedRow>`
      select e.*, b.salt, b.body, h.seal, h.digest as sealed_digest from record_entry e
      left join record_body b on b.entry = e.id
      left join record_seal_head h on h.subject = e.subject and h.position = e.position
      order by e.subject, e.position`,
  )
  for await (const joined of rows) {
    counts.entries++
    if (joined.salt === null) counts.erased++
    if (chain?.subject !== joined.subject) {
      fault ??= chain && endChain(chain)
      chain = beginChain(joined.subject)
      counts.subjects++
    }
    if (fault) continue
    const read = readRow(chain, chainRowOf(joined))
    if (isFault(read)) fault = read
    else chain = read
  }
  fault ??= chain && endChain(chain)
  return { ...counts, fault }
}

function chainRowOf(row: JoinedRow): ChainRow {
  const sealed =
    row.seal !== null && row.sealed_digest
      ? { seal: row.seal, digest: row.sealed_digest.toString('hex') }
      : null
  return { ...entryOf(row), salt: row.salt, sealed }
}

/** A sealed head without its entry: the chain was cut below the seal. */
async function missingHead(tx: Transaction): Promise<Fault | null> {
  const { rows } = await sql<{ seal: number; subject: string; position: number }>`
    select h.seal, h.subject, h.position from record_seal_head h
    where not exists (select from record_entry e where e.subject = h.subject and e.position = h.position)
    order by h.subject, h.position limit 1`.execute(tx)
  const [row] = rows
  if (!row) return null
  const words = `seal ${row.seal} holds entry ${row.position} of ${row.subject}, which is missing: the chain was cut`
  return { code: 'entry-missing', ...row, entry: null, words }
}

async function strayBody(tx: Transaction): Promise<Fault | null> {
  const { rows } = await sql<{ entry: string; hasEntry: boolean }>`
    select b.entry, e.id is not null as "hasEntry" from record_body b left join record_entry e on e.id = b.entry
    where e.id is null or b.subject is distinct from
      case when e.subject ~ '^(case|patient|past):' then e.subject end
    order by b.entry limit 1`.execute(tx)
  const [row] = rows
  if (!row) return null
  const words = row.hasEntry
    ? `the body of entry ${row.entry} is kept as if it belonged to another record`
    : `there is a body of entry ${row.entry}, and no such entry`
  return { code: 'body-stray', subject: null, position: null, entry: row.entry, seal: null, words }
}
