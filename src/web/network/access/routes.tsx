/** Access to procedures, supply against demand within reach, and where travel times are from. */

import { paths } from '../../paths.ts'
import { mayAtOwn, type Routes } from '../../route.ts'
import { accessCsv } from './csv.ts'
import { districtPage } from './district-page.tsx'
import { accessPage } from './page.tsx'

export function accessRoutes(routes: Routes): void {
  const seeing = mayAtOwn('network:see')
  routes.get(paths.networkAccess(), seeing, accessPage)
  routes.get(paths.networkAccess({}, 'csv'), seeing, accessCsv)
  routes.get(paths.networkDistrict(), seeing, districtPage)
}
