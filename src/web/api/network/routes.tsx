/** The open interface of the network: its addresses for programs, its OpenAPI document, and the page that explains it. */

import { apiProblem } from '../../components/api-problem.ts'
import { rateLimit } from '../../components/rate-limit.ts'
import type { PageContext } from '../../environment.ts'
import { paths } from '../../paths.ts'
import { anyone, type Routes } from '../../route.ts'
import { answerTo, openHeaders, overLimit, type Packed, pack, sent } from './answer.ts'
import { endpoints } from './endpoints.ts'
import { openApi } from './open-api.ts'
import { apiPage } from './page.tsx'

export function networkApiRoutes(routes: Routes): void {
  const limit = rateLimit()
  const open = (answer: (c: PageContext) => Promise<Response> | Response) => (c: PageContext) => {
    openHeaders(c)
    return overLimit(c, limit) ?? answer(c)
  }
  routes.get(paths.api(), anyone, apiPage)
  let document: Promise<Packed> | undefined
  routes.get(
    paths.networkApi('openapi.json'),
    anyone,
    open(async (c) => {
      document ??= pack(JSON.stringify(openApi(c.var.config.baseUrl), null, 2))
      return sent(c, await document, 'application/json; charset=utf-8')
    }),
  )
  for (const endpoint of endpoints)
    routes.get(
      paths.networkApi(endpoint.path.replace('{code}', ':code')),
      anyone,
      open((c) => answerTo(c, endpoint)),
    )
  routes.get(
    `${paths.networkApi()}/*`,
    anyone,
    open((c) =>
      apiProblem(c, 404, {
        title: 'There is nothing at this address',
        detail: `${paths.networkApi('openapi.json')} lists every address`,
      }),
    ),
  )
}
