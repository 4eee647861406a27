/** A device on which someone is answering: opened by a personal link or by an interviewer's call. */

import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Wave } from '#core/census/questionnaire.ts'
import type { Database } from '../open.ts'
import { digestOf, type Link, makeSecret } from './link.ts'

export interface Answering {
  readonly id: string
  readonly edition: string
  readonly organisation: string
  readonly wave: Wave
  readonly link: string | null
  /** The signed-in person who rang, by id. */
  readonly interviewer: string | null
  /** Whom the link was sent to. */
  readonly contact: string | null
}

/** Someone else with the same questionnaire open. */
export interface OtherAnswering {
  readonly id: string
  /** The role of the contact whose link it is; null: an interviewer on the telephone. */
  readonly role: string | null
  /** It is the same link, opened on another device. */
  readonly sameLink: boolean
  readonly seenAt: Date
}

/** An interview ends by itself after this. */
const interviewHours = 12
/** Others are told of for this long after they were last seen. */
const presenceHours = 24

interface Started {
  readonly id: string
  /** For the cookie; nobody else keeps it. */
  readonly secret: string
}

/** Opens a link on a device. */
export async function startAnswering(db: Database, link: Link, now: Date): Promise<Started> {
  const { edition, organisation, wave } = link
  return start(db, { edition, organisation, wave, link: link.id, interviewer: null }, now)
}

/** Begins to take answers by telephone, for an organisation that the interviewer has claimed. */
export async function startInterview(
  db: Database,
  given: {
    readonly edition: string
    readonly organisation: string
    readonly wave: Wave
    readonly interviewer: string
  },
  now: Date,
): Promise<Started> {
  return start(db, { ...given, link: null }, now)
}

async function start(db: Database, given: Omit<Answering, 'id' | 'contact'>, now: Date): Promise<Started> {
  const { secret, digest } = makeSecret()
  const id = randomUUID()
  const seen = { started_at: now, seen_at: now }
  await db
    .insertInto('census_answering')
    .values({ id, secret_digest: digest, ...given, ...seen })
    .execute()
  return { id, secret }
}

export type AnsweringOutcome =
  | { readonly outcome: 'ok' | 'edition-closed'; readonly answering: Answering }
  | { readonly outcome: 'unknown' | 'expired' | 'revoked' }

/** Whose device this is, by its cookie's secret; notes that it was seen, once in a while. */
export async function answeringBySecret(db: Database, secret: string, now: Date): Promise<AnsweringOutcome> {
  const found = await db
    .selectFrom('census_answering as answering')
    .innerJoin('census_edition as edition', 'edition.id', 'answering.edition')
    .leftJoin('census_link as link', 'link.id', 'answering.link')
    .select([
      'answering.id',
      'answering.edition',
      'answering.organisation',
      'answering.wave',
      'answering.link',
      'answering.interviewer',
      'answering.started_at as startedAt',
      'answering.seen_at as seenAt',
      'link.contact',
      'link.expires_at as expiresAt',
      'link.revoked_at as revokedAt',
      'edition.state',
    ])
    .where('answering.secret_digest', '=', digestOf(secret))
    .executeTakeFirst()
  if (!found) return { outcome: 'unknown' }
  const { startedAt, seenAt, expiresAt, revokedAt, state, ...answering } = found
  if (revokedAt) return { outcome: 'revoked' }
  const until = expiresAt ?? new Date(startedAt.getTime() + interviewHours * 3_600_000)
  if (state !== 'open') return { outcome: 'edition-closed', answering }
  if (until <= now) return { outcome: 'expired' }
  const unseen = seenAt.getTime() === startedAt.getTime()
  if (unseen || now.getTime() - seenAt.getTime() > 20_000) {
    await db
      .updateTable('census_answering')
      .set({ seen_at: now })
      .where('id', '=', answering.id)
      .where('seen_at', '<', now)
      .execute()
  }
  return { outcome: 'ok', answering }
}

/**
 * Who else has the same questionnaire open, the last seen first, one a link. A link that was only
 * looked at (a mail scanner does) and never used does not count.
 */
export async function othersAnswering(
  db: Database,
  answering: Pick<Answering, 'id' | 'edition' | 'organisation' | 'wave' | 'link'>,
  now: Date,
): Promise<readonly OtherAnswering[]> {
  const since = new Date(now.getTime() - presenceHours * 3_600_000)
  const { rows } = await sql<OtherAnswering>`
    select distinct on (coalesce(a.link::text, a.interviewer)) a.id, c.role,
      ${sameLink(answering.link)} as "sameLink", a.seen_at as "seenAt"
    from census_answering a
    left join census_link l on l.id = a.link
    left join census_contact c on c.id = l.contact
    where a.edition = ${answering.edition} and a.organisation = ${answering.organisation}
      and a.wave = ${answering.wave} and a.id <> ${answering.id}
      and a.seen_at > ${since} and a.seen_at > a.started_at and l.revoked_at is null
    order by coalesce(a.link::text, a.interviewer), a.seen_at desc`.execute(db)
  return rows.toSorted((one, other) => other.seenAt.getTime() - one.seenAt.getTime())
}

function sameLink(link: string | null): RawBuilder<boolean> {
  return link === null ? sql<boolean>`false` : sql<boolean>`coalesce(a.link = ${link}, false)`
}

/** Whose device it is that answered: the contact's role, null for an interviewer; its link. */
export async function roleOfAnswering(
  db: Database,
  id: string,
): Promise<{ readonly known: boolean; readonly role: string | null; readonly link: string | null }> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return { known: false, role: null, link: null }
  const found = await db
    .selectFrom('census_answering as answering')
    .leftJoin('census_link as link', 'link.id', 'answering.link')
    .leftJoin('census_contact as contact', 'contact.id', 'link.contact')
    .select(['contact.role', 'answering.link'])
    .where('answering.id', '=', id)
    .executeTakeFirst()
  return found ? { known: true, ...found } : { known: false, role: null, link: null }
}
