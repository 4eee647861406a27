/** The network that a request is about: as of today, by the edition that it names or the default one. */

import { type EditionKey, editionKeys, underWay } from '#store/census/provision-data.ts'
import { type LoadedNetwork, loadRegister } from '#store/network/network.ts'
import { isoDay } from '../components/dates.ts'
import type { PageContext } from '../environment.ts'

export interface NetworkAt extends LoadedNetwork {
  /** Today, in the United Kingdom. */
  readonly day: string
  /** Published ones, the latest first. */
  readonly editions: readonly EditionKey[]
  /** The one that provision is taken from; null: none has opened yet. */
  readonly edition: EditionKey | null
  /** A later one, whose answers come in now. */
  readonly later: EditionKey | null
}

/** Null where the request names an edition that is not published. */
export async function networkAt(c: PageContext, day = isoDay(c.var.now())): Promise<NetworkAt | null> {
  const { store } = c.var
  const named = c.req.query('edition') || undefined
  const editions = await editionKeys(store.db)
  if (named && !editions.some(({ id }) => id === named)) return null
  const loaded = await loadRegister(store, { day, ...(named ? { edition: named } : {}) })
  const edition = editions.find(({ id }) => id === loaded.network.edition?.id) ?? null
  return { ...loaded, day, editions, edition, later: underWay(editions, edition) }
}
