/** How much the record holds. */

import { sql } from 'kysely'
import type { Database } from '../../open.ts'

export interface RecordCounts {
  readonly kind: string
  readonly version: number
  readonly entries: number
  readonly subjects: number
  readonly latestAt: Date
}

/** By kind, the most frequent first. */
export async function recordCounts(db: Database): Promise<readonly RecordCounts[]> {
  const { rows } = await sql<RecordCounts>`
    select kind, max(version) as version, count(*)::int as entries, count(distinct subject)::int as subjects,
      max(recorded_at) as "latestAt"
    from record_entry group by kind order by entries desc, kind`.execute(db)
  return rows
}
