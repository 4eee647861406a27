/** The logbook of whoever is signed in. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { logbookFile } from './file.ts'
import { logbookPage } from './page.tsx'

export function logbookRoutes(routes: Routes): void {
  routes.get(paths.logbook(), mayAtOwn('case:see'), logbookPage)
  routes.get(paths.logbookFile(), mayAtOwn('case:see'), logbookFile)
}
