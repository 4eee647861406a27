/**
 * Appends to the record: checked, chained and written with its projection in one transaction.
 *
 * Nothing is locked. The next place in the chain goes to whoever takes it first, by the uniqueness of
 * (subject, position); the other reads the new head and tries again, or is told what was said meanwhile.
 * Round trips decide the speed: reading the head travels with `begin`, entry and body are one statement,
 * and the projection's first statement is sent behind it without waiting.
 */

import { randomBytes } from 'node:crypto'
import { type CompiledQuery, type QueryResult, sql } from 'kysely'
import { bodyDigest } from '#core/record/digest.ts'
import { checkDraft } from '#core/record/draft.ts'
import type { Draft, Entry, Problem } from '#core/record/entry.ts'
import { type Erasure, erasure } from '#core/record/erasure.ts'
import { codeOf, namedError } from '../error.ts'
import type { Database, Transaction } from '../open.ts'
import { findPlace, insert, insertUnlessTaken, type Prepared } from './place.ts'
import { entriesOf } from './read.ts'

export type Appended<Body = unknown> =
  | { readonly outcome: 'appended'; readonly entry: Entry<Body> }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'overtaken'; readonly since: readonly Entry[] }

export interface AppendOptions<Body> {
  /** The position of the head that the writer saw; 0 for none. Another head means 'overtaken'. */
  readonly expected?: number
  /**
   * What else the entry changes, in its transaction. Should the entry's place be taken, it is undone and
   * called again with the entry at its new place; so it touches nothing but the transaction.
   */
  readonly project?: (tx: Transaction, entry: Entry<Body>) => Promise<void>
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
  const salt = randomBytes(32)
  const prepared: Prepared<Body> = {
    draft,
    body: checked.body,
    canonicalBody: checked.canonicalBody,
    salt,
    bodyDigest: bodyDigest(salt, checked.canonicalBody),
    options,
  }
  try {
    return await untilPlaced(db, prepared)
  } catch (error) {
    throw namedError(error, 'The database') ?? error
  }
}

/** Null: the place was taken by another writer in between. */
type Attempted<Body> = Appended<Body> | null

async function untilPlaced<Body>(
  db: Database | Transaction,
  prepared: Prepared<Body>,
): Promise<Appended<Body>> {
  const attempt = db.isTransaction ? within : alsoWrites(prepared) ? transacted : alone
  for (let attempts = 1; attempts <= mostAttempts; attempts++) {
    const attempted = await attempt(db as Transaction, prepared)
    if (attempted) return attempted
  }
  return {
    outcome: 'overtaken',
    since: await entriesOf(db, prepared.draft.subject, prepared.options.expected),
  }
}

function alsoWrites<Body>({ draft, options }: Prepared<Body>): boolean {
  return options.project !== undefined || draft.kind.name === erasure.name
}

/** With nothing else to write, the one statement is the transaction. */
async function alone<Body>(db: Database, prepared: Prepared<Body>): Promise<Attempted<Body>> {
  const place = await findPlace(db, prepared)
  if ('outcome' in place) return place
  const { numAffectedRows } = await db.executeQuery(insertUnlessTaken(place, prepared))
  return numAffectedRows === 1n ? { outcome: 'appended', entry: place } : null
}

/** In the caller's transaction a place that is taken must not be an error, for that would end it. */
async function within<Body>(tx: Transaction, prepared: Prepared<Body>): Promise<Attempted<Body>> {
  const attempted = await alone(tx, prepared)
  if (attempted?.outcome === 'appended') await project(tx, prepared, attempted.entry)
  return attempted
}

/** In a transaction of our own a taken place may well end it, so the projection need not wait for it. */
async function transacted<Body>(db: Database, prepared: Prepared<Body>): Promise<Attempted<Body>> {
  let inserting: Sent | undefined
  try {
    return await db.transaction().execute(async (tx) => {
      const place = await findPlace(tx, prepared)
      if ('outcome' in place) return place
      inserting = await send(tx, insert(place, prepared))
      await project(tx, prepared, place)
      await inserting.answer
      return { outcome: 'appended' as const, entry: place }
    })
  } catch (error) {
    // Where the insertion failed the projection failed after it: the insertion's reason is the true one.
    const reason = (await inserting?.failure) ?? error
    if (isPlaceTaken(reason)) return null
    throw reason
  }
}

async function project<Body>(
  tx: Transaction,
  { draft, options }: Prepared<Body>,
  entry: Entry<Body>,
): Promise<void> {
  if (draft.kind.name === erasure.name)
    await sql`select record_erase(${(entry.body as Erasure).entry})`.execute(tx)
  await options.project?.(tx, entry)
}

function isPlaceTaken(error: unknown): boolean {
  if (codeOf(error) !== '23505') return false
  return (error as { constraint?: string }).constraint?.startsWith('record_entry_') ?? false
}

interface Sent {
  readonly answer: Promise<QueryResult<unknown>>
  /** Why it failed, or null when it did not. */
  readonly failure: Promise<unknown>
}

/** Sends a statement without waiting for its answer: what follows in the transaction travels with it. */
async function send(tx: Transaction, query: CompiledQuery): Promise<Sent> {
  return await tx.getExecutor().provideConnection(async (connection) => {
    const answer = connection.executeQuery(query)
    const failure = answer.then(
      () => null,
      (error: unknown) => error,
    )
    return { answer, failure }
  })
}
