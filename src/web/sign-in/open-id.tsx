/** Signing in with an OpenID Connect provider, such as NHS CIS2, for people who are known here already. */

import { z } from 'zod'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { headersForAuth } from './address.ts'
import { openIdProvider } from './auth.ts'
import { openIdRefused, tooManyTries } from './sayings.tsx'
import { answerOf, noteSignIn, type OpenId, passCookies, type SignIn } from './sign-in.ts'
import { safeThen } from './then.ts'

export function openIdRoutes(routes: Routes, signIn: SignIn): void {
  // A link and not a form: the policy of this site lets no form lead to another one.
  routes.get(paths.signInOpenId(), anyone, (c) =>
    signIn.openId ? start(c, signIn, signIn.openId) : notFound(c),
  )
  routes.get(paths.signInOpenIdRefused(), anyone, (c) => {
    if (!signIn.openId) return notFound(c)
    return openIdRefused(c, signIn.openId.name, c.req.query('error') ?? '')
  })
  routes.get(paths.authApi(`callback/${openIdProvider}`), anyone, (c) =>
    signIn.openId ? finish(c, signIn, signIn.openId) : notFound(c),
  )
}

const startedSchema = z.object({ url: z.url() })

async function start(c: PageContext, signIn: SignIn, openId: OpenId) {
  const wait = await signIn.limits.take(c, 'openid')
  if (wait !== null) return tooManyTries(c, wait)
  const response = await openId.auth().api.signInSocial({
    body: {
      provider: openIdProvider as never,
      callbackURL: safeThen(c.req.query('then')),
      errorCallbackURL: paths.signInOpenIdRefused(),
      disableRedirect: true,
    },
    headers: headersForAuth(c),
    asResponse: true,
  })
  const answer = await answerOf(response)
  const started = startedSchema.safeParse(answer.body)
  if (!answer.ok || !started.success) {
    openId.retry()
    return openIdRefused(c, openId.name, 'unreachable')
  }
  passCookies(c, answer.cookies)
  return c.redirect(started.data.url)
}

async function finish(c: PageContext, signIn: SignIn, openId: OpenId) {
  const url = new URL(c.req.url)
  const target = new URL(url.pathname + url.search, c.var.config.baseUrl)
  const response = await openId.auth().handler(new Request(target, { headers: headersForAuth(c) }))
  const cookies = response.headers.getSetCookie()
  passCookies(c, cookies)
  await noteSignIn(c, signIn, cookies, openId.name)
  return c.redirect(response.headers.get('location') ?? paths.signInOpenIdRefused())
}
