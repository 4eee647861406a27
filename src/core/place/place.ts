/** A place that somebody can name: where a postcode area, a district, a town or a hospital is. */

import type { Point } from '../network/network.ts'

export type PlaceKind = 'postcode-area' | 'district' | 'town' | 'service' | 'region' | 'nation'

export interface Place {
  /** Stands for it in an address, the same for ever: `LS1`, `district-leeds`, `at-RR8`. Nobody types one. */
  readonly key: string
  readonly name: string
  readonly kind: PlaceKind
  /** The region or nation that it lies in, to tell places of one name apart; null: not known. */
  readonly within: string | null
  /** Null: a region or a nation, which no point stands for. */
  readonly point: Point | null
  /** The organisation, of a service. */
  readonly code?: string
}

/** A place with every name that it goes by, as `plainWords` writes them. */
export interface NamedPlace extends Place {
  readonly names: readonly string[]
  /** More words to find it by, when no name fits whole. */
  readonly words: string
}

/** Whether words are the key of a named place: nobody types those, and no postcode looks like one. */
export function isPlaceKey(words: string): boolean {
  return /^(?:district|town|at|in)-/.test(words)
}
