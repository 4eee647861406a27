/** Rows of what came after a treatment: per assessment, per complication, per feedback. */

import { complication, feedback, responseAssessment } from '../../pathway/kinds/follow-up.ts'
import { choice, choiceFrom, days, key, number, type RowOf, whole } from '../column.ts'
import { organisationCode, patientKey, treatmentKey } from './joined.ts'

const joined = {
  treatment: treatmentKey,
  patient: patientKey,
  organisation: organisationCode,
  year: whole({ label: 'Year', meaning: 'Calendar year of the treatment’s first session' }),
} as const

export const assessmentColumns = {
  assessment: key({ label: 'Assessment', meaning: 'Pseudonym of the assessment' }),
  ...joined,
  daysFromTreatment: days({
    label: 'Days from treatment',
    meaning: 'From the first session to the scan; negative for a baseline',
  }),
  criteria: choiceFrom(responseAssessment, 'criteria', 'By which the scan was read; never converted'),
  modality: choiceFrom(responseAssessment, 'modality', 'By which it was seen', 'Kind of scan'),
  zone: choiceFrom(responseAssessment, 'zone', 'What the ablation zone showed'),
  response: choiceFrom(responseAssessment, 'read', 'As the reader read it', 'Response'),
  computed: choiceFrom(
    responseAssessment,
    'computed',
    'What the rule of the criteria comes to, from the diameters',
    'Response by the rule',
  ),
  sum: number({
    label: 'Sum of target diameters',
    unit: 'mm',
    meaning: 'Longest diameters, of nodes the short axis',
  }),
  change: number({ label: 'Change from baseline', unit: '%', meaning: 'Of the sum of target diameters' }),
} as const
export type AssessmentRow = RowOf<typeof assessmentColumns>

export const complicationColumns = {
  complication: key({ label: 'Complication', meaning: 'Pseudonym of the complication' }),
  ...joined,
  daysFromSession: days({ label: 'Days from session', meaning: 'From the session that it is said of' }),
  system: choice({
    label: 'Grading system',
    meaning: 'By which it was graded, with its version; kept as given, never converted',
    options: { 'cirse-2017': 'CIRSE 2017', 'ctcae-5.0': 'CTCAE 5.0', both: 'CIRSE 2017 and CTCAE 5.0' },
  }),
  cirse: choiceFrom(complication, 'cirse', 'CIRSE grade'),
  ctcae: choiceFrom(complication, 'ctcae', 'CTCAE grade'),
  relation: choiceFrom(complication, 'relation', 'Whether it is related to the procedure'),
  outcome: choiceFrom(complication, 'outcome', 'How it ended'),
} as const
export type ComplicationRow = RowOf<typeof complicationColumns>

export const feedbackColumns = {
  feedback: key({ label: 'Feedback', meaning: 'Pseudonym of the feedback' }),
  ...joined,
  daysFromTreatment: days({
    label: 'Days from treatment',
    meaning: 'From the first session to the feedback',
  }),
  state: choiceFrom(feedback, 'state', 'Whether it was given'),
  experience: choiceFrom(feedback, 'experience', 'Answer to the Friends and Family question', 'Experience'),
  by: choiceFrom(feedback, 'by', 'Whether the patient answered alone', 'Answered by'),
} as const
export type FeedbackRow = RowOf<typeof feedbackColumns>
