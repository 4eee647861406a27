/** What maps, figures and service pages show of an edition, derived once for each of its revisions. */
import { type Provision, provisionOf } from '#core/census/provision.ts'
import type { Answers, Questionnaire } from '#core/census/questionnaire.ts'
import { CURRENT_QUESTIONNAIRE, findQuestionnaire } from '#core/census/questionnaires/all.ts'
import { type Tabulation, tabulate } from '#core/census/tabulate.ts'
import {
  defaultEdition,
  type EditionFacts,
  type EditionKey,
  editionKeys,
  type OrganisationAnswers,
  provisionData,
} from '#store/census/provision-data.ts'
import type { Store } from '#store/open.ts'

export interface ProvisionView {
  /** Null: no edition has opened yet. */
  readonly edition: EditionFacts | null
  readonly questionnaire: Questionnaire
  readonly members: readonly OrganisationAnswers[]
  /** Of every organisation that answered, by code. */
  readonly provisions: ReadonlyMap<string, Provision>
  readonly tabulation: Tabulation
  readonly lateCorrections: number
  readonly withCorrections: boolean
  readonly entries: number
  /** Says everything that this depends on; the key of what is rendered from it. */
  readonly cacheKey: string
}

/** Which edition a request is about: the named one, or the default. Null: the named one is not published. */
export async function editionAsked(
  store: Store,
  id: string | undefined,
): Promise<{ readonly keys: readonly EditionKey[]; readonly asked: EditionKey | null } | null> {
  const keys = await editionKeys(store.db)
  if (id === undefined) return { keys, asked: defaultEdition(keys) }
  const asked = keys.find((key) => key.id === id)
  return asked ? { keys, asked } : null
}

export function viewKey(asked: EditionKey | null, withCorrections: boolean): string {
  return asked ? `${asked.id}@${asked.revision}${asked.state}${withCorrections ? '+' : ''}` : 'directory'
}

const kept = new WeakMap<object, Map<string, { view: Promise<ProvisionView | null>; at: number }>>()
const KEPT_AT_MOST = 8
const LONGEST_KEPT_MS = 60_000

/** The view of an edition at its present revision. Two queries when it is not kept, else none. */
export function provisionView(
  store: Store,
  asked: EditionKey | null,
  withCorrections: boolean,
  now: Date,
): Promise<ProvisionView | null> {
  const views = kept.get(store.pool) ?? new Map()
  kept.set(store.pool, views)
  const key = viewKey(asked, withCorrections)
  const known = views.get(key)
  if (known && now.getTime() - known.at < (asked ? LONGEST_KEPT_MS : LONGEST_KEPT_MS / 30)) return known.view
  const view = make(store, asked, withCorrections, key)
  views.delete(key)
  views.set(key, { view, at: now.getTime() })
  view.catch(() => views.delete(key))
  for (const oldest of views.keys()) {
    if (views.size <= KEPT_AT_MOST) break
    views.delete(oldest)
  }
  return view
}

async function make(
  store: Store,
  asked: EditionKey | null,
  withCorrections: boolean,
  key: string,
): Promise<ProvisionView | null> {
  const data = await provisionData(store.db, asked?.id ?? null, { withCorrections })
  if (!data) return null
  const named = data.edition?.questionnaire
  const questionnaire = (named && findQuestionnaire(named.id, named.version)) ?? CURRENT_QUESTIONNAIRE
  const responses = new Map<string, Answers>()
  for (const { code, answers } of data.members) if (answers) responses.set(code, answers)
  const provisions = new Map([...responses].map(([code, answers]) => [code, provisionOf(answers)]))
  const tabulation = tabulate(questionnaire, data.members, responses)
  return { ...data, questionnaire, provisions, tabulation, withCorrections, cacheKey: key }
}
