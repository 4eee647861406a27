/** The headers of every answer, set before it is made: to change an answer afterwards costs more than to make it. */

import type { MiddlewareHandler } from 'hono'
import type { Environment } from './environment.ts'

/** Nothing may be loaded but from here, nothing may frame these pages, no sensor may be asked for. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
}
const kept = 'max-age=31536000; includeSubDomains'

/** `secure`: the site is served by HTTPS, and browsers are to remember it. */
export function safeHeaders(secure: boolean): MiddlewareHandler<Environment> {
  const all = Object.entries(secure ? { ...headers, 'Strict-Transport-Security': kept } : headers)
  return (c, next) => {
    for (const [name, value] of all) c.header(name, value)
    return next()
  }
}
