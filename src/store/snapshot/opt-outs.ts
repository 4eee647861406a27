/** The national opt-out list: imported as it now stands, kept by keyed digest alone. */

import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { Identifier } from '#core/patient/identifiers.ts'
import { readOptOutLine } from '#core/registry/snapshot/opt-out-line.ts'
import type { Database, Transaction } from '../open.ts'
import { SnapshotError } from './error.ts'
import { optOutDigest } from './pseudonyms.ts'

export interface ImportedOptOuts {
  /** Different numbers on the list. */
  readonly numbers: number
  readonly duplicates: number
}

const digestsAtATime = 5000
const mostProblems = 5

/**
 * Replaces the list by a file's: one number a line. All or nothing: a line that is no number could be
 * somebody who is not left out.
 *
 * @throws SnapshotError 'list-refused' naming the first lines that are no numbers, never their content
 */
export async function importOptOuts(db: Database, file: string, secret: string): Promise<ImportedOptOuts> {
  return db.transaction().execute(async (tx) => {
    await sql`delete from registry_opt_out`.execute(tx)
    const problems: string[] = []
    let [line, lines, numbers] = [0, 0, 0]
    let waiting: Buffer[] = []
    const keep = async () => {
      if (waiting.length > 0) numbers += await insert(tx, waiting)
      waiting = []
    }
    for await (const text of linesOf(file)) {
      const read = readOptOutLine(text, ++line)
      if ('problem' in read) problems.push(`line ${line}: ${read.problem}`)
      if (problems.length >= mostProblems) break
      if (!('identifier' in read)) continue
      lines++
      waiting.push(optOutDigest(secret, read.identifier.system, read.identifier.value))
      if (waiting.length === digestsAtATime) await keep()
    }
    await keep()
    if (problems.length > 0)
      throw new SnapshotError(
        'list-refused',
        `The opt-out list was not taken, and the one before stays: ${problems.join('; ')}.`,
      )
    await tx.insertInto('registry_opt_out_list').values({ numbers }).execute()
    return { numbers, duplicates: lines - numbers }
  })
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, 'utf8')
  try {
    // An error of the stream does not reach whoever reads its lines.
    await new Promise((opened, failed) => stream.once('open', opened).once('error', failed))
  } catch {
    throw new SnapshotError('list-refused', `The opt-out list ${file} cannot be read.`)
  }
  yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
}

async function insert(tx: Transaction, digests: readonly Buffer[]): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into registry_opt_out (digest) select unnest(${digests}::bytea[]) on conflict do nothing`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** Which of some numbers are on the list, as `system:value`. One query. */
export async function optedOut(
  db: Database | Transaction,
  identifiers: readonly Identifier[],
  secret: string,
): Promise<ReadonlySet<string>> {
  const digests = identifiers.map(({ system, value }) => optOutDigest(secret, system, value))
  if (digests.length === 0) return new Set()
  const { rows } = await sql<{ digest: Buffer }>`
    select digest from registry_opt_out where digest = any(${digests}::bytea[])`.execute(db)
  const found = new Set(rows.map(({ digest }) => digest.toString('hex')))
  return new Set(
    identifiers
      .filter((_, at) => found.has(digests[at]?.toString('hex') ?? ''))
      .map(({ system, value }) => `${system}:${value}`),
  )
}

/** When the list was last imported, and how long it is; null where it never was. */
export async function optOutList(
  db: Database | Transaction,
): Promise<{ importedAt: Date; numbers: number } | null> {
  const row = await db
    .selectFrom('registry_opt_out_list')
    .select(['imported_at as importedAt', 'numbers'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
