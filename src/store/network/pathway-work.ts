/** What referral pathways ask of the people of some services, counted in one query. */

import { sql } from 'kysely'
import { serviceSubject } from '#core/census/kinds.ts'
import { type PathwayWork, pathwayWorkOf } from '#core/network/pathway-work.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Database } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'
import { ofPathways } from './sources.ts'

/** By organisation, on a day (`2026-11-22`); without those that have nothing to do. */
export async function pathwayWork(
  db: Database,
  codes: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, PathwayWork>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<KeptRow>`
    ${keptRows}
    where e.subject in (
        select 'service:' || from_organisation from referral_pathway where to_organisation = any(${[...codes]}::text[])
        union select 'service:' || code from unnest(${[...codes]}::text[]) as own(code))
      and e.kind = any(${[...ofPathways]}::text[])
    order by e.subject, e.position`.execute(db)
  const bySubject = Map.groupBy(rows.map(entryOf), ({ subject }) => subject)
  const course = (subject: string) => courseOf(subject, bySubject.get(subject) ?? [])
  const prefix = serviceSubject('').length
  const courses = new Map([...bySubject.keys()].map((subject) => [subject.slice(prefix), course(subject)]))
  return new Map(
    codes
      .map((code) => [code, pathwayWorkOf(code, courses, course(serviceSubject(code)), day)] as const)
      .filter(([, { toAnswer, toReview }]) => toAnswer + toReview > 0),
  )
}
