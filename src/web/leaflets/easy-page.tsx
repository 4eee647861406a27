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
  return show(
    c,
    <Page
      c={c}
      title={`${version.leaflet.title}: easy read`}
      here={paths.treatments()}
      breadcrumbs={[
        { text: 'Leaflets', href: paths.leaflets() },
        { text: version.leaflet.title, href: paths.leaflet(procedure.id) },
      ]}
    >
      <div className="fp-reading">
        <EasyReadSheet leaflet={version.leaflet} />
        <p>
          <a href={paths.leaflet(procedure.id)}>The whole leaflet</a>
        </p>
      </div>
    </Page>,
  )
}
