/** Access to procedures, supply against demand within reach, and where travel times are from. */

import { paths } from '../../paths.ts'
import { may, mayAtOwn, type Routes } from '../../route.ts'
import { catchmentCsv, catchmentPage } from './catchment-page.tsx'
import { accessCsv } from './csv.ts'
import { districtPage } from './district-page.tsx'
import { accessPage } from './page.tsx'
import { travelPage } from './travel-page.tsx'
import { removeTravel, uploadTravel } from './travel-upload.ts'

export function accessRoutes(routes: Routes): void {
  const seeing = mayAtOwn('network:see')
  const changing = may('network:propose')
  routes.get(paths.networkAccess(), seeing, accessPage)
  routes.get(paths.networkAccess({}, 'csv'), seeing, accessCsv)
  routes.get(paths.networkDistrict(), seeing, districtPage)
  routes.get(paths.networkCatchment(), seeing, catchmentPage)
  routes.get(paths.networkCatchment({}, 'csv'), seeing, catchmentCsv)
  routes.get(paths.networkTravel(), seeing, (c) => travelPage(c))
  routes.post(paths.networkTravel('upload'), changing, uploadTravel)
  routes.post(paths.networkTravel('remove'), changing, removeTravel)
}
