/** The session's cookie: the token and its signature, as better-auth writes it. */

import { createHmac, timingSafeEqual } from 'node:crypto'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '#config'
import type { PageContext } from '../environment.ts'
import { cookiePrefix } from './auth.ts'

export interface SessionCookie {
  readonly name: string
  /** The token that the request carries, when its signature is ours. */
  readonly read: (c: PageContext) => string | null
  /** The cookie as it came, not checked. */
  readonly valueIn: (c: PageContext) => string | undefined
  /** The token of a cookie's value, when its signature is ours. */
  readonly verified: (value: string) => string | null
  readonly readSetCookies: (cookies: readonly string[]) => string | null
  readonly set: (c: PageContext, token: string, expiresAt: Date) => void
  readonly clear: (c: PageContext) => void
  /** `name=value`, for a request. */
  readonly header: (token: string) => string
}

export function sessionCookie(config: Config, authSecret: string): SessionCookie {
  const isSecure = config.baseUrl.startsWith('https:')
  const name = `${isSecure ? '__Secure-' : ''}${cookiePrefix}.session_token`
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure } as const
  const signatureOf = (token: string) => createHmac('sha256', authSecret).update(token).digest('base64')
  const verified = (value: string): string | null => {
    const dot = value.lastIndexOf('.')
    if (dot <= 0) return null
    const token = value.slice(0, dot)
    const given = Buffer.from(value.slice(dot + 1))
    const expected = Buffer.from(signatureOf(token))
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
  }
  const signed = (token: string) => `${token}.${signatureOf(token)}`
  return {
    name,
    verified,
    valueIn: (c) => getCookie(c, name),
    read(c) {
      const value = getCookie(c, name)
      return value ? verified(value) : null
    },
    readSetCookies(cookies) {
      for (const cookie of cookies) {
        if (!cookie.startsWith(`${name}=`)) continue
        const value = cookie.slice(name.length + 1).split(';')[0] ?? ''
        const token = verified(decodeURIComponent(value))
        if (token) return token
      }
      return null
    },
    set(c, token, expiresAt) {
      setCookie(c, name, signed(token), { ...attributes, expires: expiresAt })
    },
    clear(c) {
      setCookie(c, name, '', { ...attributes, maxAge: 0 })
    },
    header: (token) => `${name}=${encodeURIComponent(signed(token))}`,
  }
}
