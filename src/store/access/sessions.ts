/** Sessions: who a token is, which sessions someone has, and how they end. */

import { randomBytes, randomUUID } from 'node:crypto'
import type { Membership, Person } from '#core/access/role.ts'
import type { Database, Store, Transaction } from '../open.ts'

/** A session ends this long after signing in, however busy it is: a working day. */
export const sessionSeconds = 12 * 60 * 60

const personOfSessionText = `
  select person.id, person.name, person.email,
    coalesce((
      select json_agg(json_build_object('role', membership.role, 'organisation', membership.organisation))
      from membership where membership.person = person.id
    ), '[]') as memberships
  from person_session join person on person.id = person_session.person
  where person_session.token = $1 and person_session.expires_at > clock_timestamp()`

/**
 * The person of a session's token with every role, or null when the session is unknown or over. On the
 * way of each signed-in request: one prepared statement along three indexes.
 */
export async function personOfSession(store: Store, token: string): Promise<Person | null> {
  const { rows } = await store.pool.query<{
    id: string
    name: string
    email: string
    memberships: Membership[]
  }>({ name: 'person-of-session', text: personOfSessionText, values: [token] })
  return rows[0] ?? null
}

export interface MadeSession {
  readonly token: string
  readonly expiresAt: Date
}

/** A session for someone whose identity is settled otherwise (the demonstration's people, tests). */
export async function makeSession(
  db: Database,
  session: { readonly person: string; readonly userAgent: string | null; readonly now: Date },
): Promise<MadeSession> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = new Date(session.now.getTime() + sessionSeconds * 1000)
  await db
    .insertInto('person_session')
    .values({
      id: randomUUID(),
      token,
      person: session.person,
      expires_at: expiresAt,
      ip_address: null,
      user_agent: session.userAgent,
    })
    .execute()
  return { token, expiresAt }
}

export interface SessionInfo {
  readonly id: string
  readonly isThisOne: boolean
  readonly userAgent: string | null
  readonly startedAt: Date
  readonly expiresAt: Date
}

/** Someone's sessions that are not over, this one first, then the latest. */
export async function sessionsOf(
  db: Database,
  person: string,
  thisToken: string | null,
): Promise<readonly SessionInfo[]> {
  const rows = await db
    .selectFrom('person_session')
    .select(['id', 'token', 'user_agent', 'created_at', 'expires_at'])
    .where('person', '=', person)
    .where('expires_at', '>', new Date())
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      isThisOne: row.token === thisToken,
      userAgent: row.user_agent,
      startedAt: row.created_at,
      expiresAt: row.expires_at,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne))
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('person_session').where('token', '=', token).execute()
}

/** Ends someone's sessions, all but one where that one is named; answers how many ended. */
export async function endSessionsOf(
  db: Database | Transaction,
  person: string,
  except: string | null = null,
): Promise<number> {
  const ended = await db
    .deleteFrom('person_session')
    .where('person', '=', person)
    .$if(except !== null, (query) => query.where('token', '!=', except ?? ''))
    .executeTakeFirst()
  return Number(ended.numDeletedRows)
}

/** Who holds this token, and takes away that person's sessions that are over. */
export async function personSignedIn(db: Database, token: string): Promise<string | null> {
  const session = await db
    .selectFrom('person_session')
    .select('person')
    .where('token', '=', token)
    .executeTakeFirst()
  if (!session) return null
  await db
    .deleteFrom('person_session')
    .where('person', '=', session.person)
    .where('expires_at', '<', new Date())
    .execute()
  return session.person
}
