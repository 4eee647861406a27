/** A device on which someone answers the census: its cookie, and the interview that the census room begins on it. */

import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { startInterview as startInterviewIn } from '#store/census/answering.ts'
import type { Place } from '#store/census/draft.ts'
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

/**
 * Begins a telephone interview on this device and leads to its questions. The caller has seen that the
 * person may telephone and holds the organisation's claim.
 */
export async function startInterview(c: PageContext, place: Place): Promise<Response> {
  const { person, store, now } = c.var
  if (!person) throw new Error('the guard lets nobody telephone without signing in')
  const { edition, organisation, wave } = place
  const given = { edition, organisation, wave, interviewer: person.id }
  const { secret } = await startInterviewIn(store.db, given, now())
  keepAnswering(c, secret, null)
  return c.redirect(paths.answer(), 303)
}
