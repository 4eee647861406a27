/** What a program sends: treatments that are checked already, kept all or none; the same request again is answered again. */

import { hash, randomUUID } from 'node:crypto'
import { canonical } from '#core/record/digest.ts'
import type { PastTreatmentBody } from '#core/registry/past-treatment.ts'
import { codeOf } from '../error.ts'
import type { Database, Transaction } from '../open.ts'
import { type Scope, withinScope } from '../scope.ts'
import { lockOrganisation } from './keep.ts'
import { type Kept, keepRows } from './keep-rows.ts'
import { holdKey, type ShownKey } from './key.ts'
import type { UploadTable } from './tables.ts'

export interface Sending {
  readonly key: ShownKey
  /** The Idempotency-Key that came with it. */
  readonly once: string | null
  /** SHA-256 of the request's body. */
  readonly request: Buffer
  readonly bytes: number
}

export interface RowProblem {
  /** Which of those that were sent, from 1. */
  readonly row: number
  readonly field: string | null
  readonly words: string
}

export type Sent =
  | ({ readonly outcome: 'kept'; readonly upload: string; readonly isRepeat: boolean } & Kept)
  /** Rows have something wrong: nothing is kept. */
  | {
      readonly outcome: 'refused'
      readonly upload: string
      readonly isRepeat: boolean
      readonly problems: readonly RowProblem[]
      readonly total: number
    }
  /** The Idempotency-Key came before, with something else. */
  | { readonly outcome: 'other-request' }
  /** Another upload of the organisation is being kept, or the same request. */
  | { readonly outcome: 'busy' }
  /** The key was revoked or ran out while this was on its way. */
  | { readonly outcome: 'key-gone' }

const scopeOf = ({ id, organisation }: ShownKey): Scope => ({
  person: `key:${id}`,
  organisations: [organisation],
  ownOnly: true,
})
const rowsAtOnce = 1000
/** As many problems as an answer names. */
export const mostProblems = 1000

/** Keeps treatments that are right. Their keys are all different. */
export async function keepSent(
  db: Database,
  sending: Sending,
  bodies: readonly PastTreatmentBody[],
  now: Date,
): Promise<Sent> {
  const { key } = sending
  const upload = randomUUID()
  return once(db, sending, async (own) =>
    own.transaction().execute(async (tx): Promise<Sent> => {
      if (!(await lockOrganisation(tx, key.organisation))) return { outcome: 'busy' }
      const before = await answered(tx, sending)
      if (before) return before
      const by = { upload, organisation: key.organisation, author: `key:${key.id}`, role: 'program' }
      await write(tx, sending, {
        id: upload,
        state: 'kept',
        seen_at: now,
        kept_at: now,
        rows_read: bodies.length,
      })
      const sum = { fresh: 0, changed: 0, same: 0 }
      for (let at = 0; at < bodies.length; at += rowsAtOnce) {
        const kept = await keepRows(tx, by, bodies.slice(at, at + rowsAtOnce).map(rowOf))
        sum.fresh += kept.fresh
        sum.changed += kept.changed
        sum.same += kept.same
      }
      await tx
        .updateTable('upload')
        .set({
          rows_done: bodies.length,
          rows_new: sum.fresh,
          rows_changed: sum.changed,
          rows_same: sum.same,
        })
        .where('id', '=', upload)
        .execute()
      // Last: a key that is revoked until here undoes it all.
      if (!(await holdKey(tx, key.id, new Date()))) throw new KeyGone()
      return { outcome: 'kept', upload, isRepeat: false, ...sum }
    }),
  )
}

/** Notes in the log that something was sent and why it was not kept. */
export async function refuseSent(
  db: Database,
  sending: Sending,
  given: {
    readonly rows: number
    readonly refused: number
    readonly problems: readonly RowProblem[]
    readonly total: number
  },
  now: Date,
): Promise<Sent> {
  const { key } = sending
  const upload = randomUUID()
  return once(db, sending, (own) =>
    own.transaction().execute(async (tx): Promise<Sent> => {
      const before = await answered(tx, sending)
      if (before) return before
      const counts = { rows_read: given.rows, rows_refused: given.refused, problems: given.total }
      await write(tx, sending, { id: upload, state: 'refused', seen_at: now, kept_at: null, ...counts })
      const kept = given.problems.slice(0, mostProblems)
      if (kept.length > 0)
        await tx
          .insertInto('upload_problem')
          .values(
            kept.map(({ row, field, words }, index) => ({
              ...{ upload, organisation: key.organisation, number: index + 1 },
              ...{ line: row, field, value: null, words },
            })),
          )
          .execute()
      await forgetProblems(tx, key.organisation)
      return { outcome: 'refused', upload, isRepeat: false, problems: kept, total: given.total }
    }),
  )
}

/** A program that sends the same mistake every minute must not fill the log: of its latest refusals it is kept what was wrong. */
const refusalsKept = 20

async function forgetProblems(tx: Transaction, organisation: string): Promise<void> {
  const older = tx
    .selectFrom('upload')
    .select('id')
    .where('organisation', '=', organisation)
    .where('key', 'is not', null)
    .where('state', '=', 'refused')
    .orderBy('began_at', 'desc')
    .offset(refusalsKept)
    // What came before these was forgotten when they came.
    .limit(refusalsKept)
  await tx.deleteFrom('upload_problem').where('upload', 'in', older).execute()
}

class KeyGone extends Error {}

async function once(db: Database, { key }: Sending, work: (own: Database) => Promise<Sent>): Promise<Sent> {
  try {
    return await withinScope(db, scopeOf(key), work)
  } catch (error) {
    if (error instanceof KeyGone) return { outcome: 'key-gone' }
    // The same Idempotency-Key at the same moment: the other was first.
    if (codeOf(error) === '23505') return { outcome: 'busy' }
    throw error
  }
}

type State = Pick<UploadTable, 'id' | 'state' | 'kept_at'> & {
  readonly seen_at: Date
  readonly rows_read: number
  readonly rows_refused?: number
  readonly problems?: number
}

async function write(
  tx: Transaction,
  { key, once: given, request, bytes }: Sending,
  state: State,
): Promise<void> {
  await tx
    .insertInto('upload')
    .values({ organisation: key.organisation, key: key.id, once: given, request, bytes, ...state })
    .execute()
}

/** What was answered to the same Idempotency-Key; null where it is new. */
async function answered(tx: Transaction, { key, once: given, request }: Sending): Promise<Sent | null> {
  if (given === null) return null
  const row = await tx
    .selectFrom('upload')
    .selectAll()
    .where('key', '=', key.id)
    .where('once', '=', given)
    .executeTakeFirst()
  if (!row) return null
  if (!row.request?.equals(request)) return { outcome: 'other-request' }
  if (row.state === 'kept') {
    const counts = { fresh: row.rows_new, changed: row.rows_changed, same: row.rows_same }
    return { outcome: 'kept', upload: row.id, isRepeat: true, ...counts }
  }
  const problems = await tx
    .selectFrom('upload_problem')
    .select(['line as row', 'field', 'words'])
    .where('upload', '=', row.id)
    .orderBy('number')
    .execute()
  return { outcome: 'refused', upload: row.id, isRepeat: true, problems, total: row.problems }
}

function rowOf(body: PastTreatmentBody) {
  const text = canonical(body)
  return { key: body.localKey, text, digest: hash('sha256', text, 'hex'), body }
}
