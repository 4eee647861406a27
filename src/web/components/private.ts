/** What keeps the pages behind a personal link private. */

import type { PageContext } from '../environment.ts'

type AddressTold = 'same-origin' | 'no-referrer'

/** Found by no search engine, kept by no cache, and its address told to no other site, or to nobody at all. */
export function keepPrivate(c: PageContext, addressTold: AddressTold): void {
  c.header('Referrer-Policy', addressTold)
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Cache-Control', 'no-store')
}

/** A page that a patient opens with their own link: whoever is signed in on the same device is nobody on it. */
export function keepToPatient(c: PageContext, addressTold: AddressTold = 'no-referrer'): void {
  keepPrivate(c, addressTold)
  c.set('person', null)
}
