/** The address that a request comes from, and the headers that better-auth is given. */

import { getConnInfo } from '@hono/node-server/conninfo'
import type { PageContext } from '../environment.ts'
import { addressHeader } from './auth.ts'

/**
 * The client's address. Behind a proxy of ours it is the last that X-Forwarded-For names, which that
 * proxy wrote; those before it are whatever the client claimed.
 */
export function addressOf(c: PageContext): string {
  if (c.var.config.trustProxy) {
    const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (last) return last
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Not over a socket: a request made within the process.
    return 'unknown'
  }
}

/** Cookies, browser and origin of the request as they came; the address as we found it; nothing else. */
export function headersForAuth(c: PageContext): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin', 'content-type', 'sec-fetch-site', 'sec-fetch-mode']) {
    const value = c.req.header(name)
    if (value) headers.set(name, value)
  }
  const address = addressOf(c)
  if (address !== 'unknown') headers.set(addressHeader, address)
  return headers
}
