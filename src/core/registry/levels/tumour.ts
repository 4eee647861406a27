/** One row per tumour that a treatment was aimed at: technique efficacy and local progression are judged tumour by tumour. */

import { treatment } from '../../pathway/kinds/procedure.ts'
import { choiceFrom, days, key, numberFrom, type RowOf, whole, yesNo } from '../column.ts'
import { organisationCode, patientKey, treatmentKey } from './joined.ts'

export const tumourColumns = {
  tumour: key({ label: 'Tumour', meaning: 'Pseudonym of the tumour within the treatment' }),
  treatment: treatmentKey,
  patient: patientKey,
  organisation: organisationCode,
  year: whole({ label: 'Year', meaning: 'Calendar year of the first session' }),
  organ: choiceFrom(treatment, 'targets.organ', 'Where the tumour is'),
  laterality: choiceFrom(treatment, 'targets.laterality', 'Side of the organ or body'),
  size: numberFrom(treatment, 'targets.size', 'Longest diameter'),
  margin: numberFrom(treatment, 'targets.margin', 'Smallest ablative margin'),
  techniqueEfficacy: yesNo({
    label: 'Technique efficacy',
    meaning: 'Of ablation: no residual tumour at the first assessment after the last session',
  }),
  daysToLocalProgression: days({
    label: 'Days to local tumour progression',
    meaning:
      'From the first session. Of ablation: the first scan that shows progression of this tumour after one that showed it complete; of other treatments: the first on which it has grown from its smallest, by the rule of the criteria used',
  }),
  daysToLastImaging: days({ label: 'Days to last scan', meaning: 'Last scan that was read for this tumour' }),
  daysToDeath: days({
    label: 'Days to death',
    meaning: 'From the first session; empty where none is recorded',
  }),
  daysToLastSeen: days({
    label: 'Days last seen',
    meaning: 'From the first session to the last day on which the patient was known to be alive',
  }),
} as const
export type TumourRow = RowOf<typeof tumourColumns>
