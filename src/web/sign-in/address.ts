/** The headers that better-auth is given. */

import { addressOf } from '../components/client-address.ts'
import type { PageContext } from '../environment.ts'
import { addressHeader } from './auth.ts'

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
