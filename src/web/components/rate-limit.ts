/**
 * How often one address may ask something that anybody may. Counted in the memory of each process: nothing is guessed
 * here, and a read from memory should not cost a write to the database. With several processes the limit is that
 * of each.
 */

import type { PageContext } from '../environment.ts'
import { addressOf } from './client-address.ts'

export const requestsAMinute = 120
const windowMs = 60_000
/** Some 2 MB; when there are more the oldest windows go, which are the first to end. */
const addressesAtMost = 20_000

interface Window {
  readonly since: number
  count: number
}

export interface Taken {
  readonly isAllowed: boolean
  readonly left: number
  /** Until the window ends. */
  readonly seconds: number
}

export interface RateLimit {
  readonly take: (c: PageContext) => Taken
}

export function rateLimit(most = requestsAMinute): RateLimit {
  const windows = new Map<string, Window>()
  return {
    take(c) {
      const key = networkOf(addressOf(c))
      const now = c.var.now().getTime()
      const known = windows.get(key)
      const window = known && now - known.since < windowMs ? known : { since: now, count: 0 }
      if (window !== known) {
        windows.delete(key)
        windows.set(key, window)
        const [oldest] = windows.keys()
        if (windows.size > addressesAtMost && oldest !== undefined) windows.delete(oldest)
      }
      window.count += 1
      return {
        isAllowed: window.count <= most,
        left: Math.max(0, most - window.count),
        seconds: Math.max(1, Math.ceil((window.since + windowMs - now) / 1000)),
      }
    },
  }
}

/** One subscriber holds a /64 of IPv6 and can ask from any address of it; an IPv4 address stands for itself. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right].slice(0, 4).join(':')
}
