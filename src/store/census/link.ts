/** Personal links: one contact, one edition, one wave. A token opens one; only its digest is kept. */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Wave } from '#core/census/questionnaire.ts'
import type { Database, Transaction } from '../open.ts'

export interface Link {
  readonly id: string
  readonly edition: string
  readonly organisation: string
  readonly contact: string | null
  readonly wave: Wave
  readonly expiresAt: Date
}

export type LinkOutcome =
  | { readonly outcome: 'ok'; readonly link: Link }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'expired'; readonly link: Link }
  | { readonly outcome: 'revoked'; readonly link: Link }
  | { readonly outcome: 'edition-closed'; readonly link: Link }

const tokenBytes = 32
/** 256 bits in base64url. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** A fresh secret and the digest under which it is kept. */
export function makeSecret(): { readonly secret: string; readonly digest: Buffer } {
  const secret = randomBytes(tokenBytes).toString('base64url')
  return { secret, digest: digestOf(secret) }
}

/** SHA-256 of a secret, under which the database knows it. */
export function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/**
 * Links for contacts of an edition's members in a wave. Answers the new ones only: a contact that has
 * a link of the wave which is not revoked keeps it, so that inviting twice changes nothing.
 */
export async function issueLinks(
  db: Database | Transaction,
  given: {
    readonly edition: string
    readonly wave: Wave
    readonly contacts: readonly { readonly id: string; readonly organisation: string }[]
    readonly expiresAt: Date
  },
): Promise<readonly { readonly id: string; readonly contact: string; readonly organisation: string }[]> {
  if (given.contacts.length === 0) return []
  const rows = given.contacts.map(({ id, organisation }) => ({
    id: randomUUID(),
    edition: given.edition,
    organisation,
    contact: id,
    wave: given.wave,
    expires_at: given.expiresAt,
  }))
  const made = await sql<{ id: string; contact: string; organisation: string }>`
    insert into census_link (id, edition, organisation, contact, wave, expires_at)
    select id, edition, organisation, contact, wave, expires_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (id uuid, edition text, organisation text, contact uuid, wave text, expires_at timestamptz)
    on conflict (edition, contact, wave) where revoked_at is null do nothing
    returning id, contact, organisation`.execute(db)
  return made.rows
}

/** A new token for a link, for one posting of its mail. Those of earlier mails go on working. */
export async function newToken(db: Database | Transaction, link: string): Promise<string> {
  const { secret, digest } = makeSecret()
  await db.insertInto('census_token').values({ digest, link }).execute()
  return secret
}

/** What a token opens now. */
export async function linkByToken(db: Database, token: string, now: Date): Promise<LinkOutcome> {
  if (!tokenPattern.test(token)) return { outcome: 'unknown' }
  const found = await db
    .selectFrom('census_token as token')
    .innerJoin('census_link as link', 'link.id', 'token.link')
    .innerJoin('census_edition as edition', 'edition.id', 'link.edition')
    .select([
      'link.id',
      'link.edition',
      'link.organisation',
      'link.contact',
      'link.wave',
      'link.expires_at as expiresAt',
      'link.revoked_at as revokedAt',
      'edition.state',
    ])
    .where('token.digest', '=', digestOf(token))
    .executeTakeFirst()
  if (!found) return { outcome: 'unknown' }
  const { revokedAt, state, ...link } = found
  if (revokedAt) return { outcome: 'revoked', link }
  if (state !== 'open') return { outcome: 'edition-closed', link }
  return link.expiresAt <= now ? { outcome: 'expired', link } : { outcome: 'ok', link }
}

/** Notes that a link was opened in a browser, the first time. */
export async function markOpened(db: Database, link: string, now: Date): Promise<void> {
  await db
    .updateTable('census_link')
    .set({ first_opened_at: now })
    .where('id', '=', link)
    .where('first_opened_at', 'is', null)
    .execute()
}

/** Closes a link, and with it every device on which it is open. False: there is none, or it was revoked. */
export async function revokeLink(db: Database | Transaction, id: string, now: Date): Promise<boolean> {
  const revoked = await db
    .updateTable('census_link')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

export interface LinkState extends Link {
  readonly contactName: string | null
  readonly revokedAt: Date | null
  readonly firstOpenedAt: Date | null
  readonly createdAt: Date
}

/** Every link of an organisation in an edition, the newest first. */
export async function linksOf(
  db: Database,
  edition: string,
  organisation: string,
): Promise<readonly LinkState[]> {
  return db
    .selectFrom('census_link as link')
    .leftJoin('census_contact as contact', 'contact.id', 'link.contact')
    .select([
      'link.id',
      'link.edition',
      'link.organisation',
      'link.contact',
      'link.wave',
      'link.expires_at as expiresAt',
      'link.revoked_at as revokedAt',
      'link.first_opened_at as firstOpenedAt',
      'link.created_at as createdAt',
      'contact.name as contactName',
    ])
    .where('link.edition', '=', edition)
    .where('link.organisation', '=', organisation)
    .orderBy('link.created_at', 'desc')
    .execute()
}
