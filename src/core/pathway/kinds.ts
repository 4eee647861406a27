/** Every kind of a case, in the order of the patient pathway. */

import type { CaseKind } from './case-kind.ts'
import {
  attachment,
  closure,
  complication,
  death,
  feedback,
  followUpContact,
  followUpPlan,
  responseAssessment,
  safetyReview,
  symptomScore,
} from './kinds/follow-up.ts'
import { instrumentAnswers } from './kinds/instrument-answers.ts'
import { patientQuestion, patientQuestionAnswered } from './kinds/patient-question.ts'
import { booking, bookingCancelled, mdtDiscussion, workUp } from './kinds/planning.ts'
import { admission, consent, consentConfirmation, information, prescription } from './kinds/preparation.ts'
import { discharge, recovery, treatment } from './kinds/procedure.ts'
import { dataQuery, dataQueryClosed } from './kinds/quality.ts'
import {
  caseOpened,
  clinicalDiscussion,
  nurseSpecialist,
  oncologistInformed,
  onwardReferral,
  referral,
  referralAnswer,
  responsibility,
} from './kinds/referral.ts'

export const caseKinds: readonly CaseKind[] = [
  caseOpened,
  referral,
  referralAnswer,
  clinicalDiscussion,
  oncologistInformed,
  onwardReferral,
  responsibility,
  nurseSpecialist,
  mdtDiscussion,
  workUp,
  booking,
  bookingCancelled,
  information,
  consent,
  consentConfirmation,
  prescription,
  admission,
  treatment,
  recovery,
  discharge,
  followUpPlan,
  followUpContact,
  responseAssessment,
  symptomScore,
  complication,
  safetyReview,
  feedback,
  instrumentAnswers,
  death,
  closure,
  dataQuery,
  dataQueryClosed,
  patientQuestion,
  patientQuestionAnswered,
  attachment,
] as unknown as readonly CaseKind[]

const byName = new Map(caseKinds.map((kind) => [kind.name, kind]))

/** The kind of a case with this name. */
export function caseKindNamed(name: string): CaseKind | undefined {
  return byName.get(name)
}
