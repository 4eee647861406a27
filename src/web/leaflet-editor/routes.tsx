/** The workshop in which leaflets are written, adapted, reviewed and signed off. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { beginDraft } from './draft.ts'
import { draftPage, drop } from './draft-page.tsx'
import { handInPage, sendIn } from './hand-in.tsx'
import { adoptMaster, leafletPage } from './leaflet-page.tsx'
import { listPage } from './list-page.tsx'
import { merge, mergePage } from './merge.tsx'
import { draftPreview, versionPreview } from './preview.tsx'
import { saveSection, sectionPage } from './section-page.tsx'
import { addRemark, publishVersion, sign, withdrawVersion } from './version-actions.ts'
import { versionPage } from './version-page.tsx'

const own = '/leaflet-editor/:leaflet'
const version = `${own}/versions/:entry{[0-9a-f-]{36}}`
const section = `${own}/draft/:section`

/** Which leaflet opens to whom is the affair of each page (at.ts): another service's is not found. */
export function leafletEditorRoutes({ get, post }: Routes): void {
  const seeing = mayAtOwn('leaflet:see')
  get(paths.leafletEditor(), seeing, listPage)
  get(own, seeing, leafletPage)
  get(`${own}/draft`, seeing, draftPage)
  post(`${own}/draft`, seeing, beginDraft)
  post(`${own}/drop`, seeing, drop)
  post(`${own}/adopt`, seeing, adoptMaster)
  get(section, seeing, sectionPage)
  post(section, seeing, saveSection)
  get(`${own}/preview`, seeing, draftPreview)
  get(`${own}/hand-in`, seeing, handInPage)
  post(`${own}/hand-in`, seeing, sendIn)
  get(`${own}/merge`, seeing, mergePage)
  post(`${own}/merge`, seeing, merge)
  get(version, seeing, (c) => versionPage(c))
  get(`${version}/preview`, seeing, versionPreview)
  post(`${version}/remark`, seeing, addRemark)
  post(`${version}/sign`, seeing, sign)
  post(`${version}/publish`, seeing, publishVersion)
  post(`${version}/withdraw`, seeing, withdrawVersion)
}
