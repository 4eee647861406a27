/** The tables of migrations/0001_record.sql. They are only ever inserted into. */

export interface RecordTables {
  record_entry: EntryRow
  record_body: BodyRow
  record_seal: SealRow
  record_seal_head: SealHeadRow
}

export interface EntryRow {
  id: string
  subject: string
  position: number
  kind: string
  version: number
  occurred_at: Date
  recorded_at: Date
  author: string
  role: string
  organisation: string | null
  body_digest: Buffer
  corrects: string | null
  previous: Buffer
  digest: Buffer
}

export interface BodyRow {
  entry: string
  salt: Buffer
  body: unknown
  /** Of a case or a patient, whose it is; else null. */
  subject: string | null
}

export interface SealRow {
  number: number
  sealed_at: Date
  heads: number
  previous: Buffer
  digest: Buffer
  key: string
  signature: Buffer
}

export interface SealHeadRow {
  seal: number
  subject: string
  position: number
  digest: Buffer
}
