/** Declared beside observed on the national map: a mark for each of the six states. */

import type { DeclaredState, MapChart } from '#core/registry/figure/chart.ts'
import { STATE_WORDS } from '#core/registry/figure/declared-observed.ts'
import type { Mark } from '../national-map/marks.ts'
import type { MapService } from '../national-map/national-map.tsx'

/** Full where both agree that it is there; open where only one says so. */
const looks: Readonly<Record<DeclaredState, Omit<Mark, 'words'>>> = {
  'declared-observed': { shape: 'disc', colour: '#005EB8', tint: '#8DB9E3' },
  'declared-only': { shape: 'ring', colour: '#41B6E6', tint: '#CFEBF8' },
  'observed-only': { shape: 'diamond', colour: '#D55E00', tint: '#F6CFA8' },
  neither: { shape: 'cross', colour: '#4C6272', tint: '#E3E7E9' },
  'no-answer-observed': { shape: 'triangle', colour: '#A07800', tint: '#EBDDB0' },
  'no-answer': { shape: 'dot', colour: '#768692', tint: '#FAFBFB' },
}

export const STATE_MARKS: Readonly<Record<string, Mark>> = Object.fromEntries(
  Object.entries(looks).map(([state, look]) => [
    state,
    { ...look, words: STATE_WORDS[state as DeclaredState] },
  ]),
)

export interface PlacedOrganisation {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly latitude: number
  readonly longitude: number
}

/** Services of the chart where they stand; those whose place is not known are in the table alone. */
export function placed(chart: MapChart, organisations: readonly PlacedOrganisation[]): readonly MapService[] {
  const stateOf = new Map(chart.services.map(({ code, state }) => [code, state]))
  return organisations.flatMap(({ code, name, nation, latitude, longitude }) => {
    const state = stateOf.get(code)
    if (!state) return []
    return [{ code, name, nation, latitude, longitude, mark: state, words: STATE_WORDS[state] }]
  })
}
