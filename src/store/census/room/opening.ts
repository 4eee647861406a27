/** What opening an edition would do: whom it would ask, and who of them cannot be reached by mail. */

import { sql } from 'kysely'
import type { Database } from '../../open.ts'

export interface OpeningPreview {
  readonly nations: readonly {
    readonly nation: string
    readonly organisations: number
    readonly withoutAddress: number
  }[]
  /** A few by name, to be put right first. */
  readonly withoutAddress: readonly { readonly code: string; readonly name: string }[]
}

/** By nation, the largest first. */
export async function openingPreview(
  db: Database,
  edition: { readonly censusOn: string; readonly fictional: boolean },
): Promise<OpeningPreview> {
  const { rows } = await sql<{ code: string; name: string; nation: string; reachable: boolean }>`
    select o.code, o.name, o.nation, exists (
      select from census_contact c where c.organisation = o.code
        and c.email is not null and c.bounced_at is null and c.retired_at is null
    ) as reachable
    from organisation o
    where o.fictional = ${edition.fictional}
      and (o.opened_on is null or o.opened_on <= ${edition.censusOn}::date)
      and (o.closed_on is null or o.closed_on > ${edition.censusOn}::date)
    order by o.name`.execute(db)
  const nations = [...new Set(rows.map(({ nation }) => nation))].map((nation) => {
    const own = rows.filter((row) => row.nation === nation)
    return {
      nation,
      organisations: own.length,
      withoutAddress: own.filter(({ reachable }) => !reachable).length,
    }
  })
  return {
    nations: nations.toSorted((a, b) => b.organisations - a.organisations),
    withoutAddress: rows.filter(({ reachable }) => !reachable).map(({ code, name }) => ({ code, name })),
  }
}
