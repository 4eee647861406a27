/** Which procedures of the catalogue a questionnaire asks about: of the others nobody can say who offers them. */

import type { Questionnaire } from './questionnaire.ts'

const lists = new Set(['supportiveProcedures', 'diseaseModifyingProcedures'])

/** Ids of the catalogue that the questionnaire offers to tick, and whatever else its lists offer. */
export function askedIn({ questions }: Questionnaire): ReadonlySet<string> {
  return new Set(
    questions
      .filter(({ id }) => lists.has(id))
      .flatMap(({ options = [] }) => options.map(({ value }) => value)),
  )
}
