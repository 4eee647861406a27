/** The cookie of a device on which someone is answering: it goes to the answering pages only. */

import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'

const name = 'fp_answering'

export function answeringSecret(c: PageContext): string | null {
  const secret = getCookie(c, name)
  return secret && /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null
}

/** Kept until the link expires; of an interview, until the browser closes. */
export function keepAnswering(c: PageContext, secret: string, until: Date | null): void {
  setCookie(c, name, secret, {
    path: paths.answer(),
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.config.baseUrl.startsWith('https:'),
    // Browsers keep a cookie for 400 days at most.
    ...(until
      ? { expires: new Date(Math.min(until.getTime(), c.var.now().getTime() + 399 * 86_400_000)) }
      : {}),
  })
}

export function forgetAnswering(c: PageContext): void {
  deleteCookie(c, name, { path: paths.answer() })
}
