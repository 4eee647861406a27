/** The draft of a leaflet as it is begun, and where each of its pages is. */

import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { SECTIONS } from '#core/leaflet/sections.ts'
import { ENGLISH } from '#core/leaflet/words/english.ts'
import { saveDraft } from '#store/leaflet/draft.ts'
import { publishedLeaflet } from '#store/leaflet/read.ts'
import type { PageContext } from '../environment.ts'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorOf, type LeafletAt, leafletAt } from './at.ts'
import type { EditedSection } from './rows.ts'

export const EDITED: readonly ('about' | EditedSection)[] = ['about', ...SECTIONS, 'easy-read']

export const sectionTitle = (section: 'about' | EditedSection): string =>
  section === 'about'
    ? 'Title, telephone numbers, dates'
    : section === 'easy-read'
      ? 'Easy read'
      : ENGLISH.headings[section]

export interface Begun {
  readonly leaflet: LeafletBody
  readonly base: string | null
}

/** What a draft is begun with: the version in use, else the master, else the English for a translation. */
export async function beginning(c: PageContext, at: LeafletAt): Promise<Begun | null> {
  const { key, inUse, master } = at
  if (inUse) return { leaflet: { ...inUse.leaflet, signOff: null }, base: inUse.base }
  if (master) return { leaflet: { ...master.leaflet, signOff: null }, base: master.version }
  const last = at.versions[0]
  if (last) return { leaflet: { ...last.leaflet, signOff: null }, base: null }
  const english = await publishedLeaflet(c.var.store.db, { ...key, language: 'en' })
  if (key.language === 'en' || !english) return null
  const translation = { of: english.version, state: 'machine', checkedBy: null } as const
  return { leaflet: { ...english.leaflet, language: key.language, signOff: null, translation }, base: null }
}

/** Begins a draft; where there is one already, it is that. */
export async function beginDraft(c: PageContext) {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  if (!at.draft) {
    const begun = await beginning(c, at)
    if (!begun) return notFound(c)
    await saveDraft(c.var.store.db, {
      ...{ ...at.key, ...begun, reasons: at.inUse?.reasons ?? {}, seen: 0 },
      ...{ author: authorOf(c, at.key.organisation), at: c.var.now() },
    })
  }
  return c.redirect(`${paths.leafletEditorOf(at.name, 'draft')}?done=begun`, 303)
}
