/** What services recorded that everyone may know: a service's cover and its referral pathways, from both ends. */

import { sql } from 'kysely'
import { serviceSubject } from '#core/census/kinds.ts'
import type { Course } from '#core/pathway/course.ts'
import type { Database } from '../open.ts'
import { serviceCourses } from './read.ts'

export interface Recorded {
  readonly own: Course
  /** The records of those that it refers to and of those that refer to it, by organisation. */
  readonly others: ReadonlyMap<string, Course>
}

/** The service's own record and those of the services that its referral pathways join it to. */
export async function recordedOf(db: Database, code: string): Promise<Recorded> {
  const courses = await serviceCourses(db, [code, ...(await joinedTo(db, code))])
  const own = courses.get(code)
  if (!own) throw new Error('a record that was asked for is there, if empty')
  return { own, others: new Map([...courses].filter(([other]) => other !== code)) }
}

/** Changes whenever anything that `recordedOf` reads has: where each of those records stands. */
export async function recordedAt(db: Database, code: string): Promise<string> {
  const subjects = [code, ...(await joinedTo(db, code))].map(serviceSubject)
  const { rows } = await sql<{ at: string }>`
    select string_agg(subject || '@' || coalesce(position, 0), ' ' order by subject) as at
    from unnest(${subjects}::text[]) as asked (subject)
    left join lateral (
      select e.position from record_entry e
      where e.subject = asked.subject order by e.position desc limit 1) head on true`.execute(db)
  return rows[0]?.at ?? ''
}

async function joinedTo(db: Database, code: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select to_organisation as code from referral_pathway where from_organisation = ${code}
    union
    select from_organisation from referral_pathway where to_organisation = ${code}`.execute(db)
  return rows.map((row) => row.code)
}
