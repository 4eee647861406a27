/** What a course says of a patient's stay: admitted, on the ward after a treatment, gone home. */

import type { z } from 'zod'
import type { Course, Stated } from '../course.ts'
import { followUpContact } from '../kinds/follow-up.ts'
import { admission } from '../kinds/preparation.ts'
import { discharge, recovery, treatment } from '../kinds/procedure.ts'
import { once } from './once.ts'
import { endOf } from './referral.ts'
import type { Treatment } from './treatments.ts'

export type Admission = z.output<typeof admission.schema>
export type Recovery = z.output<typeof recovery.schema>
export type Discharge = z.output<typeof discharge.schema>

export interface Stay {
  readonly treatment: Stated<Treatment>
  readonly admission: Stated<Admission> | undefined
  readonly recovery: Stated<Recovery> | undefined
  /** Undefined while the patient is on the ward, and where it was never recorded. */
  readonly discharge: Stated<Discharge> | undefined
  /** Whether the patient is still there, as far as the record tells. */
  readonly isOnWard: boolean
}

/** The stays of a case, one a treatment, by time. */
export const staysOf = once((course: Course): readonly Stay[] => {
  const treatments = course.of(treatment)
  return treatments.map((done, at) => {
    const next = treatments[at + 1]
    const from = treatments[at - 1]?.occurredAt ?? ''
    const within = ({ occurredAt }: Stated) =>
      occurredAt >= done.occurredAt && (next === undefined || occurredAt < next.occurredAt)
    const gone = course.of(discharge).find(within)
    const admitted = course
      .of(admission)
      .findLast(({ occurredAt }) => occurredAt > from && occurredAt <= done.occurredAt)
    return {
      treatment: done,
      admission: admitted,
      recovery: course.of(recovery).find(within),
      discharge: gone,
      isOnWard: !gone && !next && admitted?.body.type !== 'outpatient' && !leftUnseen(course, done),
    }
  })
})

/** A discharge that nobody recorded, seen by what came after: the case ended, or someone met the patient elsewhere. */
function leftUnseen(course: Course, done: Stated<Treatment>): boolean {
  const elsewhere = ['clinic', 'telephone', 'video', 'letter']
  return (
    endOf(course) !== undefined ||
    course
      .of(followUpContact)
      .some(({ occurredAt, body }) => occurredAt > done.occurredAt && elsewhere.includes(body.how)) ||
    course.of(admission).some(({ occurredAt }) => occurredAt > done.occurredAt)
  )
}

/** The admission that no treatment and no discharge has followed yet. */
export const admittedNow = once((course: Course): Stated<Admission> | undefined => {
  const admitted = course.latest(admission)
  if (!admitted || endOf(course)) return undefined
  const followed = [...course.of(treatment), ...course.of(discharge)].some(
    ({ occurredAt }) => occurredAt >= admitted.occurredAt,
  )
  return followed ? undefined : admitted
})
