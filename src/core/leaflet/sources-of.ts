/** The sources of a leaflet by number, in the order in which the page first names them. */

import { plainSource } from '../plain/sources.ts'
import { claimsOf, type LeafletBody, type StatementSource } from './leaflet.ts'
import { SECTIONS } from './sections.ts'

export interface CitedSource {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly address: string | null
  /** All of it in a line. */
  readonly words: string
}

/** Without those of easy read alone, which shows none. */
export function citedBy(leaflet: LeafletBody): readonly CitedSource[] {
  const at = (path: string) => SECTIONS.findIndex((section) => path.startsWith(`${section}/`))
  const ids = claimsOf(leaflet)
    .filter(({ path }) => !path.startsWith('easy-read/'))
    .toSorted((a, b) => at(a.path) - at(b.path))
    .flatMap(({ source }) => (source === 'for-review' ? [] : [source.id]))
  return [...new Set(ids)].map((id, index) => {
    const source = plainSource(id)
    const edition = source?.edition ? `, ${source.edition}` : ''
    const address = source?.address ?? null
    return {
      id,
      number: index + 1,
      title: source?.title ?? id,
      address,
      words: source ? `${source.title}. ${source.publisher}${edition}.${address ? ` ${address}` : ''}` : id,
    }
  })
}

/** What stands behind a statement: the number of its source, or the ring of what waits for a clinician's check. */
export function numberOf(cited: readonly CitedSource[], source: StatementSource): string {
  if (source === 'for-review') return '°'
  return String(cited.find(({ id }) => id === source.id)?.number ?? '')
}
