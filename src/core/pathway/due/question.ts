/** Questions that a patient noted, until somebody has talked about them. */

import { patientQuestion, patientQuestionAnswered } from '../kinds/patient-question.ts'
import { endOf } from '../reading/referral.ts'
import type { DueRule } from './due.ts'

export const patientQuestions: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  const answered = new Set(
    course.of(patientQuestionAnswered).map(({ body }) => course.standing(body.question)?.first),
  )
  return course
    .of(patientQuestion)
    .filter(({ first }) => !answered.has(first))
    .map(({ first, entry, body, occurredAt }) => ({
      key: `patient-question:${first}`,
      list: 'patient-question',
      what: 'Question of the patient',
      note: body.asks,
      kind: patientQuestionAnswered.name,
      opensAt: occurredAt,
      dueAt: null,
      organisation: surroundings.treating,
      about: entry,
    }))
}
