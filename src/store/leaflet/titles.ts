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

/** By the entry that handed it in: what a version is called never changes, and is read from its body once. */
let known: ReadonlyMap<string, string> = new Map()

export async function leafletTitles(db: Database): Promise<readonly LeafletTitle[]> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select(['entry', 'procedure', 'language', 'version'])
    .where('organisation', 'is', null)
    .where('state', '=', 'published')
    .orderBy('procedure')
    .orderBy('language')
    .execute()
  const unread = rows.flatMap(({ entry }) => (known.has(entry) ? [] : [entry]))
  const read = unread.length > 0 ? await titlesOf(db, unread) : []
  const titles = new Map([...known, ...read])
  known = new Map(rows.map(({ entry }) => [entry, titles.get(entry) ?? '']))
  return rows.map(({ entry, ...row }) => ({ ...row, title: titles.get(entry) ?? '' }))
}

async function titlesOf(
  db: Database,
  entries: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const rows = await db
    .selectFrom('leaflet_version')
    .select(['entry', sql<string>`body::json->>'title'`.as('title')])
    .where('entry', 'in', entries)
    .execute()
  return rows.map(({ entry, title }) => [entry, title] as const)
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
