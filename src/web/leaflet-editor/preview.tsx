/** The draft, or a version that was handed in, as the public would see it; to those of the workshop only. */

import { procedureById } from '#core/catalogue/procedures.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { LeafletSheet } from '../components/leaflet/leaflet-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type LeafletAt, leafletAt } from './at.ts'
import { EditorFrame } from './frame.tsx'
import { versionAt } from './version-page.tsx'

export async function draftPreview(c: PageContext) {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  if (!at.draft) return c.redirect(paths.leafletEditorOf(at.name), 303)
  const back = { text: 'Draft', href: paths.leafletEditorOf(at.name, 'draft') }
  return page(c, at, at.draft.leaflet, back, 'This is a draft. Nobody else is shown it.')
}

export async function versionPreview(c: PageContext) {
  const found = await versionAt(c)
  if (!found) return notFound(c)
  const { at, version } = found
  const back = {
    text: `Version ${version.version}`,
    href: paths.leafletEditorVersion(at.name, version.entry),
  }
  const words = version.state === 'in-review' ? 'It is in review. The public is not shown it.' : ''
  return page(c, at, version.leaflet, back, words)
}

function page(
  c: PageContext,
  at: LeafletAt,
  leaflet: LeafletBody,
  back: { readonly text: string; readonly href: string },
  words: string,
) {
  return show(
    c,
    <EditorFrame c={c} title="As it will be" at={at} above={[back]}>
      {words ? <p className="nhsuk-inset-text">{words}</p> : null}
      <LeafletSheet
        leaflet={leaflet}
        procedureName={procedureById(leaflet.procedure)?.name ?? leaflet.procedure}
      />
    </EditorFrame>,
  )
}
