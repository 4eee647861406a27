/** The titles of the master's leaflets in use, without their bodies: for lists and links. */

import { sql } from 'kysely'
import type { Language } from '#core/leaflet/leaflet.ts'
import type { Database } from '../open.ts'

export interface LeafletTitle {
  readonly procedure: string
  readonly language: Language
  readonly version: string
  readonly title: string
}

export async function leafletTitles(db: Database): Promise<readonly LeafletTitle[]> {
  return db
    .selectFrom('leaflet_version')
    .select(['procedure', 'language', 'version', sql<string>`body::json->>'title'`.as('title')])
    .where('organisation', 'is', null)
    .where('state', '=', 'published')
    .orderBy('procedure')
    .orderBy('language')
    .execute()
}

/** The languages in which a procedure's master is in use. */
export async function publishedLanguages(db: Database, procedure: string): Promise<readonly Language[]> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select('language')
    .where('procedure', '=', procedure)
    .where('organisation', 'is', null)
    .where('state', '=', 'published')
    .orderBy('language')
    .execute()
  return rows.map(({ language }) => language)
}
