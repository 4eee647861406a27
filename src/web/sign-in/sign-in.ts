/** Signing in: better-auth's instances, who the request's session belongs to, and the answers passed on. */

import type { MiddlewareHandler } from 'hono'
import type { Person } from '#core/access/role.ts'
import type { Mailer } from '#mail/mailer.ts'
import { type AccessEvent, logAccess } from '#store/access/log.ts'
import { personOfSession, personSignedIn } from '#store/access/sessions.ts'
import type { Store } from '#store/open.ts'
import type { Environment, PageContext } from '../environment.ts'
import { type Auth, type AuthParts, makeAuth, makeOpenIdAuth, type OpenIdAuth } from './auth.ts'
import { type Limits, limitsOf } from './limits.ts'
import { type MailLink, mailLinkBy } from './mail-link.ts'
import { type SessionCookie, sessionCookie } from './session-cookie.ts'

export interface SignIn {
  readonly auth: Auth
  readonly openId: OpenId | null
  readonly cookie: SessionCookie
  readonly limits: Limits
  /** Sets `person` on requests that carry a session. Costs nothing for those that carry none. */
  readonly loadPerson: MiddlewareHandler<Environment>
  /** To be called after any change of sessions or roles, so that this process sees it at once. */
  readonly forget: () => void
  /** Mails a person their link, where a mail server is set up. */
  readonly mailLink: MailLink | null
}

export interface SignInParts extends AuthParts {
  readonly mailer?: Pick<Mailer, 'mode' | 'post'>
}

export interface OpenId {
  readonly name: string
  readonly auth: () => OpenIdAuth
  /** Asks the provider for its addresses anew, after it could not be reached. */
  readonly retry: () => void
}

export function createSignIn(parts: SignInParts): SignIn {
  const { config, store, authSecret, mailer } = parts
  const cookie = sessionCookie(config, authSecret)
  const people = keptBriefly(store, cookie)
  return {
    auth: makeAuth(parts),
    openId: openIdOf(parts),
    cookie,
    limits: limitsOf(authSecret),
    async loadPerson(c, next) {
      if (c.req.header('cookie')?.includes(cookie.name)) {
        c.set('person', await people.of(cookie.valueIn(c)))
      }
      await next()
    },
    forget: people.forget,
    mailLink: mailer ? mailLinkBy(mailer, config) : null,
  }
}

function openIdOf(parts: AuthParts): OpenId | null {
  const provider = parts.config.oidc
  if (!provider) return null
  let made: OpenIdAuth | null = null
  return {
    name: provider.name,
    auth: () => {
      made ??= makeOpenIdAuth(parts, provider)
      return made
    },
    retry: () => {
      made = null
    },
  }
}

/** How long another process may still honour a session that was ended here. */
const keptMs = 2000
const mostKept = 5000

/** Whose a session is, remembered for two seconds, so that a burst of requests asks the database once. */
function keptBriefly(store: Store, cookie: SessionCookie) {
  const kept = new Map<string, { readonly person: Promise<Person | null>; readonly until: number }>()
  return {
    /** `value`: the cookie with its signature, which is checked whenever the value is not remembered. */
    async of(value: string | undefined): Promise<Person | null> {
      if (!value) return null
      const now = performance.now()
      const found = kept.get(value)
      if (found && found.until > now) return found.person
      const token = cookie.verified(value)
      if (!token) return null
      if (kept.size >= mostKept) kept.clear()
      const person = personOfSession(store, token)
      kept.set(value, { person, until: now + keptMs })
      person.catch(() => kept.delete(value))
      return person
    },
    forget: () => kept.clear(),
  }
}

/** What better-auth answered to a call made on the server. */
export interface Answer {
  readonly ok: boolean
  readonly code: string | null
  readonly body: Readonly<Record<string, unknown>>
  readonly cookies: readonly string[]
}

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text()
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const code = typeof body.code === 'string' ? body.code : null
  return { ok: response.ok, code, body, cookies: response.headers.getSetCookie() }
}

export function passCookies(c: PageContext, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true })
}

/** Logs that the session which these cookies set has begun; answers whose it is. */
export async function noteSignIn(
  c: PageContext,
  signIn: SignIn,
  cookies: readonly string[],
  how: string,
): Promise<string | null> {
  const token = signIn.cookie.readSetCookies(cookies)
  const person = token ? await personSignedIn(c.var.store.db, token) : null
  if (person)
    await logAccess(c.var.store.db, { person, by: person, event: 'signed-in', detail: { with: how } })
  return person
}

/** Logs something that the signed-in person did to their own access. */
export async function noteOwn(c: PageContext, event: AccessEvent): Promise<void> {
  const id = c.var.person?.id
  if (id) await logAccess(c.var.store.db, { person: id, by: id, event })
}
