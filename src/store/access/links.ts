/** One-time links: for the first administrator to set the system up, and for a person to choose a password. */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Transaction } from '../open.ts'
import { logAccess } from './log.ts'
import { hasAdministrator } from './people.ts'
import { changing } from './roles.ts'
import { endSessionsOf } from './sessions.ts'

const setUpHours = 72
const joinHours = 7 * 24

/** Why a link opens nothing. */
export type DeadLink = 'unknown' | 'used' | 'expired' | 'revoked'

const digestOf = (token: string) => createHash('sha256').update(token).digest()
const inHours = (now: Date, hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

/** The token of a new set-up link, or null when there is an administrator already. */
export async function makeSetUpLink(db: Database, now: Date): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('set_up_link')
    .values({ digest: digestOf(token), expires_at: inHours(now, setUpHours), used_at: null })
    .execute()
  return token
}

/** Whether a set-up link can still be used. Once there is an administrator, each of them counts as used. */
export async function setUpLinkState(
  db: Database | Transaction,
  token: string,
  now: Date,
): Promise<'open' | DeadLink> {
  const link = await db
    .selectFrom('set_up_link')
    .select(['expires_at', 'used_at'])
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!link) return 'unknown'
  if (link.used_at !== null || (await hasAdministrator(db))) return 'used'
  return link.expires_at <= now ? 'expired' : 'open'
}

export interface FirstAdministrator {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** Makes the first administrator, who is census lead too. Of several at once with any such link, one wins. */
export async function spendSetUpLink(
  db: Database,
  token: string,
  first: FirstAdministrator,
  now: Date,
): Promise<'made' | DeadLink> {
  return changing(db, async (tx) => {
    const state = await setUpLinkState(tx, token, now)
    if (state !== 'open') return state
    await tx.updateTable('set_up_link').set({ used_at: now }).where('digest', '=', digestOf(token)).execute()
    const id = await personWithEmail(tx, first)
    await setPassword(tx, id, first.passwordHash)
    for (const role of ['administrator', 'census-lead'] as const) {
      await tx
        .insertInto('membership')
        .values({ person: id, role, organisation: null })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      await logAccess(tx, { person: id, by: id, event: 'role-given', detail: { role, with: 'set-up link' } })
    }
    return 'made'
  })
}

async function personWithEmail(tx: Transaction, { name, email }: FirstAdministrator): Promise<string> {
  const row = await tx
    .insertInto('person')
    .values({ id: randomUUID(), name, email: email.toLowerCase(), email_verified: true })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The token of a new link for a person to choose a password; links made before stop working. */
export async function makeJoinLink(db: Database, person: string, by: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await changing(db, async (tx) => {
    await tx
      .updateTable('join_link')
      .set({ revoked_at: now })
      .where('person', '=', person)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
    await tx
      .insertInto('join_link')
      .values({
        digest: digestOf(token),
        person,
        created_by: by,
        expires_at: inHours(now, joinHours),
        used_at: null,
        revoked_at: null,
      })
      .execute()
    await logAccess(tx, { person, by, event: 'link-made' })
  })
  return token
}

export type JoinLink =
  | {
      readonly state: 'open'
      readonly person: { readonly id: string; readonly name: string; readonly email: string }
    }
  | { readonly state: DeadLink }

export async function openJoinLink(db: Database | Transaction, token: string, now: Date): Promise<JoinLink> {
  const link = await db
    .selectFrom('join_link')
    .innerJoin('person', 'person.id', 'join_link.person')
    .select(['person.id', 'person.name', 'person.email', 'expires_at', 'used_at', 'revoked_at'])
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!link) return { state: 'unknown' }
  if (link.used_at !== null) return { state: 'used' }
  if (link.revoked_at !== null) return { state: 'revoked' }
  if (link.expires_at <= now) return { state: 'expired' }
  return { state: 'open', person: { id: link.id, name: link.name, email: link.email } }
}

/** Sets the password that the link's person chose, ends their sessions, and closes the link. */
export async function spendJoinLink(
  db: Database,
  token: string,
  passwordHash: string,
  now: Date,
): Promise<JoinLink> {
  return changing(db, async (tx) => {
    const link = await openJoinLink(tx, token, now)
    if (link.state !== 'open') return link
    await tx.updateTable('join_link').set({ used_at: now }).where('digest', '=', digestOf(token)).execute()
    await setPassword(tx, link.person.id, passwordHash)
    await endSessionsOf(tx, link.person.id)
    await logAccess(tx, {
      person: link.person.id,
      by: link.person.id,
      event: 'password-set',
      detail: { with: 'join link' },
    })
    return link
  })
}

async function setPassword(tx: Transaction, person: string, passwordHash: string): Promise<void> {
  await tx
    .insertInto('person_account')
    .values({ id: randomUUID(), person, provider: 'credential', account: person, password: passwordHash })
    .onConflict((conflict) =>
      conflict
        .columns(['provider', 'account'])
        .doUpdateSet({ password: passwordHash, updated_at: sql`clock_timestamp()` }),
    )
    .execute()
}
