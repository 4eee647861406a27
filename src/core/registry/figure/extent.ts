/** How far a figure's specification reaches: what the gate decides by. */

import { isOfArea } from '../disclosure/extent.ts'
import type { FigureSpec } from '../figure-spec.ts'

export type SpecExtent =
  | { readonly of: 'nation' }
  /** `column` tells the areas apart; `asked`: the one that the cohort is of, null where all are shown side by side. */
  | { readonly of: 'areas'; readonly column: 'nation' | 'region'; readonly asked: readonly string[] | null }
  | { readonly of: 'organisations'; readonly codes: readonly string[] }

export function extentOf(spec: FigureSpec): SpecExtent {
  const places = spec.cohort.conditions.filter(isOfArea)
  const valuesOf = (name: string) =>
    places.flatMap((place) => (place.column === name && place.is === 'one-of' ? [...place.values] : []))
  const codes = valuesOf('organisation')
  if (codes.length > 0) return { of: 'organisations', codes }
  const by = 'by' in spec ? spec.by : undefined
  if (by === 'organisation') return { of: 'organisations', codes: [] }
  if (by === 'region' || by === 'nation') return { of: 'areas', column: by, asked: null }
  if (places.some(({ column }) => column === 'region'))
    return { of: 'areas', column: 'region', asked: valuesOf('region') }
  if (places.some(({ column }) => column === 'nation'))
    return { of: 'areas', column: 'nation', asked: valuesOf('nation') }
  return { of: 'nation' }
}
