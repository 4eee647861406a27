/** The network's front page, its register of referral pathways and its gaps. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { gapsCsv, outsideCsv, pathwaysCsv } from './csv.ts'
import { frontPage } from './front.tsx'
import { gapsPage } from './gaps-page.tsx'
import { outsidePage } from './outside-page.tsx'
import { pathwaysPage } from './pathways-page.tsx'

export function networkRoutes(routes: Routes): void {
  const seeing = mayAtOwn('network:see')
  routes.get(paths.network(), seeing, frontPage)
  routes.get(paths.networkPathways(), seeing, pathwaysPage)
  routes.get(paths.networkPathways({}, 'csv'), seeing, pathwaysCsv)
  routes.get(paths.networkOutside(), seeing, outsidePage)
  routes.get(paths.networkOutside({}, 'csv'), seeing, outsideCsv)
  routes.get(paths.networkGaps(), seeing, gapsPage)
  routes.get(paths.networkGaps({}, 'csv'), seeing, gapsCsv)
}
