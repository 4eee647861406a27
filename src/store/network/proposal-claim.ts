/** The claims on questions of the network: taken by one worker, kept by signs of life, ended, cancelled. */

import type { Selectable } from 'kysely'
import type { Answer } from '#core/network/proposal/answer.ts'
import { type Question, questionSchema } from '#core/network/proposal/question.ts'
import type { State } from '#core/network/proposal/solver.ts'
import type { Database } from '../open.ts'
import type { Inputs } from './proposal.ts'
import type { ProposalTable } from './proposal-tables.ts'

/** Whoever gave no sign of life for so long has gone. */
export const silentMs = 15_000

/** A question that one worker has for itself. Of a later claim of the same, `attempt` is another. */
export interface Claim {
  readonly id: string
  readonly key: string
  readonly question: Question
  readonly inputs: Inputs
  /** From 1 on; one for each time that it was begun and broke off. */
  readonly attempt: number
  /** How long the last computation took; null: there was none. */
  readonly lastSeconds: number | null
}

/** Takes the oldest that waits, or whose worker has gone. Null: nothing waits. */
export async function claimProposal(db: Database, now: Date): Promise<Claim | null> {
  const row = await db
    .updateTable('network_proposal')
    .set(({ eb }) => ({
      state: 'running' as const,
      seen_at: now,
      attempts: eb('attempts', '+', 1),
      phase: 'Reading the network',
      best: null,
      bound: null,
      gap: null,
    }))
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('network_proposal')
        .select('id')
        .where('state', 'in', ['queued', 'running'])
        .where(({ or, eb }) =>
          or([eb('state', '=', 'queued'), eb('seen_at', '<', new Date(now.getTime() - silentMs))]),
        )
        .orderBy('asked_at')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'key', 'question', 'inputs', 'attempts', 'seconds'])
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    key: row.key,
    question: questionSchema.parse(row.question),
    inputs: row.inputs as Inputs,
    attempt: row.attempts,
    lastSeconds: row.seconds,
  }
}

/** A sign of life, with how far it is. False: it is to stop, or another has taken it up. */
export async function signProposal(
  db: Database,
  claim: Claim,
  last: State | null,
  seconds: number,
  now: Date,
): Promise<boolean> {
  const known = await db
    .updateTable('network_proposal')
    .set({
      seen_at: now,
      seconds,
      ...(last
        ? { phase: last.phase, best: finite(last.best), bound: finite(last.bound), gap: finite(last.gap) }
        : {}),
    })
    .where('id', '=', claim.id)
    .where('state', '=', 'running')
    .where('attempts', '=', claim.attempt)
    .returning('cancelled_by')
    .executeTakeFirst()
  return known !== undefined && known.cancelled_by === null
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

export type Ending =
  | { readonly state: 'done' | 'stopped'; readonly answer: Answer; readonly seconds: number }
  | { readonly state: 'cancelled'; readonly seconds: number }
  | { readonly state: 'failed'; readonly failure: string }
  /** It waits again, and this attempt does not count. */
  | { readonly state: 'queued' }

type Row = Selectable<ProposalTable>
type Own = Partial<Pick<Row, 'seconds' | 'sentence' | 'gap' | 'failure' | 'attempts'>> & {
  readonly answer?: string
}

/** Says how it ended, where it is still one's own. */
export async function endProposal(db: Database, claim: Claim, ending: Ending, now: Date): Promise<void> {
  const { state } = ending
  const own: Own =
    state === 'done' || state === 'stopped'
      ? {
          seconds: ending.seconds,
          sentence: ending.answer.sentence,
          answer: JSON.stringify(ending.answer),
          gap: ending.answer.proof?.gap ?? null,
        }
      : state === 'cancelled'
        ? { seconds: ending.seconds }
        : state === 'failed'
          ? { failure: ending.failure }
          : { attempts: claim.attempt - 1 }
  await db
    .updateTable('network_proposal')
    .set({ state, seen_at: now, ended_at: state === 'queued' ? null : now, ...own })
    .where('id', '=', claim.id)
    .where('state', '=', 'running')
    .where('attempts', '=', claim.attempt)
    .execute()
}

/** What waits is cancelled at once; what runs is told to stop. False: it has ended already. */
export async function cancelProposal(db: Database, id: string, by: string, now: Date): Promise<boolean> {
  const waiting = await db
    .updateTable('network_proposal')
    .set({ state: 'cancelled', cancelled_by: by, ended_at: now })
    .where('id', '=', id)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'queued'),
        // Nobody is there who could be told.
        and([eb('state', '=', 'running'), eb('seen_at', '<', new Date(now.getTime() - silentMs))]),
      ]),
    )
    .executeTakeFirst()
  if (waiting.numUpdatedRows > 0n) return true
  const running = await db
    .updateTable('network_proposal')
    .set({ cancelled_by: by })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return running.numUpdatedRows > 0n
}
