/** Where each of the 100 people stands in the picture of a risk, and how one is drawn: ten rows of ten. */

import type { Of100 } from './frequency.ts'

const step = { x: 20, y: 30 } as const
export const peoplePicture = { width: 10 * step.x, height: 10 * step.y } as const

/** A head and a body, within 16 by 26. */
export const personPath = 'M8 0a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8zM2 11h12v8h-2.4v7H4.4v-7H2z'

export type Happening = 'happens' | 'may' | 'not'

export interface Person {
  readonly x: number
  readonly y: number
  readonly happening: Happening
}

/** The hundred, row by row: first those to whom it happens, then those to whom it may, then the rest. */
export function peopleOf({ happens, may }: Of100): readonly Person[] {
  return Array.from({ length: 100 }, (_, index) => ({
    x: (index % 10) * step.x + 2,
    y: Math.floor(index / 10) * step.y + 2,
    happening: index < happens ? 'happens' : index < happens + may ? 'may' : 'not',
  }))
}
