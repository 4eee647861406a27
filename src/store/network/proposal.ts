/** What the network was asked: kept questions with their answers, asked once, found again, named, stopped. */

import type { Selectable } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Answer } from '#core/network/proposal/answer.ts'
import { notesOf, type PrintedTable, tablesOf } from '#core/network/proposal/as-tables.ts'
import { type Question, questionSchema, questionWords } from '#core/network/proposal/question.ts'
import { proposalKey } from '#core/network/proposal/situation.ts'
import type { Database, Store } from '../open.ts'
import type { ProposalState, ProposalTable } from './proposal-tables.ts'
import { situationOf } from './situation.ts'

/** What the answer rests on: the day and edition of the network that it was asked about. */
export interface Inputs {
  readonly day: string
  readonly edition: string | null
}

export interface Progress {
  readonly phase: string | null
  readonly best: number | null
  readonly bound: number | null
  readonly gap: number | null
  readonly seconds: number | null
}

/** One line of a list. */
export interface ListedProposal {
  readonly id: string
  readonly question: Question
  readonly state: ProposalState
  readonly sentence: string | null
  readonly name: string | null
  readonly askedBy: string
  readonly askedAt: Date
}

export interface Proposal extends ListedProposal {
  readonly inputs: Inputs
  readonly progress: Progress
  readonly answer: Answer | null
  readonly failure: string | null
  readonly cancelledBy: string | null
  readonly namedBy: string | null
  readonly seenAt: Date
  readonly endedAt: Date | null
  readonly attempts: number
}

export interface Asker {
  readonly id: string
  readonly name: string
}

/**
 * Asks, or finds what was asked before over the same inputs: one that is being computed is shared, one that is
 * answered is answered; one that was stopped, cancelled or failed stays as it is until it is begun again.
 */
export async function askProposal(
  store: Store,
  asked: { readonly question: Question; readonly by: Asker; readonly day: string; readonly at: Date },
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { question, by, day, at } = asked
  const situation = await situationOf(store, { day })
  const key = proposalKey(situation, question)
  const inputs: Inputs = { day, edition: situation.network.edition?.id ?? null }
  const made = await store.db
    .insertInto('network_proposal')
    .values({
      id: newId(),
      key,
      question: JSON.stringify(question),
      kind: question.kind,
      procedure: question.procedure,
      nation: question.nation,
      inputs: JSON.stringify(inputs),
      asked_by: by.id,
      asked_name: by.name,
      asked_at: at,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const known = await store.db
    .selectFrom('network_proposal')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { id: known.id, isNew: false }
}

/** Queues again one that was stopped, cancelled or failed. False: it is none of those. */
export async function beginAgain(db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('network_proposal')
    .set({ state: 'queued', ended_at: null, failure: null, cancelled_by: null, attempts: 0, phase: null })
    .where('id', '=', id)
    .where('state', 'in', ['stopped', 'cancelled', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A blank name takes the name away: it is found among all that was asked, not among the kept. */
export async function nameProposal(db: Database, id: string, name: string, by: Asker): Promise<boolean> {
  const given = name.trim()
  const { numUpdatedRows } = await db
    .updateTable('network_proposal')
    .set(given === '' ? { name: null, named_by: null } : { name: given, named_by: by.name })
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function proposalById(db: Database, id: string): Promise<Proposal | null> {
  const row = await db.selectFrom('network_proposal').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? proposalOf(row) : null
}

/** What an open page asks again and again: where it stands, and nothing large. */
export async function proposalStand(
  db: Database,
  id: string,
): Promise<{ readonly state: ProposalState; readonly progress: Progress } | null> {
  const row = await db
    .selectFrom('network_proposal')
    .select(['state', 'phase', 'best', 'bound', 'gap', 'seconds'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { state: row.state, progress: progressOf(row) } : null
}

const pageSize = 20

/** A page of those that are kept by a name, or of all, the newest first. */
export async function listProposals(
  db: Database,
  { named, page }: { readonly named: boolean; readonly page: number },
): Promise<{ readonly listed: readonly ListedProposal[]; readonly pages: number }> {
  const found = named
    ? db.selectFrom('network_proposal').where('name', 'is not', null)
    : db.selectFrom('network_proposal')
  const [{ count }, rows] = await Promise.all([
    found.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
    found
      .select(['id', 'question', 'state', 'sentence', 'name', 'asked_name', 'asked_at'])
      .orderBy('asked_at', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  ])
  return { listed: rows.map(listedOf), pages: Math.max(1, Math.ceil(Number(count) / pageSize)) }
}

/** An answer as a report prints it. */
export interface KeptProposal {
  readonly id: string
  readonly title: string
  readonly madeAt: Date
  readonly author: string
  readonly finding: string
  readonly tables: readonly PrintedTable[]
  readonly notes: readonly string[]
}

const mostKept = 100

/** Answered ones: those of these ids, or, without ids, those that have a name; the newest first. */
export async function proposalsKept(db: Database, ids?: readonly string[]): Promise<readonly KeptProposal[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('network_proposal')
    .selectAll()
    .where('state', '=', 'done')
    .where(({ eb }) => (ids ? eb('id', 'in', [...ids]) : eb('name', 'is not', null)))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(mostKept)
    .execute()
  return rows.flatMap((row) => {
    const { id, question, name, answer, endedAt, askedAt, askedBy } = proposalOf(row)
    if (!answer) return []
    return [
      {
        id,
        title: name ?? questionWords(question),
        madeAt: endedAt ?? askedAt,
        author: askedBy,
        finding: answer.sentence,
        tables: tablesOf(question, answer),
        notes: notesOf(question, answer),
      },
    ]
  })
}

type Row = Selectable<ProposalTable>

function listedOf(
  row: Pick<Row, 'id' | 'question' | 'state' | 'sentence' | 'name' | 'asked_name' | 'asked_at'>,
): ListedProposal {
  return {
    id: row.id,
    question: questionSchema.parse(row.question),
    state: row.state,
    sentence: row.sentence,
    name: row.name,
    askedBy: row.asked_name,
    askedAt: row.asked_at,
  }
}

function progressOf({ phase, best, bound, gap, seconds }: Pick<Row, keyof Progress>): Progress {
  return { phase, best, bound, gap, seconds }
}

function proposalOf(row: Row): Proposal {
  return {
    ...listedOf(row),
    inputs: row.inputs as Inputs,
    progress: progressOf(row),
    answer: row.answer as Answer | null,
    failure: row.failure,
    cancelledBy: row.cancelled_by,
    namedBy: row.named_by,
    seenAt: row.seen_at,
    endedAt: row.ended_at,
    attempts: row.attempts,
  }
}
