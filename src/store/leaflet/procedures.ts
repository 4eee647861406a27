/** The procedures of which the master's leaflet is published in any language: for links to it. */

import type { Database } from '../open.ts'

export async function proceduresWithLeaflet(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select('procedure')
    .distinct()
    .where('organisation', 'is', null)
    .where('state', '=', 'published')
    .execute()
  return new Set(rows.map(({ procedure }) => procedure))
}
