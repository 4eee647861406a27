/** Reads the records of services: one, several at once, and those that ask one to take patients. */

import { serviceSubject } from '#core/census/kinds.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { entriesOf, entriesOfSubjects } from '../record/read.ts'

export interface ServiceRecord {
  readonly organisation: { readonly code: string; readonly name: string; readonly closedOn: string | null }
  readonly entries: readonly Entry[]
  readonly course: Course
}

/** A service's record; null where there is no such organisation. An organisation that never said anything has an empty one. */
export async function readService(db: Database | Transaction, code: string): Promise<ServiceRecord | null> {
  const [organisation, entries] = await Promise.all([
    db
      .selectFrom('organisation')
      .select(['code', 'name', 'closed_on as closedOn'])
      .where('code', '=', code)
      .executeTakeFirst(),
    entriesOf(db, serviceSubject(code)),
  ])
  if (!organisation) return null
  return { organisation, entries, course: courseOf(serviceSubject(code), entries) }
}

/** The courses of some services, in one query, by organisation. One that said nothing has an empty course. */
export async function serviceCourses(
  db: Database | Transaction,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, Course>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const bySubject = await entriesOfSubjects(db, wanted.map(serviceSubject))
  return new Map(
    wanted.map((code) => {
      const subject = serviceSubject(code)
      return [code, courseOf(subject, bySubject.get(subject) ?? [])]
    }),
  )
}

/** Which services say that they refer to this one: codes, in order. */
export async function servicesThatReferTo(
  db: Database | Transaction,
  code: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('referral_pathway')
    .select('from_organisation as code')
    .distinct()
    .where('to_organisation', '=', code)
    .orderBy('code')
    .execute()
  return rows.map((row) => row.code)
}

/** The names of organisations by code. */
export async function organisationNames(
  db: Database | Transaction,
  codes: Iterable<string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['code', 'name'])
    .where('code', 'in', wanted)
    .execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}
