/** One row per patient. */

import { choice, code, day, days, key, type RowOf, whole, yesNo } from '../column.ts'

export const patientColumns = {
  patient: key({ label: 'Patient', meaning: 'Pseudonym of the patient' }),
  nation: code({ list: 'nation', label: 'Nation', meaning: 'Nation of the service of the first treatment' }),
  year: whole({ label: 'Year', meaning: 'Calendar year of the first treatment' }),
  sex: choice({
    label: 'Sex',
    meaning: 'Sex as registered',
    options: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' },
  }),
  birthYear: whole({ label: 'Year of birth', meaning: 'Calendar year of birth' }),
  firstTreatedOn: day({ label: 'First treated', meaning: 'Day of the first treatment in the registry' }),
  treatments: whole({
    label: 'Treatments',
    meaning: 'How many treatments of this patient are in the registry',
  }),
  died: yesNo({ label: 'Died', meaning: 'Whether a death is recorded' }),
  daysToDeath: days({
    label: 'Days to death',
    meaning: 'From the first treatment to death; empty where none is recorded',
  }),
  daysToLastSeen: days({
    label: 'Days last seen',
    meaning: 'From the first treatment to the last day on which an entry shows that the patient was alive',
  }),
} as const
export type PatientRow = RowOf<typeof patientColumns>
