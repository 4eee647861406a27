/** The easy read version of a leaflet. */

import { EasyReadSheet } from '../components/leaflet/easy-read-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { askedLeaflet } from './asked.ts'

export async function easyReadPage(c: PageContext) {
  const asked = await askedLeaflet(c)
  if (!asked) return notFound(c)
  const { procedure, version } = asked
  const view = { language: version.language === 'en' ? undefined : version.language }
  return show(
    c,
    <Page
      c={c}
      title={`${version.leaflet.title}: easy read`}
      here={paths.treatments()}
      breadcrumbs={[
        { text: 'Leaflets', href: paths.leaflets() },
        { text: version.leaflet.title, href: paths.leaflet(procedure.id, view) },
      ]}
    >
      <div className="fp-reading">
        <ul className="fp-leaflet__ways" aria-label="Other ways to read this">
          <li>
            <a href={paths.leafletEasyRead(procedure.id, view, 'pdf')}>PDF of easy read</a>
          </li>
          <li>
            <a href={paths.leaflet(procedure.id, view)}>The whole leaflet</a>
          </li>
        </ul>
        <EasyReadSheet leaflet={version.leaflet} />
      </div>
    </Page>,
  )
}
