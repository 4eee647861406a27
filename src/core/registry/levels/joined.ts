/** The columns by which the rows of every level say whose they are. */

import { code, key } from '../column.ts'

export const treatmentKey = key({ label: 'Treatment', meaning: 'Pseudonym of the treatment' })

export const patientKey = key({ label: 'Patient', meaning: 'Pseudonym of the patient' })

export const organisationCode = code({
  list: 'organisation',
  label: 'Organisation',
  meaning: 'ODS code of the service that treated',
})
