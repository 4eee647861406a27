/**
 * Section 5: follow-up after the procedure.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, section 5
 */

import type { Section } from '../standard.ts'
import { aftercareArranged, medicinesPrescribed, wardProtocols } from './aftercare.ts'
import { clinicianClear, planKept, planned } from './follow-up.ts'

export const section5: Section = {
  number: '5',
  title: 'Post-procedure follow-up',
  clauses: [aftercareArranged, medicinesPrescribed, wardProtocols, planned, planKept, clinicianClear],
}
