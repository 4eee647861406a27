/** Answering the census: the personal link, one question a page, check, send, receipt. */

import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { anyone, link, type Routes } from '../route.ts'
import { answerQuestion, leftOutAfter, showQuestion } from './answer-question.tsx'
import { answeringOf, openLink, whyNoLink } from './open-link.ts'
import { send, showCheck, showReceipt } from './send.tsx'
import { sittingOf } from './sitting.ts'
import { LaterPage, StartPage } from './start.tsx'

/** Whose answers this device gives, if any; and what keeps these pages private. */
export const loadAnswering: MiddlewareHandler<Environment> = async (c, next) => {
  c.set('answering', await answeringOf(c))
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Cache-Control', 'no-store')
  await next()
}

/** For what is before the site's own headers: an address with a token in it is told to nobody. */
export const hideReferrer: MiddlewareHandler<Environment> = async (c, next) => {
  await next()
  c.res.headers.set('Referrer-Policy', 'no-referrer')
}

export function answerRoutes(routes: Routes): void {
  routes.get('/answer/with/:token', anyone, openLink)
  routes.get(paths.answerLinkNeeded(), anyone, whyNoLink)
  routes.get(paths.answer(), link, async (c) => show(c, <StartPage c={c} sitting={await sittingOf(c)} />))
  routes.get(paths.answerLater(), link, async (c) =>
    show(c, <LaterPage c={c} sitting={await sittingOf(c)} />),
  )
  routes.get('/answer/question/:id', link, showQuestion)
  routes.post('/answer/question/:id', link, answerQuestion)
  routes.get('/answer/left-out/:id', link, leftOutAfter)
  routes.get(paths.answerCheck(), link, showCheck)
  routes.post(paths.answerCheck(), link, send)
  routes.get(paths.answerDone(), link, showReceipt)
}
