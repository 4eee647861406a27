/** The access log: who did what of note to whose access. Only ever added to; people by id. */

import { z } from 'zod'
import type { Database, Transaction } from '../open.ts'

const accessEvents = [
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'sessions-ended',
  'password-set',
  'password-changed',
  'second-step-on',
  'second-step-off',
  'backup-codes-made',
  'passkey-added',
  'passkey-removed',
  'person-added',
  'link-made',
  'role-given',
  'role-removed',
  'access-removed',
] as const
export type AccessEvent = (typeof accessEvents)[number]

const detailSchema = z.object({
  with: z.string().optional(),
  role: z.string().optional(),
  organisation: z.string().nullable().optional(),
})
export type AccessDetail = z.infer<typeof detailSchema>

export interface AccessStatement {
  readonly person: string
  readonly by: string
  readonly event: AccessEvent
  readonly detail?: AccessDetail
}

export async function logAccess(db: Database | Transaction, statement: AccessStatement): Promise<void> {
  const { person, by, event, detail = {} } = statement
  await db
    .insertInto('access_log')
    .values({ person, by, event, detail: JSON.stringify(detail) })
    .execute()
}

/** Notes a refused attempt when the e-mail is a known person's; takes as long when it is not. */
export async function logRefusal(db: Database, email: string): Promise<void> {
  await db
    .insertInto('access_log')
    .columns(['person', 'by', 'event'])
    .expression((from) =>
      from
        .selectFrom('person')
        .select(({ val, ref }) => [
          ref('id').as('person'),
          ref('id').as('by'),
          val('sign-in-refused').as('event'),
        ])
        .where('email', '=', email.toLowerCase()),
    )
    .execute()
}

export interface LoggedAccess {
  readonly at: Date
  readonly by: string
  /** Who did it, by name; null when that person is not known any more. */
  readonly byName: string | null
  readonly event: AccessEvent
  readonly detail: AccessDetail
}

const eventSchema = z.enum(accessEvents)

/** What was done to one person's access, newest first. */
export async function accessHistory(
  db: Database,
  person: string,
  limit = 50,
): Promise<readonly LoggedAccess[]> {
  const rows = await db
    .selectFrom('access_log')
    .leftJoin('person', 'person.id', 'access_log.by')
    .select(['access_log.at', 'access_log.by', 'person.name', 'access_log.event', 'access_log.detail'])
    .where('access_log.person', '=', person)
    .orderBy('access_log.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    at: row.at,
    by: row.by,
    byName: row.name,
    event: eventSchema.parse(row.event),
    detail: detailSchema.parse(row.detail),
  }))
}
