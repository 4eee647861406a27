/** The table that brings targets, non-targets and new lesions together to one response. */

import type { Category } from './lesion.ts'

/** Of the target lesions; `none` where the baseline had none. */
export type TargetResponse = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'none'
/** Of the non-target lesions; `none` where the baseline had none. */
export type NonTargetResponse = 'CR' | 'non-CR-non-PD' | 'PD' | 'NE' | 'none'

export interface OverallRow {
  readonly target: readonly TargetResponse[]
  readonly nonTarget: readonly NonTargetResponse[]
  readonly newLesion: readonly boolean[]
  readonly overall: Category
}

const anyTarget = ['CR', 'PR', 'SD', 'PD', 'NE', 'none'] as const
const anyNonTarget = ['CR', 'non-CR-non-PD', 'PD', 'NE', 'none'] as const
const notProgressed = ['CR', 'non-CR-non-PD', 'NE', 'none'] as const

/**
 * Each row of the tables for patients with targets and without, the first that fits decides.
 *
 * @see docs/sources.md, Tumour response: RECIST 1.1 time point response
 */
export const overallTable: readonly OverallRow[] = [
  { target: ['PD'], nonTarget: anyNonTarget, newLesion: [false, true], overall: 'PD' },
  { target: anyTarget, nonTarget: ['PD'], newLesion: [false, true], overall: 'PD' },
  { target: anyTarget, nonTarget: anyNonTarget, newLesion: [true], overall: 'PD' },
  { target: ['CR'], nonTarget: ['CR', 'none'], newLesion: [false], overall: 'CR' },
  { target: ['CR'], nonTarget: ['non-CR-non-PD'], newLesion: [false], overall: 'PR' },
  { target: ['CR'], nonTarget: ['NE'], newLesion: [false], overall: 'PR' },
  { target: ['PR'], nonTarget: notProgressed, newLesion: [false], overall: 'PR' },
  { target: ['SD'], nonTarget: notProgressed, newLesion: [false], overall: 'SD' },
  { target: ['NE'], nonTarget: notProgressed, newLesion: [false], overall: 'NE' },
  { target: ['none'], nonTarget: ['CR'], newLesion: [false], overall: 'CR' },
  { target: ['none'], nonTarget: ['non-CR-non-PD'], newLesion: [false], overall: 'non-CR-non-PD' },
  { target: ['none'], nonTarget: ['NE', 'none'], newLesion: [false], overall: 'NE' },
]

/** The row of the table that decides. */
export function overallRow(
  target: TargetResponse,
  nonTarget: NonTargetResponse,
  newLesion: boolean,
): OverallRow {
  const row = overallTable.find(
    (each) =>
      each.target.includes(target) &&
      each.nonTarget.includes(nonTarget) &&
      each.newLesion.includes(newLesion),
  )
  if (!row) throw new Error(`no row for ${target}, ${nonTarget}, ${newLesion}`)
  return row
}
