/** The public leaflets: A to Z, the current version in each of its forms, each version for good; the glossary. */

import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { easyReadPage } from './easy-page.tsx'
import { glossaryPage } from './glossary-page.tsx'
import { leafletsPage } from './index-page.tsx'
import { leafletPage, leafletVersionPage } from './leaflet-page.tsx'
import { currentPdf, easyPdf, versionPdf } from './pdf.tsx'

export function leafletRoutes(routes: Routes): void {
  routes.get(paths.leaflets(), anyone, leafletsPage)
  routes.get('/leaflets/:procedure{[a-z0-9-]+[.]pdf}', anyone, currentPdf)
  routes.get('/leaflets/:procedure', anyone, leafletPage)
  routes.get('/leaflets/:procedure/easy-read', anyone, easyReadPage)
  routes.get('/leaflets/:procedure/easy-read.pdf', anyone, easyPdf)
  routes.get('/leaflets/:procedure/versions/:entry{[0-9a-f-]{36}[.]pdf}', anyone, versionPdf)
  routes.get('/leaflets/:procedure/versions/:entry{[0-9a-f-]{36}}', anyone, leafletVersionPage)
  routes.get(paths.glossary(), anyone, glossaryPage)
}
