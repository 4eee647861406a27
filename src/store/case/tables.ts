/** The tables of migrations/0007_case.sql and 0015_case_mark.sql but for the patients'. All of them are under row-level security. */

import type { ColumnType, Generated } from 'kysely'
import type { Stage } from '#core/pathway/case-kind.ts'

export interface CaseTables {
  care_case: CareCaseTable
  case_mark: CaseMarkTable
  case_due: CaseDueTable
  case_finding: CaseFindingTable
  case_look: CaseLookTable
  break_glass: BreakGlassTable
  case_draft: CaseDraftTable
  case_favourite: CaseFavouriteTable
  attachment_bytes: AttachmentBytesTable
}

export interface CareCaseTable {
  id: string
  /** Whose it is, after merges. */
  patient: string
  /** Whose it was when it was opened. */
  opened_for: Generated<string>
  treating: string
  referring: string | null
  organisations: string[]
  stage: Generated<Stage>
  procedure: string | null
  intent: string | null
  urgency: string | null
  tumour_site: string | null
  opened_at: Date
  referred_at: Date | null
  treated_at: Date | null
  closed_at: Date | null
  refold_at: Date | null
}

/** What changes with each entry of a case; made with it (migrations/0015_case_mark.sql). */
export interface CaseMarkTable {
  case_id: string
  /** Of the last entry that was folded. */
  position: Generated<number>
  /** Counts what was written to the case. */
  revision: Generated<number>
  /** Written to since it was folded. */
  stale: Generated<boolean>
}

/** Written by `case_fold` only. */
export interface CaseDueTable {
  case_id: string
  key: string
  list: string
  organisation: string
  opens_at: Date
  due_at: Date | null
  detail: ColumnType<Readonly<Record<string, unknown>>, never, never>
}

/** Written by `case_fold` only. After `freshen` the verdict is the one of that moment. */
export interface CaseFindingTable {
  case_id: string
  clause: string
  about: string
  organisation: string
  verdict: string
  late: boolean
  lapses_at: Date | null
  /** 2026-11; null while the month that it counts in is still to come. */
  month: string | null
  reason: string
  entries: string[]
}

export interface CaseLookTable {
  id: Generated<number>
  at: Generated<Date>
  person: string
  organisation: string | null
  patient: string
  case_id: string | null
  page: string
  organisations: string[]
}

export interface BreakGlassTable {
  id: string
  person: string
  role: string
  organisation: string
  patient: string | null
  reason: string
  at: Generated<Date>
  until: Date
  organisations: string[]
}

export interface CaseDraftTable {
  id: string
  case_id: string
  kind: string
  corrects: string | null
  person: string
  fields: ColumnType<Readonly<Record<string, unknown>>, string, string>
  seen: number
  saved_at: Generated<Date>
}

export interface CaseFavouriteTable {
  id: string
  person: string
  kind: string
  procedure: string
  name: string
  fields: ColumnType<Readonly<Record<string, unknown>>, string, string>
  made_at: Generated<Date>
}

export interface AttachmentBytesTable {
  case_id: string
  digest: Buffer
  type: string
  bytes: Buffer
  kept_at: Generated<Date>
}
