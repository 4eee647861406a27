/** One row per session: one visit in which the patient was treated. */

import { treatment } from '../../pathway/kinds/procedure.ts'
import {
  choiceFrom,
  code,
  day,
  days,
  key,
  nullableKey,
  numberFrom,
  type RowOf,
  whole,
  yesNo,
} from '../column.ts'
import { organisationCode, patientKey, treatmentKey } from './joined.ts'

export const sessionColumns = {
  session: key({ label: 'Session', meaning: 'Pseudonym of the session' }),
  treatment: treatmentKey,
  patient: patientKey,
  organisation: organisationCode,
  operator: nullableKey({
    label: 'First operator',
    meaning: 'Pseudonym of the first operator, within the organisation',
  }),
  number: whole({ label: 'Session number', meaning: '1 for the first session of the treatment' }),
  year: whole({ label: 'Year', meaning: 'Calendar year of the session' }),
  on: day({ label: 'Day', meaning: 'Day of the session' }),
  daysFromStart: days({
    label: 'Days from start',
    meaning: 'From the first session of the treatment to this one; 0 for the first',
  }),
  procedure: code({
    list: 'procedure',
    label: 'Procedure',
    meaning: 'Procedure of the catalogue',
    from: 'treatment.procedure',
  }),
  technicalSuccess: yesNo({
    label: 'Technical success',
    meaning: 'Treated to plan; in part counts as no',
    from: 'treatment.technicalSuccess',
  }),
  complication30: yesNo({
    label: 'Complication within 30 days',
    meaning:
      'Of any grade, of this session; no only where its safety was reviewed, and nothing came up to day 30',
  }),
  severe30: yesNo({
    label: 'Severe complication within 30 days',
    meaning: 'CIRSE 4 or above, or CTCAE 3 or above, as graded; of this session',
  }),
  minutes: numberFrom(treatment, 'minutes', 'Duration of the procedure'),
  anaesthesia: choiceFrom(treatment, 'anaesthesia', 'Anaesthesia'),
  activityDelivered: numberFrom(treatment, 'activity.delivered', 'Activity delivered'),
  doseAreaProduct: numberFrom(treatment, 'radiation.dap', 'Dose-area product'),
  airKerma: numberFrom(treatment, 'radiation.airKerma', 'Air kerma at the reference point'),
  fluoroscopy: numberFrom(treatment, 'radiation.fluoroscopy', 'Fluoroscopy time'),
  doseLength: numberFrom(treatment, 'radiation.dlp', 'Dose-length product'),
} as const
export type SessionRow = RowOf<typeof sessionColumns>
