/** The MDT meetings of organisations, as cases are judged against them. */

import { sql } from 'kysely'
import type { MeetingHeld } from '#core/pathway/surroundings.ts'
import type { Database, Transaction } from '../open.ts'

/** Held, under way and planned ones by organisation, in order of time; in one query. */
export async function meetingsHeld(
  db: Database | Transaction,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, readonly MeetingHeld[]>> {
  const { rows } = await sql<Omit<MeetingHeld, 'at'> & { readonly at: Date }>`
    select m.id, m.organisation, t.name as team, m.at, t.tumour_sites as "tumourSites"
    from mdt_meeting m join mdt_team t on t.id = m.team
    where m.organisation = any (${[...organisations]}::text[]) and m.state <> 'cancelled'
    order by m.at, m.id`.execute(db)
  return Map.groupBy(
    rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    ({ organisation }) => organisation,
  )
}
