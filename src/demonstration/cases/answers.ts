/** What the fictional services answered in the closed census: which of them have cases, and of what. */

import { type Answers, answersSchema } from '#core/census/questionnaire.ts'
import type { Database } from '#store/open.ts'
import { CLOSED_EDITION } from '../nation.ts'
import { chosenServices } from './services.ts'

export async function closedAnswers(db: Database): Promise<ReadonlyMap<string, Answers>> {
  const rows = await db
    .selectFrom('census_response')
    .select(['organisation', 'answers'])
    .where('edition', '=', CLOSED_EDITION.id)
    .execute()
  return new Map(rows.map(({ organisation, answers }) => [organisation, answersSchema.parse(answers)]))
}

/** The twelve services whose cases the demonstration shows, by code; none where no census was answered. */
export async function servicesWithCases(db: Database): Promise<readonly string[]> {
  return chosenServices(await closedAnswers(db))
}
