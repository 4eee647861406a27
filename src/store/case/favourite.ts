/** What someone often records of one kind and procedure, by a name of their own: choices, nothing of a patient. */

import { v7 as uuid } from 'uuid'
import type { Database } from '../open.ts'
import type { DraftFields } from './draft.ts'

export interface Favourite {
  readonly id: string
  readonly name: string
  readonly fields: DraftFields
}

/** Whose favourites, and for what; `procedure` is empty where the kind and the case have none. */
export interface FavouritesFor {
  readonly person: string
  readonly kind: string
  readonly procedure: string
}

export async function favouritesFor(db: Database, of: FavouritesFor): Promise<readonly Favourite[]> {
  const rows = await db
    .selectFrom('case_favourite')
    .select(['id', 'name', 'fields'])
    .where('person', '=', of.person)
    .where('kind', '=', of.kind)
    .where('procedure', '=', of.procedure)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, fields }) => ({ id, name, fields: fields as DraftFields }))
}

/** Keeps a favourite, in the place of one of the same name. */
export async function keepFavourite(
  db: Database,
  { person, kind, procedure }: FavouritesFor,
  favourite: Omit<Favourite, 'id'>,
): Promise<void> {
  const fields = JSON.stringify(favourite.fields)
  await db
    .insertInto('case_favourite')
    .values({ id: uuid(), person, kind, procedure, name: favourite.name, fields })
    .onConflict((conflict) =>
      conflict.columns(['person', 'kind', 'procedure', 'name']).doUpdateSet({ fields, made_at: new Date() }),
    )
    .execute()
}

export async function dropFavourite(db: Database, person: string, id: string): Promise<void> {
  await db.deleteFrom('case_favourite').where('id', '=', id).where('person', '=', person).execute()
}
