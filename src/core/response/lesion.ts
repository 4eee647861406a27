/** Lesions as a scan measured them, and what a scan is: what response is computed from. */

import { ukDay } from '../calendar/uk-day.ts'

export type LesionKind = 'target' | 'target-node' | 'non-target' | 'new'
export type LesionState = 'gone' | 'present' | 'progressed' | 'not-evaluated'

/** The shape of a lesion in the kind `response-assessment`. */
export interface Lesion {
  /** The same on each scan, so that a lesion is followed over time. */
  readonly key: string
  readonly organ: string
  readonly place?: string | undefined
  readonly kind: LesionKind
  /** mm: longest diameter; of a node the short axis; under mRECIST of the enhancing part. 0 is gone. */
  readonly diameter?: number | undefined
  readonly state?: LesionState | undefined
  readonly treatedBefore?: boolean | undefined
  /** Has grown since it was treated. */
  readonly progressedSince?: boolean | undefined
}

/** One scan. */
export interface Scan {
  readonly id: string
  /** When it was, ISO 8601; a day or a moment. Scans are given in this order. */
  readonly on: string
  readonly lesions: readonly Lesion[]
  /** The thickness of the slices in mm, where it is known: above 5 mm a target has to be twice that. */
  readonly sliceMm?: number | undefined
}

export type Criteria = 'recist-1.1' | 'mrecist'

export const CRITERIA_WORDS: Readonly<Record<Criteria, string>> = {
  'recist-1.1': 'RECIST 1.1',
  mrecist: 'mRECIST',
}

/** A response, as in `computed` of a response assessment. */
export type Category = 'CR' | 'PR' | 'SD' | 'PD' | 'NE' | 'non-CR-non-PD'

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  CR: 'Complete response',
  PR: 'Partial response',
  SD: 'Stable disease',
  PD: 'Progressive disease',
  NE: 'Not evaluable',
  'non-CR-non-PD': 'Neither complete response nor progression',
}

/**
 * The same scan with each lesion's name as it is compared: `a` and ` A ` are A, so that a slip of the shift key
 * makes no new lesion.
 */
export function named<S extends Scan>(scan: S): S {
  const nameOf = (key: string) => (key.startsWith(unnamed) ? key : key.trim().toUpperCase())
  return { ...scan, lesions: scan.lesions.map((lesion) => ({ ...lesion, key: nameOf(lesion.key) })) }
}

/** How the name of a lesion begins that has none yet on a form, as in 'in row 2'. */
export const unnamed = 'in row '

export function isTarget(lesion: Lesion): boolean {
  return lesion.kind === 'target' || lesion.kind === 'target-node'
}

export function isNode(lesion: Lesion): boolean {
  return lesion.kind === 'target-node' || lesion.organ === 'lymph-node'
}

/**
 * The organ under which a target counts: lymph nodes count as one, as both lungs do.
 *
 * @see docs/sources.md, Tumour response: the RECIST group's answer on paired organs
 */
export function organOf(lesion: Lesion): string {
  return isNode(lesion) ? 'lymph-node' : lesion.organ
}

/**
 * A diameter in whole micrometres, so that sums and the thresholds of 20 and 30 per cent are exact; null where
 * it was not measured. A lesion said to be gone counts as 0.
 */
export function micrometres(lesion: Lesion | undefined): number | null {
  if (!lesion || lesion.state === 'not-evaluated') return null
  if (lesion.diameter === undefined) return lesion.state === 'gone' ? 0 : null
  return Number.isFinite(lesion.diameter) && lesion.diameter >= 0 ? Math.round(lesion.diameter * 1000) : null
}

/** The day in the United Kingdom of a day or a moment. */
export function dayOf(on: string): string {
  return on.length === 10 || on === '' ? on : ukDay(on)
}
