/** The levels of the registry: what one row stands for, and the columns of each. Snapshot, dictionary and exports follow this list. */

import type { Columns } from './column.ts'
import {
  type AssessmentRow,
  assessmentColumns,
  type ComplicationRow,
  complicationColumns,
  type FeedbackRow,
  feedbackColumns,
} from './levels/after.ts'
import { type PatientRow, patientColumns } from './levels/patient.ts'
import { type SessionRow, sessionColumns } from './levels/session.ts'
import { type TreatmentRow, treatmentColumns } from './levels/treatment.ts'
import { type TumourRow, tumourColumns } from './levels/tumour.ts'

export const levels = {
  patient: { one: 'patient', columns: patientColumns },
  treatment: { one: 'treatment', columns: treatmentColumns },
  session: { one: 'session', columns: sessionColumns },
  tumour: { one: 'tumour', columns: tumourColumns },
  assessment: { one: 'assessment', columns: assessmentColumns },
  complication: { one: 'complication', columns: complicationColumns },
  feedback: { one: 'feedback', columns: feedbackColumns },
} as const satisfies Readonly<Record<string, { readonly one: string; readonly columns: Columns }>>

export type Level = keyof typeof levels
export const levelNames = Object.keys(levels) as readonly Level[]

/** What records come to: the rows of each level. */
export interface Rows {
  readonly patient: readonly PatientRow[]
  readonly treatment: readonly TreatmentRow[]
  readonly session: readonly SessionRow[]
  readonly tumour: readonly TumourRow[]
  readonly assessment: readonly AssessmentRow[]
  readonly complication: readonly ComplicationRow[]
  readonly feedback: readonly FeedbackRow[]
}
