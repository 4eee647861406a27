/** The leaflet that an address names, for those who write it, adapt it or sign it. */

import { allows, allowsSomewhere, organisationsOf } from '#core/access/may.ts'
import { procedureById } from '#core/catalogue/procedures.ts'
import type { LeafletKey } from '#core/leaflet/kinds.ts'
import { LANGUAGE_NAMES, languageSchema } from '#core/leaflet/leaflet.ts'
import { organisationNames } from '#store/catalogue/organisations.ts'
import { draftOf, type LeafletDraft } from '#store/leaflet/draft.ts'
import { type KeptVersion, leafletVersion, publishedLeaflet, versionsOf } from '#store/leaflet/read.ts'
import type { LeafletAuthor } from '#store/leaflet/write.ts'
import type { PageContext } from '../environment.ts'

export interface LeafletAt {
  readonly key: LeafletKey
  /** `nephrostomy.en@RR8`: what stands for it in an address. */
  readonly name: string
  /** "Nephrostomy, at St Elsewhere", for headings and lists. */
  readonly title: string
  readonly versions: readonly KeptVersion[]
  readonly inUse: KeptVersion | null
  readonly draft: LeafletDraft | null
  /** Of a variant: the master as it is now, and as it was when the variant was last brought up to it. */
  readonly master: KeptVersion | null
  readonly followed: KeptVersion | null
  readonly mayWrite: boolean
  readonly maySign: boolean
}

export const nameOf = ({ procedure, language, organisation }: LeafletKey): string =>
  `${procedure}.${language}${organisation ? `@${organisation}` : ''}`

function keyFrom(name: string): LeafletKey | null {
  const [, procedure = '', language, organisation] =
    /^([a-z0-9-]+)\.([a-z]{2})(?:@([A-Z0-9]{2,12}))?$/.exec(name) ?? []
  const known = languageSchema.safeParse(language)
  if (!known.success || !procedureById(procedure)) return null
  return { procedure, language: known.data, organisation: organisation ?? null }
}

/** Who may write a leaflet: the editor the master, a service's own people its variant. */
export function mayWrite(c: PageContext, organisation: string | null): boolean {
  const memberships = c.var.person?.memberships ?? []
  return organisation === null
    ? allows(memberships, 'leaflet:edit')
    : allows(memberships, 'leaflet:adapt', organisation)
}

export function maySign(c: PageContext, organisation: string | null): boolean {
  return allows(c.var.person?.memberships ?? [], 'leaflet:sign', organisation)
}

/** The service at which this person adapts or signs leaflets; null for the nation's roles. */
export function ownOrganisation(c: PageContext): string | null {
  const memberships = c.var.person?.memberships ?? []
  return (
    organisationsOf(memberships, 'leaflet:adapt')[0] ??
    organisationsOf(memberships, 'leaflet:sign')[0] ??
    null
  )
}

/** Null where there is no such leaflet, or it is another service's. */
export async function leafletAt(c: PageContext): Promise<LeafletAt | null> {
  const key = keyFrom(c.req.param('leaflet') ?? '')
  if (!key || !maySee(c, key)) return null
  const { db } = c.var.store
  const [versions, draft, master] = await Promise.all([
    versionsOf(db, key),
    draftOf(db, key),
    key.organisation ? publishedLeaflet(db, { ...key, organisation: null }) : null,
  ])
  if (key.organisation && !master) return null
  if (!key.organisation && versions.length === 0 && !draft && key.language === 'en') return null
  const inUse = versions.find(({ state }) => state === 'published') ?? null
  const base = draft?.base ?? inUse?.base ?? null
  const followed =
    key.organisation && base ? await leafletVersion(db, { ...key, organisation: null, version: base }) : null
  return {
    ...{ key, versions, inUse, draft, master, followed },
    name: nameOf(key),
    title: await titleOf(c, key),
    mayWrite: mayWrite(c, key.organisation),
    maySign: maySign(c, key.organisation),
  }
}

/** The nation's roles see every leaflet; a service's people the master and their own. */
function maySee(c: PageContext, { organisation }: LeafletKey): boolean {
  const memberships = c.var.person?.memberships ?? []
  if (organisation === null) return allowsSomewhere(memberships, 'leaflet:see')
  return allows(memberships, 'leaflet:see', organisation)
}

async function titleOf(c: PageContext, { procedure, language, organisation }: LeafletKey): Promise<string> {
  const words = procedureById(procedure)?.name ?? procedure
  const inLanguage = language === 'en' ? words : `${words} (${LANGUAGE_NAMES[language]})`
  if (!organisation) return inLanguage
  const names = await organisationNames(c.var.store.db, [organisation])
  return `${inLanguage}, at ${names.get(organisation) ?? organisation}`
}

/** The signed-in person as the author of what is said of this leaflet. */
export function authorOf(c: PageContext, organisation: string | null): LeafletAuthor {
  const { person } = c.var
  const held = person?.memberships.find(
    (one) =>
      allows([one], 'leaflet:see', organisation) &&
      (organisation === null || one.organisation === organisation || one.organisation === null),
  )
  if (!person || !held) throw new Error('a route that needs leaflet:see has a person who may')
  return { id: `person:${person.id}`, name: person.name, role: held.role }
}
