/** What a patient had decided about a procedure at a moment. */

import type { z } from 'zod'
import type { Course, Stated } from '../course.ts'
import { consent } from '../kinds/preparation.ts'
import { seriesOf } from './treatments.ts'

export type Consent = z.output<typeof consent.schema>

export interface Decision {
  /** `used`: it was given for one treatment, and that one was done. */
  readonly state: 'given' | 'declined' | 'withdrawn' | 'used' | 'none'
  readonly stated?: Stated<Consent>
}

/**
 * What the patient had decided about a procedure at a moment: the last statement by then. Consent for one
 * treatment is used by the first treatment after it; a best-interests decision stands for one treatment.
 *
 * @param at ISO 8601, UTC; what happened at the same moment counts
 */
export function decisionOn(course: Course, procedure: string, at: string): Decision {
  const stated = course
    .of(consent)
    .findLast(({ body, occurredAt }) => body.procedure === procedure && occurredAt <= at)
  if (!stated) return { state: 'none' }
  const { decision, courses } = stated.body
  if (decision === 'declined' || decision === 'withdrawn') return { state: decision, stated }
  const isUsed =
    courses !== 'series' &&
    seriesOf(course, procedure).some(({ occurredAt }) => occurredAt >= stated.occurredAt && occurredAt < at)
  return { state: isUsed ? 'used' : 'given', stated }
}
