/** The registry: in public, to explore, its snapshots, its dictionary. Figures have routes of their own. */

import { dictionaryFiles } from '#store/snapshot/dictionary-files.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, may, type Routes } from '../route.ts'
import { ComparatorsPage } from './comparators-page.tsx'
import { DictionaryPage } from './dictionary-page.tsx'
import { download } from './download.ts'
import { showDownloads } from './downloads-page.tsx'
import { count, explore, figureJson } from './explore.tsx'
import { home } from './home.tsx'
import { publish, showPublish } from './publish.tsx'
import { showSnapshot } from './snapshot-page.tsx'
import { showSnapshots } from './snapshots-page.tsx'
import { accept, showTerms } from './terms-page.tsx'

export function registryRoutes(routes: Routes): void {
  const explorer = may('registry:explore')
  const downloader = may('registry:download')
  const publisher = may('registry:publish')
  routes.get(paths.registry(), anyone, home)
  routes.get(paths.registryExplore(), explorer, explore)
  routes.get(paths.registryExploreCount(), explorer, count)
  routes.get(paths.registryExploreFile(), explorer, figureJson)
  routes.get(paths.registryPublish(), publisher, showPublish)
  routes.post(paths.registryPublish(), publisher, publish)
  routes.get(paths.registrySnapshots(), explorer, showSnapshots)
  routes.get('/registry/snapshots/:snapshot{[0-9a-f]{16}}', explorer, showSnapshot)
  routes.get('/registry/snapshots/:snapshot{[0-9a-f]{16}}/files/:file', downloader, download)
  routes.get(paths.registryDictionary(), anyone, (c) => show(c, <DictionaryPage c={c} />))
  // The same file as in every snapshot.
  routes.get(paths.registryDictionary('csv'), anyone, (c) =>
    c.body(dictionaryFiles().find(({ path }) => path === 'dictionary.csv')?.text ?? '', 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="registry-dictionary.csv"',
    }),
  )
  routes.get(paths.registryComparators(), anyone, (c) => show(c, <ComparatorsPage c={c} />))
  routes.get(paths.registryTerms(), downloader, showTerms)
  routes.post(paths.registryTerms(), downloader, accept)
  routes.get(paths.registryDownloads(), may('registry:see-downloads'), showDownloads)
}
