/** What changed from one version of a leaflet to the next, part by part. */

import type { LeafletBody } from './leaflet.ts'
import { type LeafletPart, partsOf } from './parts.ts'

export interface PartChange {
  readonly path: string
  readonly under: string
  readonly kind: LeafletPart['kind']
  /** Null: it is new. */
  readonly before: string | null
  /** Null: it was taken out. */
  readonly after: string | null
}

/** The parts that differ, in the order of the later version; what was taken out stands last. */
export function changesBetween(before: LeafletBody, after: LeafletBody): readonly PartChange[] {
  const earlier = new Map(partsOf(before).map((part) => [part.path, part]))
  const later = partsOf(after)
  const kept = new Set(later.map(({ path }) => path))
  return [
    ...later
      .filter((part) => earlier.get(part.path)?.text !== part.text)
      .map(({ path, under, kind, text }) => ({
        path,
        under,
        kind,
        before: earlier.get(path)?.text ?? null,
        after: text,
      })),
    ...[...earlier.values()]
      .filter(({ path }) => !kept.has(path))
      .map(({ path, under, kind, text }) => ({ path, under, kind, before: text, after: null })),
  ]
}
