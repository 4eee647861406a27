/** The tables of migrations/0004_census.sql, but those of the mail. Dates without a time are text. */

import type { ColumnType, Generated } from 'kysely'

type Wave = 'first' | 'follow-up'
/** Read as what it holds; written as JSON text, for `pg` would write an array as a PostgreSQL one. */
type Json<Value> = ColumnType<Value, string, string>
type GeneratedJson<Value> = ColumnType<Value, string | undefined, string>
type AnswersRow = Readonly<Record<string, string | readonly string[]>>

export interface CensusTables {
  census_edition: EditionRow
  census_revision: RevisionRow
  census_member: MemberRow
  census_contact: ContactRow
  census_link: LinkRow
  census_token: TokenRow
  census_answering: AnsweringRow
  census_draft: DraftRow
  census_response: ResponseRow
  census_claim: ClaimRow
  census_attempt: AttemptRow
  census_note: NoteRow
  census_mapping: MappingRow
}

export interface EditionRow {
  id: string
  title: string
  census_on: string
  questionnaire: string
  questionnaire_version: number
  state: Generated<'draft' | 'open' | 'closed'>
  opened_at: Date | null
  deadline_on: string | null
  telephone_after_days: Generated<number>
  closed_at: Date | null
  digest: string | null
  fictional: Generated<boolean>
  created_at: Generated<Date>
}

export interface RevisionRow {
  edition: string
  stripe: number
  revision: number
}

export interface MemberRow {
  edition: string
  organisation: string
}

export interface ContactRow {
  id: string
  organisation: string
  name: string
  role: string
  email: string | null
  telephone: string | null
  bounced_at: Date | null
  bounce_reason: string | null
  retired_at: Date | null
  created_at: Generated<Date>
}

export interface LinkRow {
  id: string
  edition: string
  organisation: string
  contact: string | null
  wave: Wave
  expires_at: Date
  revoked_at: Date | null
  first_opened_at: Date | null
  created_at: Generated<Date>
}

export interface TokenRow {
  digest: Buffer
  link: string
  created_at: Generated<Date>
}

export interface AnsweringRow {
  id: string
  secret_digest: Buffer
  edition: string
  organisation: string
  wave: Wave
  link: string | null
  interviewer: string | null
  started_at: Generated<Date>
  seen_at: Generated<Date>
}

export interface DraftRow {
  edition: string
  organisation: string
  wave: Wave
  revision: Generated<number>
  answers: GeneratedJson<AnswersRow>
  marks: GeneratedJson<Readonly<Record<string, unknown>>>
  updated_at: Generated<Date>
}

export interface ResponseRow {
  edition: string
  organisation: string
  entry: string | null
  follow_up_entry: string | null
  answers: Json<AnswersRow>
  channel: 'web' | 'telephone' | 'import'
  respondent_role: string | null
  reference: string
  first_sent_at: Date
  sent_at: Date
  corrections: Generated<number>
  provision: string | null
  problems: Generated<number>
  answers_at_close: ColumnType<AnswersRow | null, string | null | undefined, string | null>
  provision_at_close: string | null
}

export interface ClaimRow {
  edition: string
  organisation: string
  interviewer: string
  claimed_at: Generated<Date>
  expires_at: Date
}

export interface AttemptRow {
  entry: string
  edition: string
  organisation: string
  interviewer: string
  contact: string | null
  outcome: string
  note: string | null
  next_at: Date | null
  attempted_at: Date
}

export interface NoteRow {
  id: string
  edition: string
  organisation: string
  author: string
  kind: 'note' | 'message'
  question: string | null
  text: string
  written_at: Generated<Date>
  settled_at: Date | null
}

export interface MappingRow {
  edition: string
  mapping: Json<unknown>
  updated_at: Generated<Date>
}
