/** The tables of patients' personal links, which are under row-level security, and owners' tables of scores. */

import type { Generated, JSONColumnType } from 'kysely'
import type { TableScale } from '#core/feedback/score-table.ts'

export interface FeedbackTables {
  feedback_link: FeedbackLinkTable
  feedback_token: { digest: Buffer; link: string }
  score_table: ScoreTableTable
}

/** Of migrations/0028_score_table.sql; nothing of a patient. */
export interface ScoreTableTable {
  id: string
  instrument: string
  licence: string
  file: string
  digest: Buffer
  scales: JSONColumnType<readonly TableScale[], string, string>
  loaded_at: Date
  replaced_at: Date | null
}

export interface FeedbackLinkTable {
  id: string
  case_id: string
  organisation: string
  /** The first statement of the treatment that it asks about. */
  treatment: string
  symptoms: string[]
  /** Ids of instruments that it asks, while the service's licence is in force. */
  instruments: Generated<string[]>
  /** What the form sent last, until it is sent for good. */
  draft: JSONColumnType<Readonly<Record<string, string>>, string | null, string | null> | null
  drafted_at: Date | null
  made_by: string
  made_at: Generated<Date>
  expires_at: Date
  revoked_at: Date | null
  /** Where its mail goes, until it is posted. */
  mail_to: string | null
  opened_at: Date | null
  ended_at: Date | null
  ended: 'given' | 'declined' | null
}
