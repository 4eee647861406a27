/** Pages in plain words, below /about. */

import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { conditionsPage, treatmentsPage } from './a-to-z.tsx'
import { coverPage } from './cover.tsx'
import { positionsPage } from './positions.tsx'
import { StatementsPage } from './statements-page.tsx'

export function plainRoutes({ get }: Routes): void {
  for (const page of PLAIN_PAGES)
    get(paths.plain(page.id), anyone, (c) => show(c, <StatementsPage c={c} page={page} />))
  get(paths.plain('conditions'), anyone, conditionsPage)
  get(paths.plain('treatments'), anyone, treatmentsPage)
  get(paths.plain('cover'), anyone, coverPage)
  get(paths.plain('positions'), anyone, positionsPage)
}
