/** Data quality of a service, for its own staff. */

import { paths } from '../paths.ts'
import { may, mayAtOwn, type Routes } from '../route.ts'
import { choosePage, qualityPage } from './overview.tsx'

export function qualityRoutes(routes: Routes): void {
  routes.get(paths.quality(), mayAtOwn('quality:see'), choosePage)
  routes.get(
    '/quality/:code',
    may('quality:see', (c) => c.req.param('code') ?? ''),
    qualityPage,
  )
}
