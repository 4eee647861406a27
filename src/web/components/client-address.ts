/** The address that a request comes from: what limits on guessing and on listening count by. */

import { getConnInfo } from '@hono/node-server/conninfo'
import type { PageContext } from '../environment.ts'

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
