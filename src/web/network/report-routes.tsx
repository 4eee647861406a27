/** Reports of the network: their list, how one is made and withdrawn, and each published one for everybody. */

import { paths } from '../paths.ts'
import { anyone, may, mayAtOwn, type Routes } from '../route.ts'
import { newReportPage, publishNewReport } from './report-new.tsx'
import { reportPage, withdrawPublished, withdrawReportPage } from './report-page.tsx'
import { networkReportsPage, publicReportsPage } from './reports.tsx'

export function reportRoutes(routes: Routes): void {
  const publishing = may('network:publish')
  routes.get(paths.networkReports(), mayAtOwn('network:see'), networkReportsPage)
  routes.get(paths.networkReportNew(), publishing, newReportPage)
  routes.post(paths.networkReportNew(), publishing, publishNewReport)
  routes.get('/network/reports/:report/withdraw', publishing, withdrawReportPage)
  routes.post('/network/reports/:report/withdraw', publishing, withdrawPublished)
  routes.get(paths.reports(), anyone, publicReportsPage)
  routes.get('/reports/:report', anyone, reportPage)
}
