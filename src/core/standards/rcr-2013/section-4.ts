/**
 * Section 4: the patient pathway, from referral to recovery.
 *
 * @see Royal College of Radiologists, Interventional oncology: guidance for service delivery, 2013, section 4
 */

import type { Section } from '../standard.ts'
import { consentConfirmed, consented } from './consent.ts'
import { informed, leafletAdopted, leafletsForAll } from './information.ts'
import { agentsPrescribed, practitionerNamed, prescriberLicensed } from './prescription.ts'
import {
  dischargedAfterAssessment,
  fitnessAssessed,
  operatorCompetent,
  recoveredOnWard,
} from './procedure.ts'
import {
  clinicallyDiscussed,
  consultantStated,
  normallyDiscussed,
  nurseInvolved,
  oncologistKnows,
} from './referral.ts'

export const section4: Section = {
  number: '4',
  title: 'The patient pathway for interventional procedures',
  clauses: [
    clinicallyDiscussed,
    oncologistKnows,
    normallyDiscussed,
    consultantStated,
    nurseInvolved,
    leafletsForAll,
    informed,
    leafletAdopted,
    consented,
    practitionerNamed,
    agentsPrescribed,
    prescriberLicensed,
    consentConfirmed,
    fitnessAssessed,
    operatorCompetent,
    recoveredOnWard,
    dischargedAfterAssessment,
  ],
}
