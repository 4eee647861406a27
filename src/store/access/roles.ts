/** Gives and takes roles, one change at a time, each logged; the last administrator stays. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Membership } from '#core/access/role.ts'
import type { Database, Transaction } from '../open.ts'
import { logAccess } from './log.ts'
import { otherAdministrators } from './people.ts'
import { endSessionsOf } from './sessions.ts'

export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly membership: Membership
}

export type Added =
  | { readonly outcome: 'added'; readonly person: string }
  | { readonly outcome: 'known'; readonly person: string }

/** Adds a person with a first role; one whose e-mail is known already is named instead. */
export async function addPerson(db: Database, person: NewPerson, by: string): Promise<Added> {
  return changing(db, async (tx) => {
    const email = person.email.toLowerCase()
    const known = await tx.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
    if (known) return { outcome: 'known', person: known.id }
    const id = randomUUID()
    // Vouched for by an administrator, which is what an OpenID provider's verified e-mail is matched with.
    await tx.insertInto('person').values({ id, name: person.name, email, email_verified: true }).execute()
    await logAccess(tx, { person: id, by, event: 'person-added' })
    await give(tx, id, person.membership, by)
    return { outcome: 'added', person: id }
  })
}

export type GivenRole = 'given' | 'held' | 'no-organisation'

export async function giveRole(
  db: Database,
  person: string,
  membership: Membership,
  by: string,
): Promise<GivenRole> {
  return changing(db, async (tx) => {
    if (membership.organisation !== null) {
      const found = await tx
        .selectFrom('organisation')
        .select('code')
        .where('code', '=', membership.organisation)
        .executeTakeFirst()
      if (!found) return 'no-organisation'
    }
    return (await give(tx, person, membership, by)) ? 'given' : 'held'
  })
}

export type TakenRole = 'taken' | 'not-held' | 'last-administrator'

export async function takeRole(
  db: Database,
  person: string,
  membership: Membership,
  by: string,
): Promise<TakenRole> {
  return changing(db, async (tx) => {
    if (membership.role === 'administrator' && (await otherAdministrators(tx, person)) === 0)
      return 'last-administrator'
    const taken = await tx
      .deleteFrom('membership')
      .where('person', '=', person)
      .where('role', '=', membership.role)
      .where('organisation', 'is not distinct from', membership.organisation)
      .executeTakeFirst()
    if (taken.numDeletedRows === 0n) return 'not-held'
    await logAccess(tx, { person, by, event: 'role-removed', detail: membership })
    return 'taken'
  })
}

/**
 * Takes away every role and every way to sign in, and ends the sessions. The person stays known by id,
 * because entries of the record name it; given a role and a link again, they start afresh.
 */
export async function removeAccess(
  db: Database,
  person: string,
  by: string,
): Promise<'removed' | 'last-administrator'> {
  return changing(db, async (tx) => {
    const isAdministrator = await tx
      .selectFrom('membership')
      .select('person')
      .where('person', '=', person)
      .where('role', '=', 'administrator')
      .executeTakeFirst()
    if (isAdministrator && (await otherAdministrators(tx, person)) === 0) return 'last-administrator'
    await tx.deleteFrom('membership').where('person', '=', person).execute()
    await tx.deleteFrom('person_account').where('person', '=', person).execute()
    await tx.deleteFrom('person_passkey').where('person', '=', person).execute()
    await dropSecondStep(tx, person)
    await tx
      .updateTable('join_link')
      .set({ revoked_at: sql`clock_timestamp()` })
      .where('person', '=', person)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute()
    await endSessionsOf(tx, person)
    await logAccess(tx, { person, by, event: 'access-removed' })
    return 'removed'
  })
}

/** For someone who lost the telephone that made the codes. */
export async function removeSecondStep(db: Database, person: string, by: string): Promise<void> {
  await changing(db, async (tx) => {
    await dropSecondStep(tx, person)
    await endSessionsOf(tx, person)
    await logAccess(tx, { person, by, event: 'second-step-off' })
  })
}

async function dropSecondStep(tx: Transaction, person: string): Promise<void> {
  await tx.deleteFrom('person_two_factor').where('person', '=', person).execute()
  await tx.updateTable('person').set({ two_factor_enabled: false }).where('id', '=', person).execute()
}

async function give(tx: Transaction, person: string, membership: Membership, by: string): Promise<boolean> {
  const given = await tx
    .insertInto('membership')
    .values({ person, role: membership.role, organisation: membership.organisation })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (given.numInsertedOrUpdatedRows !== 1n) return false
  await logAccess(tx, { person, by, event: 'role-given', detail: membership })
  return true
}

/** One change of access at a time, so that two cannot each remove the administrator that the other leaves. */
export function changing<Result>(
  db: Database,
  change: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('fourth-pillar access'))`.execute(tx)
    return change(tx)
  })
}
