/** What keeps the pages behind a personal link private: beside the site's own rule that no other site is told an address. */

import type { PageContext } from '../environment.ts'

/**
 * Found by no search engine and kept by no cache. Its address is told to this site itself, as every other is: a page
 * that tells it to nobody sends its forms with `Origin: null`, and browsers without Sec-Fetch-Site would be refused.
 */
export function keepPrivate(c: PageContext): void {
  c.header('X-Robots-Tag', 'noindex, nofollow')
  c.header('Cache-Control', 'no-store')
}

/** A page that a patient opens with their own link: whoever is signed in on the same device is nobody on it. */
export function keepToPatient(c: PageContext): void {
  keepPrivate(c)
  c.set('person', null)
}
