/** What every answering page needs and hardly ever changes, kept for some seconds: the directory, the edition's facts. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import { allOrganisations } from '#store/catalogue/organisations.ts'
import { type Edition, editionById } from '#store/census/edition.ts'
import type { Database } from '#store/open.ts'

const keptMs = 10_000

interface Kept {
  readonly at: number
  readonly value: Promise<unknown>
}

const keptOf = new WeakMap<Database, Map<string, Kept>>()

async function kept<T>(db: Database, key: string, load: () => Promise<T>, holds: (value: T) => boolean) {
  const all = keptOf.get(db) ?? new Map<string, Kept>()
  keptOf.set(db, all)
  const known = all.get(key)
  // Only what `load` answered under this key is ever kept under it.
  const value = known && performance.now() - known.at < keptMs ? ((await known.value) as T) : null
  if (value !== null && holds(value)) return value
  const loading = load()
  all.set(key, { at: performance.now(), value: loading })
  loading.catch(() => all.delete(key))
  return loading
}

/** The whole directory, closed organisations too; one that it is asked for by code is in it if it is there at all. */
export function directory(db: Database, code: string): Promise<readonly Organisation[]> {
  return kept(
    db,
    'directory',
    () => allOrganisations(db),
    (organisations) => organisations.some((each) => each.code === code),
  )
}

/** An edition's title, questionnaire and dates. Whether it is open is asked with each request, apart from this. */
export function editionFacts(db: Database, id: string): Promise<Edition | null> {
  return kept(
    db,
    `edition ${id}`,
    () => editionById(db, id),
    (edition) => edition !== null,
  )
}
