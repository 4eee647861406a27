/** The directory as it is looked after: organisations with how they can be reached. */

import { sql } from 'kysely'
import type { Database } from '../../open.ts'

export interface DirectoryRow {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly openedOn: string | null
  readonly closedOn: string | null
  readonly successor: string | null
  readonly successorName: string | null
  readonly fictional: boolean
  /** Contacts in use, and those of them whose address takes mail. */
  readonly contacts: number
  readonly reachable: number
  readonly bounced: number
}

export interface DirectoryFilter {
  readonly search: string
  readonly nation: string | null
  readonly contacts: 'none' | 'bounced' | null
  /** Organisations that have closed are left out unless they are asked for. */
  readonly closed: boolean
  readonly limit: number
  readonly offset: number
}

/** By name, with how many match in all. One query. */
export async function directoryRows(
  db: Database,
  filter: DirectoryFilter,
): Promise<{ readonly total: number; readonly rows: readonly DirectoryRow[] }> {
  const pattern = `%${filter.search.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<DirectoryRow & { total: number }>`
    select o.code, o.name, o.nation, o.opened_on::text as "openedOn", o.closed_on::text as "closedOn", o.successor,
      s.name as "successorName", o.fictional, coalesce(c.contacts, 0) as contacts,
      coalesce(c.reachable, 0) as reachable, coalesce(c.bounced, 0) as bounced, (count(*) over ())::int as total
    from organisation o
    left join organisation s on s.code = o.successor
    left join (
      select organisation, count(*)::int as contacts,
        count(*) filter (where email is not null and bounced_at is null)::int as reachable,
        count(*) filter (where bounced_at is not null)::int as bounced
      from census_contact where retired_at is null group by organisation
    ) c on c.organisation = o.code
    where (${filter.search} = '' or o.name ilike ${pattern} or o.code ilike ${pattern})
      and (${filter.nation}::text is null or o.nation = ${filter.nation})
      and (${filter.closed} or o.closed_on is null or o.closed_on > current_date)
      and case ${filter.contacts}::text
        when 'none' then coalesce(c.reachable, 0) = 0
        when 'bounced' then coalesce(c.bounced, 0) > 0
        else true end
    order by o.name, o.code limit ${filter.limit} offset ${filter.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}
