/** Editions as the room lists them, each with its response. */

import { sql } from 'kysely'
import type { Database } from '../../open.ts'

export interface EditionSummary {
  readonly id: string
  readonly title: string
  /** `2026-11-22` */
  readonly censusOn: string
  readonly state: 'draft' | 'open' | 'closed'
  readonly openedAt: Date | null
  readonly deadlineOn: string | null
  readonly closedAt: Date | null
  readonly fictional: boolean
  readonly members: number
  readonly answered: number
}

/** The latest census date first. */
export async function editionSummaries(db: Database): Promise<readonly EditionSummary[]> {
  const { rows } = await sql<EditionSummary>`
    select e.id, e.title, e.census_on::text as "censusOn", e.state, e.opened_at as "openedAt",
      e.deadline_on::text as "deadlineOn", e.closed_at as "closedAt", e.fictional,
      coalesce(m.members, 0) as members, coalesce(r.answered, 0) as answered
    from census_edition e
    left join (select edition, count(*)::int as members from census_member group by edition) m on m.edition = e.id
    left join (select edition, count(*)::int as answered from census_response group by edition) r on r.edition = e.id
    order by e.census_on desc, e.created_at desc
  `.execute(db)
  return rows
}
