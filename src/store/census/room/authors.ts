/** The names behind the authors of entries and notes: people who sign in, and contacts who answered. */

import { sql } from 'kysely'
import type { Database } from '../../open.ts'

/** `person:<id>`, `import:<id>` and `contact:<uuid>` to names, in one query; whoever is gone is left out. */
export async function authorNames(
  db: Database,
  authors: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(authors)]
  if (wanted.length === 0) return new Map()
  const ids = (prefix: RegExp) =>
    wanted.filter((one) => prefix.test(one)).map((one) => one.replace(prefix, ''))
  const people = ids(/^(person|import):/)
  const contacts = ids(/^contact:/)
  const { rows } = await sql<{ kind: string; id: string; name: string }>`
    select 'person' as kind, id, name from person where id = any(${people}::text[])
    union all
    select 'contact', id::text, name from census_contact where id::text = any(${contacts}::text[])`.execute(
    db,
  )
  const names = new Map<string, string>()
  for (const { kind, id, name } of rows) {
    for (const prefix of kind === 'person' ? ['person', 'import'] : ['contact'])
      names.set(`${prefix}:${id}`, name)
  }
  return names
}

/** Names of signed-in people by their id. */
export async function personNames(db: Database, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
