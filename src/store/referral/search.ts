/** What a person looks for, kept under an id, so that neither name nor number stands in any address. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

export interface SearchWords {
  readonly number: string
  readonly name: string
  /** `yyyy-mm-dd`, or empty. */
  readonly birthOn: string
}

/** Keeps a search for a day. Answers its id. */
export async function keepSearch(db: Database, person: string, words: SearchWords): Promise<string> {
  await sql`select patient_search_swept()`.execute(db)
  const { rows } = await sql<{ id: string }>`
    insert into patient_search (person, words) values (${person}, ${JSON.stringify(words)})
    returning id`.execute(db)
  return rows[0]?.id ?? ''
}

/** A person's own search; null when it is another's, or older than a day. */
export async function searchOf(db: Database, id: string, person: string): Promise<SearchWords | null> {
  const row = await db
    .selectFrom('patient_search')
    .select('words')
    .where('id', '=', id)
    .where('person', '=', person)
    .executeTakeFirst()
  return row ? (row.words as unknown as SearchWords) : null
}
