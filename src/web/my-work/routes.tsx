/** The page that one arrives at, the work lists that it counts, and every case. */

import { paths } from '../paths.ts'
import { may, mayAtOwn, type Routes } from '../route.ts'
import { cases } from './cases.tsx'
import { myWork } from './page.tsx'

export function myWorkRoutes(routes: Routes): void {
  routes.get(paths.myWork(), may('account:own'), myWork)
  routes.get(paths.cases(), mayAtOwn('case:see'), cases)
}
