/** Demand and supply: the comparison, and the table that it is computed from; and what closing a gap costs. */

import { paths } from '../paths.ts'
import { may, mayAtOwn, type Routes } from '../route.ts'
import { costPage } from './cost.tsx'
import { demandPage } from './demand.tsx'
import { demandCsv, demandTableCsv } from './demand-csv.ts'
import { demandHistoryPage } from './demand-history.tsx'
import { demandNewPage, stateLine } from './demand-state.tsx'
import { demandTablePage } from './demand-table.tsx'
import { demandUploadPage, uploadDemand } from './demand-upload.tsx'

export function demandRoutes(routes: Routes): void {
  const seeing = mayAtOwn('network:see')
  routes.get(paths.networkCost(), seeing, costPage)
  const changing = may('network:propose')
  routes.get(paths.networkDemand(), seeing, demandPage)
  routes.get(paths.networkDemand({}, 'csv'), seeing, demandCsv)
  routes.get(paths.networkDemandTable(), seeing, demandTablePage)
  routes.get(paths.networkDemandTable('table.csv'), seeing, demandTableCsv)
  routes.get(paths.networkDemandTable('history'), seeing, demandHistoryPage)
  routes.get(paths.networkDemandTable('new'), changing, demandNewPage)
  routes.post(paths.networkDemandTable('new'), changing, stateLine)
  routes.get(paths.networkDemandTable('upload'), changing, (c) => demandUploadPage(c))
  routes.post(paths.networkDemandTable('upload'), changing, uploadDemand)
}
