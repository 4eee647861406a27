/** The people of an organisation to write to or ring, kept from one edition to the next. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ImportedContact } from '#core/census/contacts.ts'
import type { Database, Transaction } from '../open.ts'

export interface Contact {
  readonly id: string
  readonly organisation: string
  readonly name: string
  /** A respondent role of the questionnaire. */
  readonly role: string
  readonly email: string | null
  readonly telephone: string | null
  readonly bouncedAt: Date | null
  readonly bounceReason: string | null
}

export interface ContactDetails {
  readonly name: string
  readonly role: string
  readonly email: string | null
  readonly telephone: string | null
}

export type ContactOutcome =
  | { readonly outcome: 'saved'; readonly id: string }
  /** Another contact of the organisation has that address. */
  | { readonly outcome: 'address-taken' }
  | { readonly outcome: 'unknown' }

const columns = [
  'id',
  'organisation',
  'name',
  'role',
  'email',
  'telephone',
  'bounced_at as bouncedAt',
  'bounce_reason as bounceReason',
] as const

/** Contacts in use of one organisation, or of all; by organisation, then by name. */
export async function contactsOf(
  db: Database | Transaction,
  organisation?: string,
): Promise<readonly Contact[]> {
  return db
    .selectFrom('census_contact')
    .select(columns)
    .where('retired_at', 'is', null)
    .$if(organisation !== undefined, (query) => query.where('organisation', '=', organisation ?? ''))
    .orderBy('organisation')
    .orderBy('name')
    .execute()
}

/** One contact, retired or not. */
export async function contactById(db: Database | Transaction, id: string): Promise<Contact | null> {
  return (
    (await db.selectFrom('census_contact').select(columns).where('id', '=', id).executeTakeFirst()) ?? null
  )
}

export async function addContact(
  db: Database | Transaction,
  organisation: string,
  details: ContactDetails,
): Promise<ContactOutcome> {
  const id = randomUUID()
  return orTaken(() =>
    db
      .insertInto('census_contact')
      .values({ id, organisation, ...details })
      .executeTakeFirst()
      .then(() => ({ outcome: 'saved', id })),
  )
}

/** A changed address has not bounced yet. */
export async function changeContact(
  db: Database | Transaction,
  id: string,
  details: ContactDetails,
): Promise<ContactOutcome> {
  return orTaken(async () => {
    const changed = await sql`
      update census_contact set name = ${details.name}, role = ${details.role},
        email = ${details.email}, telephone = ${details.telephone},
        bounced_at = case when email is distinct from ${details.email} then null else bounced_at end,
        bounce_reason = case when email is distinct from ${details.email} then null else bounce_reason end
      where id = ${id} and retired_at is null`.execute(db)
    return changed.numAffectedRows === 1n ? { outcome: 'saved', id } : { outcome: 'unknown' }
  })
}

/** No longer written to or rung; links already sent to them are revoked. */
export async function retireContact(db: Database, id: string, at: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const retired = await tx
      .updateTable('census_contact')
      .set({ retired_at: at })
      .where('id', '=', id)
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    await tx
      .updateTable('census_link')
      .set({ revoked_at: at })
      .where('contact', '=', id)
      .where('revoked_at', 'is', null)
      .execute()
    return retired.numUpdatedRows === 1n
  })
}

/** The address refused mail for good, for the server's reason; shown to the lead until it is changed. */
export async function markBounced(
  db: Database | Transaction,
  id: string,
  reason: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable('census_contact')
    .set({ bounced_at: at, bounce_reason: reason })
    .where('id', '=', id)
    .execute()
}

const keyOf = ({ organisation, email }: ImportedContact) => `${organisation} ${email?.toLowerCase()}`

/**
 * Adds or brings up to date contacts that were read and found right by `readContacts`: all of them or
 * none. An address that an organisation already has is that contact, with its new name, role, number.
 */
export async function importContacts(
  db: Database,
  contacts: readonly ImportedContact[],
): Promise<{ readonly added: number; readonly changed: number }> {
  if (contacts.length === 0) return { added: 0, changed: 0 }
  // In one order, so that two files at once wait for one another instead of both for ever.
  const ordered = contacts.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  const rows = JSON.stringify(ordered.map((contact) => ({ id: randomUUID(), ...contact })))
  const { rows: done } = await sql<{ added: boolean }>`
    insert into census_contact (id, organisation, name, role, email, telephone)
    select id, organisation, name, role, email, telephone
    from jsonb_to_recordset(${rows}::jsonb)
      as given (id uuid, organisation text, name text, role text, email text, telephone text)
    on conflict (organisation, lower(email)) where retired_at is null
    do update set name = excluded.name, role = excluded.role,
      telephone = coalesce(excluded.telephone, census_contact.telephone)
    returning (xmax = 0) as added`.execute(db)
  const added = done.filter((row) => row.added).length
  return { added, changed: done.length - added }
}

async function orTaken(work: () => Promise<ContactOutcome>): Promise<ContactOutcome> {
  try {
    return await work()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'census_contact_email') return { outcome: 'address-taken' }
    throw error
  }
}
