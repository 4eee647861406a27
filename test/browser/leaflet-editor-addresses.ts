/** The pages of the leaflets' workshop: a master with a draft and a version in review, a variant left behind. */

import { leafletOf } from '#core/leaflet/leaflets.ts'
import { saveDraft } from '#store/leaflet/draft.ts'
import { enterShippedLeaflets } from '#store/leaflet/ship.ts'
import { handIn, type LeafletAuthor, publish } from '#store/leaflet/write.ts'
import { addOrganisation } from '#test/case/support.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const own = '/leaflet-editor/:leaflet'
const at = new Date('2026-11-20T09:00:00Z')
const author: LeafletAuthor = { id: 'person:editor', name: 'Edda Fictional', role: 'editor' }

export async function leafletEditorVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  await enterShippedLeaflets(db, at)
  await addOrganisation(db, 'ZLEAF')
  const shipped = leafletOf('nephrostomy')
  if (!shipped) throw new Error('there is a leaflet on nephrostomy')
  const key = { procedure: 'nephrostomy', language: 'en', organisation: null } as const
  const given = { organisation: null, base: null, reasons: {}, author, at }

  // A variant of the first version, then a second version of the master, then one in review and a draft.
  const ours = { ...shipped, local: { ...shipped.local, telephone: '020 7946 0000' } }
  const variant = await handIn(db, {
    ...{ ...given, leaflet: ours, organisation: 'ZLEAF', base: shipped.version, note: 'Our number.' },
  })
  const second = await handIn(db, {
    ...given,
    leaflet: { ...shipped, title: 'A drain for a kidney' },
    note: 'Title.',
  })
  if (variant.outcome !== 'handed-in' || second.outcome !== 'handed-in')
    throw new Error('both were handed in')
  await publish(db, { entry: variant.entry, author, at })
  await publish(db, { entry: second.entry, author, at })
  const third = await handIn(db, {
    ...given,
    leaflet: { ...shipped, title: 'A kidney drain' },
    note: 'Title again.',
  })
  if (third.outcome !== 'handed-in') throw new Error('the third was handed in')
  await saveDraft(db, { ...key, base: null, leaflet: shipped, reasons: {}, seen: 0, author, at })

  const editor: Viewer = { name: 'editor', cookie: await site.signInAs('editor') }
  const reviewer: Viewer = { name: 'clinical-reviewer', cookie: await site.signInAs('clinical-reviewer') }
  const nurse: Viewer = {
    name: 'cancer-nurse-specialist',
    cookie: await site.signInAs('cancer-nurse-specialist', 'ZLEAF'),
  }
  const [master, adapted] = ['nephrostomy.en', 'nephrostomy.en@ZLEAF']
  visit('/leaflet-editor', paths.leafletEditor(), editor)
  visit('/leaflet-editor', paths.leafletEditor(), nurse)
  visit(own, paths.leafletEditorOf(master), editor)
  visit(own, paths.leafletEditorOf(adapted), nurse)
  visit(own, paths.leafletEditorOf('nephrostomy.cy'), editor)
  visit(null, paths.leafletEditorOf('nothing.en'), editor, 404)
  visit(`${own}/draft`, paths.leafletEditorOf(master, 'draft'), editor)
  for (const section of ['about', 'what', 'risks', 'when-to-call', 'questions', 'easy-read'])
    visit(`${own}/draft/:section`, paths.leafletEditorSection(master, section), editor)
  visit(`${own}/preview`, paths.leafletEditorOf(master, 'preview'), editor)
  visit(`${own}/hand-in`, paths.leafletEditorOf(master, 'hand-in'), editor)
  visit(`${own}/merge`, paths.leafletEditorOf(adapted, 'merge'), nurse)
  const version = `${own}/versions/:entry{[0-9a-f-]{36}}`
  visit(version, paths.leafletEditorVersion(master, third.entry), reviewer)
  visit(version, paths.leafletEditorVersion(master, second.entry), editor)
  visit(`${version}/preview`, paths.leafletEditorVersion(master, third.entry, 'preview'), reviewer)
}
