/** The cases at which a person operated, as the logbook reads them. Within a scope. */

import { sql } from 'kysely'
import { caseSubject, courseOf } from '#core/pathway/course.ts'
import type { LogbookCase } from '#core/registry/logbook.ts'
import { entriesOfCases } from '../case/read.ts'
import type { Database, Transaction } from '../open.ts'

/** More are not read at once: a longer period is read in parts, and whoever reads is told so. */
const mostCases = 1000

export interface OperatorCases {
  readonly cases: readonly LogbookCase[]
  /** There are earlier ones, which were not read. */
  readonly isCut: boolean
}

interface Found {
  readonly id: string
  readonly birthOn: string
  readonly diedOn: string | null
  readonly code: string
  readonly nation: string
  readonly region: string
}

/**
 * Those with a session of the person's since a day, the latest first; three queries whatever their number.
 *
 * @param since as 2026-11-22
 */
export async function casesOfOperator(
  db: Database | Transaction,
  person: string,
  since: string,
): Promise<OperatorCases> {
  const operator = JSON.stringify([{ who: { person } }])
  const { rows } = await sql<Found>`
    select c.id, p.birth_on::text as "birthOn", p.died_on::text as "diedOn", o.code, o.nation, o.region
    from care_case c
      join patient p on p.id = c.patient
      join organisation o on o.code = c.treating
    where c.treated_at >= ${since}::date and exists (
      select from record_entry e join record_body b on b.entry = e.id
      where e.subject = 'case:' || c.id and e.kind = 'treatment' and b.body -> 'operators' @> ${operator}::jsonb)
    order by c.treated_at desc, c.id
    limit ${mostCases + 1}`.execute(db)
  const read = rows.slice(0, mostCases)
  const entries = await entriesOfCases(
    db,
    read.map(({ id }) => id),
  )
  const cases = read.map(({ id, birthOn, diedOn, ...organisation }) => ({
    ...{ id, birthOn, diedOn, organisation },
    course: courseOf(caseSubject(id), entries.get(id) ?? []),
  }))
  return { cases, isCut: rows.length > mostCases }
}
