/** Patients' personal links: one treatment of one case. A token opens one; only its digest is kept. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf, makeSecret } from '../census/link.ts'
import { queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'

export interface FeedbackLink {
  readonly id: string
  readonly caseId: string
  /** That treated. */
  readonly organisation: string
  /** The first statement of the treatment that it asks about. */
  readonly treatment: string
  /** Each is asked about with a scale from 0 to 10. */
  readonly symptoms: readonly string[]
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly openedAt: Date | null
  readonly endedAt: Date | null
  readonly ended: 'given' | 'declined' | null
}

export type FeedbackOutcome =
  | { readonly outcome: 'ok'; readonly link: FeedbackLink }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ended' | 'revoked' | 'expired'; readonly link: FeedbackLink }

/** A link is open for six weeks: as long as the follow-up within which feedback is asked for. */
export const feedbackDays = 42

/** 256 bits in base64url. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

export interface NewLink {
  readonly caseId: string
  readonly organisation: string
  readonly treatment: string
  readonly symptoms: readonly string[]
  /** Ids of instruments to be asked. */
  readonly instruments?: readonly string[]
  readonly madeBy: string
  /** The patient's address, where it is to go by mail. */
  readonly mailTo: string | null
}

/**
 * Makes a link and its first token, which is answered once and never again. One that was open for the same
 * treatment closes: whoever finds its paper opens nothing.
 */
export async function makeFeedbackLink(
  tx: Transaction,
  given: NewLink,
  now: Date,
): Promise<{ readonly id: string; readonly token: string }> {
  const { caseId, organisation, treatment, symptoms, instruments = [], madeBy, mailTo } = given
  await tx
    .updateTable('feedback_link')
    .set({ revoked_at: now, mail_to: null, draft: null })
    .where('case_id', '=', caseId)
    .where('treatment', '=', treatment)
    .where('revoked_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute()
  const id = randomUUID()
  await tx
    .insertInto('feedback_link')
    .values({
      ...{ id, organisation, treatment, symptoms: [...symptoms], made_by: madeBy, mail_to: mailTo },
      case_id: caseId,
      instruments: [...instruments],
      made_at: now,
      expires_at: new Date(now.getTime() + feedbackDays * 86_400_000),
    })
    .execute()
  // Where it goes stands with the link, for only those of the case see that.
  if (mailTo !== null)
    await queueMail(tx, [{ purpose: 'feedback', recipient: 'A patient', organisation, occasion: id }], now)
  return { id, token: await newFeedbackToken(tx, id) }
}

/** One more token of a link: for one posting of its mail. */
export async function newFeedbackToken(db: Database | Transaction, link: string): Promise<string> {
  const { secret, digest } = makeSecret()
  await db.insertInto('feedback_token').values({ digest, link }).execute()
  return secret
}

/** What a token opens now, whatever the scope. */
export async function feedbackByToken(
  db: Database | Transaction,
  token: string,
  now: Date,
): Promise<FeedbackOutcome> {
  if (!tokenPattern.test(token)) return { outcome: 'unknown' }
  const { rows } = await sql<FeedbackLink>`
    select id, case_id as "caseId", organisation, treatment, symptoms, expires_at as "expiresAt",
      revoked_at as "revokedAt", opened_at as "openedAt", ended_at as "endedAt", ended
    from feedback_shown(${digestOf(token)})`.execute(db)
  const [link] = rows
  if (!link) return { outcome: 'unknown' }
  if (link.endedAt) return { outcome: 'ended', link }
  if (link.revokedAt) return { outcome: 'revoked', link }
  return link.expiresAt <= now ? { outcome: 'expired', link } : { outcome: 'ok', link }
}

/** Closes a link. False: it was closed before, or the scope does not show it. */
export async function revokeFeedbackLink(
  db: Database | Transaction,
  id: string,
  now: Date,
): Promise<boolean> {
  const revoked = await db
    .updateTable('feedback_link')
    .set({ revoked_at: now, mail_to: null, draft: null })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

export interface FeedbackLinkState extends FeedbackLink {
  readonly madeBy: string
  readonly madeAt: Date
  /** By mail; null where it was printed. */
  readonly isMailed: boolean
}

/** Every link of a case, the newest first. Within a scope. */
export async function feedbackLinksOf(
  db: Database | Transaction,
  caseId: string,
): Promise<readonly FeedbackLinkState[]> {
  const { rows } = await sql<FeedbackLinkState>`
    select l.id, l.case_id as "caseId", l.organisation, l.treatment, l.symptoms, l.expires_at as "expiresAt",
      l.revoked_at as "revokedAt", l.opened_at as "openedAt", l.ended_at as "endedAt", l.ended,
      l.made_by as "madeBy", l.made_at as "madeAt",
      exists (select from mail_message m where m.purpose = 'feedback' and m.occasion = l.id::text) as "isMailed"
    from feedback_link l where l.case_id = ${caseId} order by l.made_at desc, l.id`.execute(db)
  return rows
}
