/** The network of a day and its register of referral pathways, made once for each state of what they rest on. */

import type { Organisation } from '#core/catalogue/organisations.ts'
import type { Network } from '#core/network/network.ts'
import { networkOf } from '#core/network/network-of.ts'
import { type RegisteredPathway, registerOf } from '#core/network/register.ts'
import { defaultEdition, type EditionKey, editionKeys } from '../census/provision-data.ts'
import type { Store } from '../open.ts'
import { networkSources, recordsRevision } from './sources.ts'

export interface NetworkAsked {
  /** The day to describe, `2026-11-22`. */
  readonly day: string
  /** The edition of the census to take the provision from; absent, or not published: the default one. */
  readonly edition?: string
}

export interface LoadedNetwork {
  readonly network: Network
  /** With those that ended, were declined or lead nowhere. */
  readonly register: readonly RegisteredPathway[]
  /** Of every organisation of the directory, closed ones too, by code. */
  readonly organisations: ReadonlyMap<string, Organisation>
  /** Says everything that these depend on: a key to cache by. */
  readonly key: string
}

/** The network of a day. @see loadRegister for what else it is kept with */
export async function loadNetwork(store: Store, asked: NetworkAsked): Promise<Network> {
  return (await loadRegister(store, asked)).network
}

/**
 * The network of a day with the whole register behind it: two small queries that tell whether what is kept
 * still holds, and four more where it does not.
 */
export async function loadRegister(store: Store, asked: NetworkAsked): Promise<LoadedNetwork> {
  const [keys, records] = await Promise.all([editionKeys(store.db), recordsRevision(store.db)])
  const edition = keys.find(({ id }) => id === asked.edition) ?? defaultEdition(keys)
  const key = `${asked.day} ${edition ? `${edition.id}@${edition.revision}${edition.state}` : ''} ${records}`
  const kept = keptOf(store)
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const made = make(store, asked.day, edition, key)
  kept.set(key, made)
  made.catch(() => kept.delete(key))
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT_AT_MOST) break
    kept.delete(oldest)
  }
  return made
}

const KEPT_AT_MOST = 8
const keptByStore = new WeakMap<object, Map<string, Promise<LoadedNetwork>>>()

function keptOf(store: Store): Map<string, Promise<LoadedNetwork>> {
  const kept = keptByStore.get(store.pool) ?? new Map<string, Promise<LoadedNetwork>>()
  keptByStore.set(store.pool, kept)
  return kept
}

async function make(
  store: Store,
  day: string,
  edition: EditionKey | null,
  key: string,
): Promise<LoadedNetwork> {
  const { network, register: sources, organisations } = await networkSources(store.db, day, edition)
  const register = registerOf(sources)
  return { network: networkOf({ ...network, register }), register, organisations, key }
}
