/** What a patient wants to ask, noted on their own page for the clinic; and that it was talked about. */

import * as field from '../../record/field.ts'
import { caseKind } from '../case-kind.ts'

export const patientQuestion = caseKind({
  name: 'patient-question',
  title: 'Question of the patient',
  stage: 'preparation',
  offered: false,
  fields: { asks: field.paragraph({ label: 'Question', max: 500 }) },
  line: (body) => `The patient asks: ${body.asks}`,
})

export const patientQuestionAnswered = caseKind({
  name: 'patient-question-answered',
  title: 'Patient’s question answered',
  stage: 'preparation',
  button: 'Record that it was answered',
  whenAsked: 'When was it talked about?',
  fields: {
    question: field.entry({ label: 'Which question', kinds: ['patient-question'] }),
    answer: field.optional(
      field.paragraph({
        label: 'What was said',
        hint: 'The patient reads it on their own page',
        max: 1000,
      }),
    ),
  },
  line: (body) =>
    body.answer ? `Question answered: ${body.answer}` : 'Question of the patient talked about',
})
