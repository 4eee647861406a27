/** An edition's answers as a table that a spreadsheet opens, and that our own import reads back. */
import { type Answer, type Answers, labelOf, type Question, type Questionnaire } from './questionnaire.ts'
import { checkboxColumn, codeOf, variableOf } from './redcap-names.ts'

export interface ExportedResponse {
  readonly code: string
  readonly name: string
  readonly nation: string
  readonly region: string
  readonly answers: Answers
}

/** Header and rows with labels in words, several answers with semicolons between. */
export function answersTable(
  { questions }: Questionnaire,
  responses: readonly ExportedResponse[],
): { header: readonly string[]; rows: readonly (readonly string[])[] } {
  return {
    header: ['organisation_code', 'organisation_name', 'nation', 'region', ...questions.map(variableOf)],
    rows: responses.map(({ code, name, nation, region, answers }) => [
      code,
      name,
      nation,
      region,
      ...questions.map((question) => inWords(question, answers[question.id])),
    ]),
  }
}

/** An answer as one reads it: labels, or codes of organisations, with semicolons between. */
export function inWords(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (question.type === 'text') return String(answer)
  return [answer]
    .flat()
    .map((value) => labelOf(question, value))
    .join('; ')
}

/** The same in REDCap's raw form: codes, and a column for each option of a question with several answers. */
export function redcapTable(
  { questions }: Questionnaire,
  responses: readonly Pick<ExportedResponse, 'code' | 'answers'>[],
): { header: readonly string[]; rows: readonly (readonly string[])[] } {
  const columns = questions.flatMap((question) =>
    question.type === 'many'
      ? (question.options ?? []).map(({ value }) => ({
          name: checkboxColumn(question, value),
          cell: (answers: Answers) => (answers[question.id]?.includes(value) ? '1' : '0'),
        }))
      : [{ name: variableOf(question), cell: (answers: Answers) => rawCell(question, answers[question.id]) }],
  )
  return {
    header: ['organisation', ...columns.map(({ name }) => name)],
    rows: responses.map(({ code, answers }) => [code, ...columns.map(({ cell }) => cell(answers))]),
  }
}

function rawCell(question: Question, answer: Answer | undefined): string {
  if (answer === undefined) return ''
  if (typeof answer === 'object') return answer.join(' ')
  return question.type === 'text' ? answer : codeOf(question, answer)
}
