/** The tables of migrations/0008_referral.sql. */

import type { ColumnType, Generated } from 'kysely'

export interface ReferralTables {
  referral_draft: ReferralDraftRow
  referral_answer_read: AnswerReadRow
  patient_search: PatientSearchRow
}

type Json<Value> = ColumnType<Value, string, string>

export interface ReferralDraftRow {
  id: Generated<string>
  person: string
  /** The organisation that refers. */
  organisation: string
  patient: string
  /** The case that is referred onward; null for a first referral. */
  onward_of: string | null
  procedure: string | null
  treating: string | null
  /** The `referral-pathway` entry of the referring service that it goes by. */
  pathway: string | null
  reason: string | null
  fields: Json<Readonly<Record<string, string | readonly string[]>>>
  /** The case that it opened, once it is sent. */
  case_id: string | null
  saved_at: Generated<Date>
  sent_at: Date | null
}

export interface AnswerReadRow {
  case_id: string
  /** Of the answer on the referrer's work list. */
  key: string
  organisation: string
  person: string
  read_at: Generated<Date>
}

export interface PatientSearchRow {
  id: Generated<string>
  person: string
  words: Json<Readonly<Record<string, string>>>
  made_at: Generated<Date>
}
