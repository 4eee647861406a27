/** What is said of a patient's identity: registered, corrected, merged with another, and that undone. */

import { z } from 'zod'
import { kind } from '../record/kind.ts'
import { identitySchema } from './patient.ts'

export const patientRegistered = kind({
  name: 'patient-registered',
  version: 1,
  of: 'patient',
  title: 'Patient registered',
  schema: identitySchema,
  line: () => 'Registered',
  corrects: false,
})

/** The whole identity as it is now known; what it was before stays in the record. */
export const patientCorrected = kind({
  name: 'patient-corrected',
  version: 1,
  of: 'patient',
  title: 'Patient’s details corrected',
  schema: identitySchema,
  line: () => 'Details corrected',
  corrects: false,
})

/** Two records of one person. It stands in both, so that each tells its own story whole. */
export const patientMerged = kind({
  name: 'patient-merged',
  version: 1,
  of: 'patient',
  title: 'Patients merged',
  schema: z.strictObject({
    from: z.uuid(),
    into: z.uuid(),
    reason: z.string().trim().min(1, 'Enter the reason').max(1000),
  }),
  line: () => 'Merged: two records of the same person',
  corrects: false,
})

export const mergeUndone = kind({
  name: 'merge-undone',
  version: 1,
  of: 'patient',
  title: 'Merge undone',
  schema: z.strictObject({
    from: z.uuid(),
    into: z.uuid(),
    reason: z.string().trim().min(1, 'Enter the reason').max(1000),
  }),
  line: () => 'Merge undone: two people after all',
  corrects: false,
})

/** The subject of a patient's record. */
export function patientSubject(id: string): string {
  return `patient:${id}`
}
