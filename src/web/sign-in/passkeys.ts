/** What the passkey island talks to: four of better-auth's endpoints, and no other of them. */

import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { anyone, may, type Routes } from '../route.ts'
import { headersForAuth } from './address.ts'
import { noteOwn, noteSignIn, type SignIn } from './sign-in.ts'

export function passkeyRoutes(routes: Routes, signIn: SignIn): void {
  const pass = (c: PageContext) => passOn(c, signIn)
  const own = may('account:own')
  routes.get(paths.authApi('passkey/generate-register-options'), own, pass)
  routes.post(paths.authApi('passkey/verify-registration'), own, async (c) => {
    const response = await pass(c)
    if (response.ok) await noteOwn(c, 'passkey-added')
    return response
  })
  // Whoever signs in is not signed in yet: these two need anyone.
  routes.get(paths.authApi('passkey/generate-authenticate-options'), anyone, pass)
  routes.post(paths.authApi('passkey/verify-authentication'), anyone, async (c) => {
    const response = await pass(c)
    if (response.ok) await noteSignIn(c, signIn, response.headers.getSetCookie(), 'passkey')
    return response
  })
}

/** Hands the request to better-auth, which checks its origin and counts it. */
async function passOn(c: PageContext, signIn: SignIn): Promise<Response> {
  const url = new URL(c.req.url)
  const target = new URL(url.pathname + url.search, c.var.config.baseUrl)
  const body = c.req.method === 'POST' ? { body: await c.req.text() } : {}
  const answer = await signIn.auth.handler(
    new Request(target, { method: c.req.method, headers: headersForAuth(c), ...body }),
  )
  // Made anew, with the site's own headers.
  return c.newResponse(answer.body, answer)
}
