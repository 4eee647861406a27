/** How often one address may send stories, and open what is private. */

import { rateLimit } from '../components/rate-limit.ts'

/** Stories that one address may send in a minute, of which each may come back once or twice to be put right. */
export const sendings = rateLimit(20)
/** How often one address may open private links in a minute. */
export const openings = rateLimit(60)
