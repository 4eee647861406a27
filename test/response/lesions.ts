/** Lesions and scans for tests of response. */

import type { Lesion, LesionState, Scan } from '#core/response/lesion.ts'

export const target = (key: string, diameter: number | undefined): Lesion => ({
  ...{ key, organ: 'liver', kind: 'target' },
  ...(diameter === undefined ? {} : { diameter }),
})

export const node = (key: string, diameter: number): Lesion => ({
  ...{ key, organ: 'lymph-node', kind: 'target-node', diameter },
})

export const nonTarget = (key: string, state: LesionState): Lesion => ({
  ...{ key, organ: 'bone', kind: 'non-target', state },
})

export const fresh = (key: string): Lesion => ({ key, organ: 'lung', kind: 'new' })

export const scan = (on: string, lesions: readonly Lesion[]): Scan => ({ id: on, on, lesions })
