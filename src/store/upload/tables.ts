/** The tables of migrations/0013_upload.sql but for those of feedback. All of them are under row-level security. */

import type { ColumnType, Generated } from 'kysely'

export interface UploadTables {
  past_treatment: PastTreatmentTable
  upload: UploadTable
  upload_piece: UploadPieceTable
  upload_row: UploadRowTable
  upload_problem: UploadProblemTable
  upload_mapping: UploadMappingTable
  upload_key: UploadKeyTable
}

export interface PastTreatmentTable {
  id: string
  organisation: string
  local_key: string
  patient: string | null
  system: string | null
  value: string | null
  procedure: string
  treated_on: string
  /** The entry that stands. */
  entry: string
  digest: Buffer
  withdrawn_at: Date | null
  upload: string
}

export type UploadState =
  | 'receiving'
  | 'received'
  | 'checking'
  | 'checked'
  | 'keeping'
  | 'kept'
  | 'refused'
  | 'dropped'
  | 'failed'

export type Encoding = 'utf8' | 'windows-1252' | 'utf16le' | 'utf16be'

export interface UploadTable {
  id: string
  organisation: string
  person: string | null
  key: string | null
  file_name: string | null
  state: UploadState
  encoding: Generated<Encoding>
  bytes: Generated<number>
  columns: ColumnType<readonly string[], string | undefined, string>
  mapping: ColumnType<unknown, string | undefined, string>
  note: string | null
  rows_read: Generated<number>
  rows_done: Generated<number>
  rows_new: Generated<number>
  rows_changed: Generated<number>
  rows_same: Generated<number>
  rows_refused: Generated<number>
  problems: Generated<number>
  failure: string | null
  once: string | null
  request: Buffer | null
  began_at: Generated<Date>
  seen_at: Generated<Date>
  kept_at: Date | null
}

export interface UploadPieceTable {
  upload: string
  organisation: string
  number: number
  bytes: Buffer
}

export interface UploadRowTable {
  upload: string
  organisation: string
  line: number
  local_key: string
  digest: Buffer
  body: string
}

export interface UploadProblemTable {
  upload: string
  organisation: string
  number: number
  line: number
  field: string | null
  value: string | null
  words: string
}

export interface UploadMappingTable {
  organisation: string
  columns: ColumnType<readonly string[], string, string>
  mapping: ColumnType<unknown, string, string>
  person: string
  changed_at: Generated<Date>
}

export interface UploadKeyTable {
  id: string
  organisation: string
  name: string
  beginning: string
  digest: Buffer
  made_by: string
  made_at: Generated<Date>
  expires_at: Date
  revoked_at: Date | null
  revoked_by: string | null
  last_used_at: Date | null
  window_began: Date | null
  window_count: Generated<number>
}
