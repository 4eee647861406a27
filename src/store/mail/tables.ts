/** The mail's tables in migrations/0004_census.sql. */

import type { Generated } from 'kysely'

export interface MailTables {
  mail_message: MessageRow
  mail_kept: KeptRow
}

export interface MessageRow {
  id: string
  purpose:
    | 'invitation'
    | 'reminder'
    | 'follow-up'
    | 'message'
    | 'receipt'
    | 'sign-in'
    | 'break-glass'
    | 'referral-answered'
    | 'feedback'
    | 'review-due'
    | 'pathway-asked'
    | 'story'
  recipient: string
  edition: string | null
  organisation: string | null
  link: string | null
  note: string | null
  occasion: Generated<string>
  state: Generated<'queued' | 'sent' | 'deferred' | 'refused'>
  attempts: Generated<number>
  error: string | null
  queued_at: Generated<Date>
  tried_at: Date | null
  sent_at: Date | null
}

export interface KeptRow {
  message: string
  subject: string
  text: string
  html: string
}
