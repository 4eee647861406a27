/** The tables of migrations/0005_census_import.sql. */

import type { ColumnType, Generated } from 'kysely'
import type { CellTable } from '#core/census/import.ts'
import type { Mapping } from '#core/census/import-mapping.ts'

export interface RoomTables {
  census_import: ImportRow
  census_once: OnceRow
}

export interface ImportRow {
  id: string
  edition: string
  person: string
  file_name: string
  columns: ColumnType<CellTable['header'], string, never>
  rows: ColumnType<CellTable['rows'], string, never>
  note: string | null
  mapping: ColumnType<Mapping, string, string>
  created_at: Generated<Date>
  expires_at: Date
  imported_at: Date | null
  imported: number | null
}

export interface OnceRow {
  key: string
  person: string
  done_at: Generated<Date>
}
