/** Does what a form asks once, however often its button is pressed. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../open.ts'

const keySchema = z.uuid()

/** A key for one showing of a form. */
export const formKey = (): string => randomUUID()

export type Once<Result> = { readonly done: true; readonly result: Result } | { readonly done: false }

/**
 * Runs the work unless the key was used before. `done: false`: it was done, or is being done. Work that
 * fails, or answers what `counts` refuses, gives its key back.
 */
export async function once<Result>(
  db: Database,
  given: { readonly key: string | undefined; readonly person: string },
  work: () => Promise<Result>,
  counts: (result: Result) => boolean = () => true,
): Promise<Once<Result>> {
  const key = keySchema.safeParse(given.key)
  if (!key.success) return { done: true, result: await work() }
  // Keys of forms that nobody can still have open go on the way.
  const taken = await sql`
    with old as (delete from census_once where done_at < now() - interval '3 days')
    insert into census_once (key, person) values (${key.data}, ${given.person}) on conflict do nothing`.execute(
    db,
  )
  if (taken.numAffectedRows !== 1n) return { done: false }
  const giveBack = () => db.deleteFrom('census_once').where('key', '=', key.data).execute()
  try {
    const result = await work()
    if (!counts(result)) await giveBack()
    return { done: true, result }
  } catch (error) {
    await giveBack()
    throw error
  }
}
