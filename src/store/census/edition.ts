/** Editions of the census: made, opened, closed with a digest, reopened with a reason; each step is an entry. */

import { CompiledQuery, sql } from 'kysely'
import { editionDigest } from '#core/census/edition-digest.ts'
import {
  editionClosed,
  editionMade,
  editionOpened,
  editionReopened,
  editionSubject,
} from '#core/census/kinds.ts'
import type { Draft } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'

export interface Edition {
  readonly id: string
  readonly title: string
  /** The date that it describes: `2026-11-22`. */
  readonly censusOn: string
  readonly questionnaire: { readonly id: string; readonly version: number }
  readonly state: 'draft' | 'open' | 'closed'
  readonly openedAt: Date | null
  readonly deadlineOn: string | null
  readonly telephoneAfterDays: number
  readonly closedAt: Date | null
  /** Of its answers when it closed, SHA-256 in hex. */
  readonly digest: string | null
  readonly fictional: boolean
  /** Grows with each change that a page or figure could show: the key of every cache. */
  readonly revision: number
}

/** Who does it: `person:<id>`, in which role. */
export interface Author {
  readonly id: string
  readonly role: string
}

export type EditionOutcome =
  | { readonly outcome: 'done'; readonly edition: Edition }
  | { readonly outcome: 'unknown' }
  /** It is not in a state in which this can be done. */
  | { readonly outcome: 'wrong-state'; readonly edition: Edition }
  | { readonly outcome: 'taken' }
  /** No organisation is open on its date. */
  | { readonly outcome: 'no-members' }

const columns = sql<Edition>`e.id, e.title, e.census_on::text as "censusOn",
  json_build_object('id', e.questionnaire, 'version', e.questionnaire_version) as questionnaire,
  e.state, e.opened_at as "openedAt", e.deadline_on::text as "deadlineOn",
  e.telephone_after_days as "telephoneAfterDays", e.closed_at as "closedAt", e.digest, e.fictional,
  (select coalesce(sum(r.revision), 0)::float8 from census_revision r where r.edition = e.id) as revision`

/** The latest census date first. */
export async function listEditions(db: Database | Transaction): Promise<readonly Edition[]> {
  const found = await sql<Edition>`
    select ${columns} from census_edition e order by e.census_on desc, e.created_at desc`.execute(db)
  return found.rows
}

export async function editionById(db: Database | Transaction, id: string): Promise<Edition | null> {
  const found = await sql<Edition>`select ${columns} from census_edition e where e.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** The revision alone: two reads of it that are equal saw the same edition. */
export async function revisionOf(db: Database | Transaction, id: string): Promise<number> {
  const found = await sql<{ revision: number }>`
    select coalesce(sum(revision), 0)::float8 as revision from census_revision where edition = ${id}`.execute(
    db,
  )
  return found.rows[0]?.revision ?? 0
}

/** Notes, in the transaction of a change, that the edition has changed; whoever listens sees it soon after. */
export async function bumpRevision(tx: Database | Transaction, id: string): Promise<void> {
  await tx.executeQuery(revisionBump(id).compile())
}

/** The same as a statement, to run alongside an entry. */
export const revisionBump = (edition: string) => ({ compile: () => CompiledQuery.raw(bump, [edition]) })

const bump = `
  insert into census_revision (edition, stripe, revision) values ($1, pg_backend_pid() % 16, 1)
  on conflict (edition, stripe) do update set revision = census_revision.revision + 1`

/** A new edition, not open yet. */
export async function makeEdition(
  db: Database,
  given: {
    readonly id: string
    readonly title: string
    readonly censusOn: string
    readonly questionnaire: { readonly id: string; readonly version: number }
    readonly deadlineOn?: string | null
    readonly telephoneAfterDays?: number
    readonly fictional?: boolean
  },
  by: Author,
  now: Date,
): Promise<EditionOutcome> {
  return db.transaction().execute(async (tx) => {
    const { id, title, censusOn, questionnaire } = given
    const made = await tx
      .insertInto('census_edition')
      .values({
        id,
        title,
        census_on: censusOn,
        questionnaire: questionnaire.id,
        questionnaire_version: questionnaire.version,
        deadline_on: given.deadlineOn ?? null,
        telephone_after_days: given.telephoneAfterDays ?? 14,
        fictional: given.fictional ?? false,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (made.numInsertedOrUpdatedRows !== 1n) return { outcome: 'taken' }
    const facts = { title, censusOn, questionnaire }
    await write(tx, { kind: editionMade, body: facts }, id, by, now)
    return done(tx, id)
  })
}

/**
 * Opens an edition and fixes whom it asks: the organisations given, else all that are open on its date.
 */
export async function openEdition(
  db: Database,
  given: { readonly id: string; readonly members?: readonly string[] },
  by: Author,
  now: Date,
): Promise<EditionOutcome> {
  return inState(db, given.id, 'draft', async (tx, edition) => {
    const members = given.members ? [...given.members] : null
    const asked = await sql<{ organisation: string }>`
      insert into census_member (edition, organisation)
      select ${given.id}, code from organisation
      where case when ${members}::text[] is null
        then fictional = ${edition.fictional} and (opened_on is null or opened_on <= ${edition.censusOn}::date)
          and (closed_on is null or closed_on > ${edition.censusOn}::date)
        else code = any(${members}::text[]) end
      returning organisation`.execute(tx)
    if (asked.rows.length === 0) return { outcome: 'no-members' }
    await tx
      .updateTable('census_edition')
      .set({ state: 'open', opened_at: now })
      .where('id', '=', given.id)
      .execute()
    const organisations = asked.rows.map(({ organisation }) => organisation).sort()
    await write(tx, { kind: editionOpened, body: { organisations } }, given.id, by, now)
    return done(tx, given.id)
  })
}

/** Closes an edition: its answers are frozen, and the digest over them can be recomputed by anyone. */
export async function closeEdition(db: Database, id: string, by: Author, now: Date): Promise<EditionOutcome> {
  return inState(db, id, 'open', async (tx, edition) => {
    await sql`update census_response set answers_at_close = answers, provision_at_close = provision
      where edition = ${id}`.execute(tx)
    const members = await standingEntries(tx, id)
    const digest = editionDigest({ edition: id, questionnaire: edition.questionnaire, members })
    await tx
      .updateTable('census_edition')
      .set({ state: 'closed', closed_at: now, digest })
      .where('id', '=', id)
      .execute()
    const answered = members.filter(({ entries }) => entries.length > 0).length
    const body = { digest, asked: members.length, answered }
    await write(tx, { kind: editionClosed, body }, id, by, now)
    return done(tx, id)
  })
}

/** Opens a closed edition again, for a reason that stays in its record. */
export async function reopenEdition(
  db: Database,
  id: string,
  reason: string,
  by: Author,
  now: Date,
): Promise<EditionOutcome> {
  return inState(db, id, 'closed', async (tx) => {
    await tx
      .updateTable('census_response')
      .set({ answers_at_close: null, provision_at_close: null })
      .where('edition', '=', id)
      .execute()
    await tx
      .updateTable('census_edition')
      .set({ state: 'open', closed_at: null, digest: null })
      .where('id', '=', id)
      .execute()
    await write(tx, { kind: editionReopened, body: { reason } }, id, by, now)
    return done(tx, id)
  })
}

/** Each member, and the digests of the entries that stand for it now: what an edition's digest covers. */
export async function standingEntries(
  db: Database | Transaction,
  id: string,
): Promise<readonly { readonly organisation: string; readonly entries: readonly string[] }[]> {
  const found = await sql<{ organisation: string; entries: string[] }>`
    select m.organisation, array_remove(array[encode(f.digest, 'hex'), encode(u.digest, 'hex')], null) as entries
    from census_member m
    left join census_response r on r.edition = m.edition and r.organisation = m.organisation
    left join record_entry f on f.id = r.entry
    left join record_entry u on u.id = r.follow_up_entry
    where m.edition = ${id} order by m.organisation`.execute(db)
  return found.rows
}

/** Holds the edition still, so that no answer arrives while its state changes. */
async function inState(
  db: Database,
  id: string,
  state: Edition['state'],
  work: (tx: Transaction, edition: Edition) => Promise<EditionOutcome>,
): Promise<EditionOutcome> {
  return db.transaction().execute(async (tx) => {
    await tx.selectFrom('census_edition').select('id').where('id', '=', id).forUpdate().execute()
    const edition = await editionById(tx, id)
    if (!edition) return { outcome: 'unknown' }
    if (edition.state !== state) return { outcome: 'wrong-state', edition }
    return work(tx, edition)
  })
}

async function done(tx: Transaction, id: string): Promise<EditionOutcome> {
  const edition = await editionById(tx, id)
  if (!edition) throw new Error(`the edition ${id} is there in its own transaction`)
  return { outcome: 'done', edition }
}

async function write<Body>(
  tx: Transaction,
  entry: Pick<Draft<Body>, 'kind' | 'body'>,
  id: string,
  by: Author,
  now: Date,
): Promise<void> {
  const draft = {
    ...entry,
    subject: editionSubject(id),
    occurredAt: now,
    author: by.id,
    role: by.role,
    organisation: null,
  }
  const appended = await append(tx, draft)
  if (appended.outcome !== 'appended') throw new Error(`an edition's entry was ${appended.outcome}`)
  await bumpRevision(tx, id)
}
