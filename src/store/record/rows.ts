/** Rows of the record as entries, and back. */

import { type RawBuilder, sql } from 'kysely'
import type { Entry } from '#core/record/entry.ts'
import type { EntryRow } from './tables.ts'

export type KeptRow = EntryRow & { readonly body: unknown }

export function entryOf(row: KeptRow): Entry {
  return {
    id: row.id,
    subject: row.subject,
    position: row.position,
    kind: row.kind,
    version: row.version,
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    author: row.author,
    role: row.role,
    organisation: row.organisation,
    body: row.body ?? null,
    corrects: row.corrects,
    bodyDigest: row.body_digest.toString('hex'),
    previous: row.previous.toString('hex'),
    digest: row.digest.toString('hex'),
  }
}

/** Every entry with its body, where it has one: to be followed by `where` and `order by`. */
export const keptRows: RawBuilder<KeptRow> = sql<KeptRow>`
  select e.*, b.body from record_entry e left join record_body b on b.entry = e.id`
