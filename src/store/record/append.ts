/**
 * Appends to the record: checked, chained and written with its projection in one transaction.
 *
 * Nothing is locked. The next place in the chain goes to whoever takes it first, by the uniqueness of
 * (subject, position); the other reads the new head and tries again, or is told what was said meanwhile.
 */

import { type Compilable, type CompiledQuery, sql } from 'kysely'
import { bodyDigest } from '#core/record/digest.ts'
import { checkDraft } from '#core/record/draft.ts'
import type { Draft, Entry, Problem } from '#core/record/entry.ts'
import { type Erasure, erasure } from '#core/record/erasure.ts'
import { namedError } from '../error.ts'
import type { Database, Transaction } from '../open.ts'
import { checkAgainstRecord } from './against.ts'
import { freshRandom } from './fresh-random.ts'
import { insertion, isPlaceTaken, type Prepared, type Unplaced } from './insert.ts'
import { nativeHash } from './native-hash.ts'
import { entriesOf, head } from './read.ts'

export type Appended<Body = unknown> =
  | { readonly outcome: 'appended'; readonly entry: Entry<Body> }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'overtaken'; readonly since: readonly Entry[] }

export interface AppendOptions<Body> {
  /** The position of the head that the writer saw; 0 for none. Another head means 'overtaken'. */
  readonly expected?: number
  /** What else the entry changes, in its transaction. */
  readonly project?: (tx: Transaction, entry: Entry<Body>) => Promise<void>
  /**
   * The same, where it is statements whose answers nobody waits for, that need not know the entry's place
   * and hold no `with` of their own. They run after `project`; without one they become part of the entry's
   * own statement, and the whole append is a single round trip.
   */
  readonly alongside?: (entry: Unplaced<Body>) => readonly Compilable[]
}

const mostAttempts = 12

/**
 * Appends an entry. Whatever a writer can get wrong is an outcome; what throws is a failure of the
 * database (StoreError where it has a name) or of the projection.
 *
 * Inside a transaction of the caller's, entry and projection become part of it.
 */
export async function append<Body>(
  db: Database | Transaction,
  draft: Draft<Body>,
  options: AppendOptions<Body> = {},
): Promise<Appended<Body>> {
  const checked = checkDraft(draft)
  if ('problems' in checked) return { outcome: 'refused', problems: checked.problems }
  const { body, canonicalBody } = checked
  const salt = freshRandom(32)
  const prepared = {
    draft,
    body,
    canonicalBody,
    salt,
    bodyDigest: bodyDigest(salt, canonicalBody, nativeHash),
    expected: options.expected,
  }
  try {
    return await untilPlaced(db, prepared, options)
  } catch (error) {
    throw namedError(error, 'The database') ?? error
  }
}

async function untilPlaced<Body>(
  db: Database | Transaction,
  prepared: Prepared<Body>,
  options: AppendOptions<Body>,
): Promise<Appended<Body>> {
  const attempt = wayOf(db, prepared, options)
  for (let attempts = 1; attempts <= mostAttempts; attempts++) {
    const problem = await checkAgainstRecord(db, prepared.draft)
    if (problem) return { outcome: 'refused', problems: [problem] }
    const entry = await attempt(db as Transaction, prepared, options)
    if (entry) return { outcome: 'appended', entry }
    if (options.expected !== undefined && (await positionOf(db, prepared)) !== options.expected) break
  }
  return { outcome: 'overtaken', since: await entriesOf(db, prepared.draft.subject, options.expected) }
}

/** Inserts and projects; null where the place was taken by another writer. */
type Attempt = <Body>(
  db: Transaction,
  prepared: Prepared<Body>,
  options: AppendOptions<Body>,
) => Promise<Entry<Body> | null>

function wayOf<Body>(
  db: Database | Transaction,
  { draft }: Prepared<Body>,
  { project, alongside }: AppendOptions<Body>,
): Attempt {
  if (db.isTransaction) return within
  if (project || draft.kind.name === erasure.name) return transacted
  return alongside ? inOneGo : alone
}

/** With nothing else to write, the insertion is the transaction. */
const alone: Attempt = async (db, prepared) => {
  const { query, complete } = insertion(prepared, 'nothing')
  return complete((await db.executeQuery(query)).rows)
}

/** In a transaction of the caller's. */
const within: Attempt = async (tx, prepared, options) => {
  const entry = await alone(tx, prepared, options)
  if (entry) await project(tx, entry, options)
  if (entry) for (const query of statementsOf(entry, options)) await tx.executeQuery(query)
  return entry
}

/** In a transaction of our own; `begin` travels with the insertion. */
const transacted: Attempt = (db, prepared, options) =>
  db.transaction().execute((tx) => within(tx, prepared, options))

/** All in one statement, which is the transaction. A place that is taken is an error here: it undoes the rest. */
const inOneGo: Attempt = async (db, prepared, options) => {
  const { query, complete } = insertion(prepared, 'error', (entry) => statementsOf(entry, options))
  try {
    return complete((await db.executeQuery(query)).rows)
  } catch (error) {
    if (isPlaceTaken(error)) return null
    throw error
  }
}

async function project<Body>(
  tx: Transaction,
  entry: Entry<Body>,
  options: AppendOptions<Body>,
): Promise<void> {
  if (entry.kind === erasure.name)
    await sql`select record_erase(${(entry.body as Erasure).entry})`.execute(tx)
  await options.project?.(tx, entry)
}

function statementsOf<Body>(entry: Unplaced<Body>, { alongside }: AppendOptions<Body>): CompiledQuery[] {
  return alongside?.(entry).map((query) => query.compile()) ?? []
}

async function positionOf<Body>(db: Database | Transaction, { draft }: Prepared<Body>): Promise<number> {
  return (await head(db, draft.subject))?.position ?? 0
}
