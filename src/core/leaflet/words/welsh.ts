/**
 * The words around a Welsh leaflet. A translator who speaks both languages supplies them, phrase by phrase as in
 * `english.ts`; a machine never does. While any is missing no Welsh leaflet is published.
 */

import type { SuppliedWords } from './words.ts'

export const WELSH: SuppliedWords = {}
