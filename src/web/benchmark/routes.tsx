/** The benchmark of a service, for its own staff. */

import { paths } from '../paths.ts'
import { may, mayAtOwn, type Routes } from '../route.ts'
import { benchmarkFile } from './file.ts'
import { benchmarkPage, choosePage } from './page.tsx'

export function benchmarkRoutes(routes: Routes): void {
  routes.get(paths.benchmark(), mayAtOwn('quality:see'), choosePage)
  routes.get(
    '/benchmark/:code',
    may('quality:see', (c) => c.req.param('code') ?? ''),
    benchmarkPage,
  )
  routes.get(
    '/benchmark/:code/figure.csv',
    may('quality:see', (c) => c.req.param('code') ?? ''),
    benchmarkFile,
  )
}
