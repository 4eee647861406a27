/** A referral in the making: kept as it is typed, one for each patient that a person refers, until it is sent. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../open.ts'

/** What a form sent: a list where a field was sent several times. */
export type SentFields = Readonly<Record<string, string | readonly string[]>>

export interface ReferralDraft {
  readonly id: string
  readonly organisation: string
  readonly patient: string
  readonly onwardOf: string | null
  readonly procedure: string | null
  readonly treating: string | null
  readonly pathway: string | null
  readonly reason: string | null
  readonly fields: SentFields
  /** The case that it opened, once it is sent. */
  readonly caseId: string | null
  readonly savedAt: Date
  readonly sentAt: Date | null
}

const columns = [
  'id',
  'organisation',
  'patient',
  'onward_of as onwardOf',
  'procedure',
  'treating',
  'pathway',
  'reason',
  'fields',
  'case_id as caseId',
  'saved_at as savedAt',
  'sent_at as sentAt',
] as const

export interface NewDraft {
  readonly person: string
  readonly organisation: string
  readonly patient: string
  readonly onwardOf: string | null
  readonly procedure?: string
}

/** Starts one, or goes on with the one that this person has of this patient. Answers its id. */
export async function startDraft(db: Database, draft: NewDraft): Promise<string> {
  const { person, organisation, patient, onwardOf, procedure = null } = draft
  const { rows } = await sql<{ id: string }>`
    insert into referral_draft (person, organisation, patient, onward_of, procedure, fields)
    values (${person}, ${organisation}, ${patient}, ${onwardOf}, ${procedure}, '{}')
    on conflict (person, patient, onward_of) where case_id is null
      do update set organisation = excluded.organisation, saved_at = clock_timestamp()
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** One of a person's own; null for another's. */
export async function draftOf(
  db: Database | Transaction,
  id: string,
  person: string,
): Promise<ReferralDraft | null> {
  const row = await db
    .selectFrom('referral_draft')
    .select(columns)
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ?? null
}

export interface DraftChanges {
  readonly procedure?: string
  readonly treating?: string
  readonly pathway?: string | null
  readonly reason?: string | null
  readonly fields?: SentFields
}

/** Keeps what was typed, unless it is sent already. */
export async function keepDraft(
  db: Database,
  id: string,
  person: string,
  { fields, ...changes }: DraftChanges,
): Promise<void> {
  await db
    .updateTable('referral_draft')
    .set({
      ...changes,
      ...(fields ? { fields: JSON.stringify(fields) } : {}),
      saved_at: sql`clock_timestamp()`,
    })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('case_id', 'is', null)
    .execute()
}

export async function discardDraft(db: Database, id: string, person: string): Promise<void> {
  await db
    .deleteFrom('referral_draft')
    .where('id', '=', id)
    .where('person', '=', person)
    .where('case_id', 'is', null)
    .execute()
}

export interface UnfinishedDraft extends ReferralDraft {
  readonly givenName: string
  readonly familyName: string
}

/** What a person began and has not sent, newest first, of patients that the scope shows. */
export async function unfinishedDrafts(db: Database, person: string): Promise<readonly UnfinishedDraft[]> {
  return db
    .selectFrom('referral_draft')
    .innerJoin('patient', 'patient.id', 'referral_draft.patient')
    .select([
      ...columns.map((column) => `referral_draft.${column}` as const),
      'patient.given_name as givenName',
      'patient.family_name as familyName',
    ])
    .where('person', '=', person)
    .where('case_id', 'is', null)
    .orderBy('saved_at', 'desc')
    .limit(20)
    .execute()
}
