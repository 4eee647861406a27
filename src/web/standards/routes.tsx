/** Standards: the clauses and how each is decided, for everyone; a service's own figures, for its staff. */

import { paths } from '../paths.ts'
import { anyone, may, mayAtOwn, type Routes } from '../route.ts'
import { choosePage } from './choose.tsx'
import { clausePage } from './clause-page.tsx'
import { figuresCsv } from './csv.ts'
import { publicPage } from './public-page.tsx'
import { servicePage } from './service-page.tsx'

const seeing = may('standards:see', (c) => c.req.param('code') ?? '')

export function standardRoutes(routes: Routes): void {
  routes.get(paths.standards(), anyone, publicPage)
  routes.get('/standards/:standard', mayAtOwn('standards:see'), choosePage)
  routes.get('/standards/:standard/:code', seeing, servicePage)
  routes.get('/standards/:standard/:code/figures.csv', seeing, figuresCsv)
  routes.get('/standards/:standard/:code/clauses/:clause', seeing, clausePage)
}
