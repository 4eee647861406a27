/** Which procedures the edition of a network asked about: of the others its silence says nothing. */

import { askedIn } from '#core/census/asked-procedures.ts'
import { CURRENT_QUESTIONNAIRE, findQuestionnaire } from '#core/census/questionnaires/all.ts'
import { publishedEditions } from '#store/census/provision-data.ts'
import type { LoadedNetwork } from '#store/network/network.ts'
import type { Store } from '#store/open.ts'

const kept = new WeakMap<LoadedNetwork, Promise<ReadonlySet<string>>>()

/** Before any edition: those that the next one will ask. One query for each state of the network. */
export function askedProcedures(store: Store, loaded: LoadedNetwork): Promise<ReadonlySet<string>> {
  const known = kept.get(loaded)
  if (known) return known
  const made = find(store, loaded)
  kept.set(loaded, made)
  made.catch(() => kept.delete(loaded))
  return made
}

async function find(store: Store, { network }: LoadedNetwork): Promise<ReadonlySet<string>> {
  const editions = network.edition ? await publishedEditions(store.db) : []
  const named = editions.find(({ id }) => id === network.edition?.id)?.questionnaire
  return askedIn((named && findQuestionnaire(named.id, named.version)) ?? CURRENT_QUESTIONNAIRE)
}
