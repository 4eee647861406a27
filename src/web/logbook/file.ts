/** The logbook as CSV: whose it is and of when, then each session, in words and codes; no patient in it. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { csvOf } from '#core/census/csv.ts'
import type { LoggedSession } from '#core/registry/logbook.ts'
import type { PageContext } from '../environment.ts'
import { type Logbook, readLogbook, roleWords } from './read.ts'

const headings = [
  ...['operator', 'day', 'organisation_code', 'organisation', 'procedure_code', 'procedure', 'role'],
  ...['technical_success', 'complication_30', 'severe_30', 'died_30', 'outcomes_as_of'],
]

export async function logbookFile(c: PageContext) {
  const logbook = await readLogbook(c)
  const operator = c.var.person?.name ?? ''
  const { from, to } = logbook.period
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', `attachment; filename="logbook-${from}-to-${to}.csv"`)
  return c.body(csvOf([headings, ...logbook.sessions.map((each) => rowOf(each, operator, logbook))]))
}

/** Empty: not known yet. */
const word = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

function rowOf(each: LoggedSession, operator: string, { names, asOf }: Logbook): readonly string[] {
  return [
    ...[operator, each.on, each.organisation, names.get(each.organisation) ?? each.organisation],
    ...[each.procedure, procedureName(each.procedure), roleWords[each.role]],
    ...[each.technicalSuccess, each.complication, each.severe, each.died30].map(word),
    asOf,
  ]
}
