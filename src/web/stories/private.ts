/** What keeps the pages of a private link private, and guesses at one few. */

import { rateLimit } from '../components/rate-limit.ts'
import type { PageContext } from '../environment.ts'

/** Told to no other site, found by no search engine, kept by no cache. */
export function keepPrivate(c: PageContext): void {
  c.header('Referrer-Policy', 'same-origin')
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Cache-Control', 'no-store')
}

/** Stories that one address may send in a minute, of which each may come back once or twice to be put right. */
export const sendings = rateLimit(20)
/** How often one address may open private links in a minute. */
export const openings = rateLimit(60)
