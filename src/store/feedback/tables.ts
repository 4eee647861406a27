/** The tables of patients' personal links. Both are under row-level security. */

import type { Generated, JSONColumnType } from 'kysely'

export interface FeedbackTables {
  feedback_link: FeedbackLinkTable
  feedback_token: { digest: Buffer; link: string }
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
