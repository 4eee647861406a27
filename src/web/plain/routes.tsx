/** Pages in plain words, below /about. */

import { PLAIN_PAGES } from '#core/plain/pages.ts'
import { keptPages } from '../components/kept-pages.ts'
import { htmlOf } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { conditionsPage, treatmentsPage } from './a-to-z.tsx'
import { coverPage } from './cover.tsx'
import { positionsPage } from './positions.tsx'
import { StatementsPage } from './statements-page.tsx'

/** Nothing that they say changes while the server runs. */
const pages = keptPages(PLAIN_PAGES.length)

export function plainRoutes({ get }: Routes): void {
  for (const page of PLAIN_PAGES)
    get(paths.plain(page.id), anyone, (c) =>
      pages.answer(c, page.id, () => htmlOf(<StatementsPage c={c} page={page} />)),
    )
  get(paths.plain('conditions'), anyone, conditionsPage)
  get(paths.plain('treatments'), anyone, treatmentsPage)
  get(paths.plain('cover'), anyone, coverPage)
  get(paths.plain('positions'), anyone, positionsPage)
}
