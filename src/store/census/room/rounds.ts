/** The rounds of mail that a lead sends: invitations, reminders, the follow-up. Sent twice, each is sent once. */

import { type RawBuilder, sql } from 'kysely'
import type { Wave } from '#core/census/questionnaire.ts'
import { type Purpose, queueMail } from '../../mail/message.ts'
import type { Database, Transaction } from '../../open.ts'
import { bumpRevision } from '../edition.ts'
import { issueLinks } from '../link.ts'

/** Whom a round would reach now. */
export interface Round {
  readonly contacts: number
  readonly organisations: number
}

export interface Rounds {
  readonly invitation: Round
  readonly reminder: Round
  readonly followUp: Round
}

interface Recipient {
  readonly id: string
  readonly organisation: string
  readonly email: string
}

const works = sql`c.email is not null and c.bounced_at is null and c.retired_at is null`
const unanswered = (edition: string) => sql`not exists (
  select from census_response r where r.edition = ${edition} and r.organisation = c.organisation)`
const linked = (edition: string, wave: Wave) => sql`exists (
  select from census_link l where l.edition = ${edition} and l.contact = c.id and l.wave = ${wave} and l.revoked_at is null)`
const owes = (edition: string) => sql`exists (
  select from census_response r where r.edition = ${edition} and r.organisation = c.organisation
    and r.provision = 'supportive-only' and r.follow_up_entry is null and not r.answers ? 'diseaseModifyingPathway')`

const toInvite = (edition: string) => sql`${unanswered(edition)} and not ${linked(edition, 'first')}`
const toRemind = (
  edition: string,
  today: string,
) => sql`${unanswered(edition)} and ${linked(edition, 'first')}
  and not exists (
    select from mail_message m join census_link l on l.id = m.link
    where l.edition = ${edition} and l.contact = c.id and m.purpose = 'invitation' and m.state in ('queued', 'deferred'))
  and not exists (
    select from mail_message m join census_link l on l.id = m.link
    where l.edition = ${edition} and l.contact = c.id and m.purpose = 'reminder' and m.occasion = ${occasionOf(today)})`
const toFollowUp = (edition: string) => sql`${owes(edition)} and not ${linked(edition, 'follow-up')}`

/** Reminders by hand: at most one a day for each contact. */
const occasionOf = (today: string) => `by-hand-${today}`

/** How many each round would reach, in one query. `today`: `2026-11-22`. */
export async function roundsOf(db: Database, edition: string, today: string): Promise<Rounds> {
  const counts = (name: string, which: RawBuilder<unknown>) => sql`
    (count(*) filter (where ${which}))::int as ${sql.id(`${name}_contacts`)},
    (count(distinct c.organisation) filter (where ${which}))::int as ${sql.id(`${name}_organisations`)}`
  const { rows } = await sql<Record<string, number>>`
    select ${counts('invitation', toInvite(edition))}, ${counts('reminder', toRemind(edition, today))},
      ${counts('follow_up', toFollowUp(edition))}
    from census_contact c
    join census_member member on member.edition = ${edition} and member.organisation = c.organisation
    where ${works}`.execute(db)
  const round = (name: string): Round => ({
    contacts: rows[0]?.[`${name}_contacts`] ?? 0,
    organisations: rows[0]?.[`${name}_organisations`] ?? 0,
  })
  return { invitation: round('invitation'), reminder: round('reminder'), followUp: round('follow_up') }
}

interface RoundTask {
  readonly edition: string
  readonly expiresAt: Date
  /** `2026-11-22` */
  readonly today: string
}

/** Invites every contact with a working address who has no link yet. Answers how many mails are new. */
export async function invite(db: Database, task: RoundTask, now: Date): Promise<number> {
  return send(db, task, { purpose: 'invitation', wave: 'first', which: toInvite(task.edition), now })
}

/** Reminds every contact who has a link and whose organisation has not answered. */
export async function remind(db: Database, task: RoundTask, now: Date): Promise<number> {
  const which = toRemind(task.edition, task.today)
  return send(db, task, { purpose: 'reminder', wave: 'first', which, occasion: occasionOf(task.today), now })
}

/** Asks services that offer supportive procedures only where they refer for the others. */
export async function followUp(db: Database, task: RoundTask, now: Date): Promise<number> {
  return send(db, task, { purpose: 'follow-up', wave: 'follow-up', which: toFollowUp(task.edition), now })
}

interface Sending {
  readonly purpose: Purpose
  readonly wave: Wave
  readonly which: RawBuilder<unknown>
  readonly occasion?: string
  readonly now: Date
}

async function send(
  db: Database,
  task: RoundTask,
  { purpose, wave, which, occasion, now }: Sending,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // Two rounds at once wait for each other; the second finds nobody left.
    await sql`select pg_advisory_xact_lock(hashtext(${`census round ${task.edition}`}))`.execute(tx)
    const { rows: contacts } = await sql<Recipient>`
      select c.id, c.organisation, c.email from census_contact c
      join census_member member on member.edition = ${task.edition} and member.organisation = c.organisation
      join census_edition e on e.id = member.edition and e.state = 'open'
      where ${works} and ${which}`.execute(tx)
    const links = await linksFor(tx, { ...task, wave, contacts })
    const mails = contacts.flatMap(({ id, organisation, email }) => {
      const link = links.get(id)
      const about = { edition: task.edition, organisation, ...(occasion ? { occasion } : {}) }
      return link ? [{ purpose, recipient: email, link, ...about }] : []
    })
    const queued = await queueMail(tx, mails, now)
    if (queued > 0) await bumpRevision(tx, task.edition)
    return queued
  })
}

/** A link of the wave for each contact: those they have, new ones for the others. */
async function linksFor(
  tx: Transaction,
  given: { edition: string; wave: Wave; expiresAt: Date; contacts: readonly Recipient[] },
): Promise<ReadonlyMap<string, string>> {
  await issueLinks(tx, given)
  const rows = await tx
    .selectFrom('census_link')
    .select(['id', 'contact'])
    .where('edition', '=', given.edition)
    .where('wave', '=', given.wave)
    .where('revoked_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, contact }) => [contact ?? '', id]))
}

const dayInMs = 86_400_000

/** A link works for half a year, and for a month after the deadline at least. */
export function linkExpiry(deadlineOn: string | null, now: Date): Date {
  const afterDeadline = deadlineOn === null ? 0 : Date.parse(deadlineOn) + 31 * dayInMs
  return new Date(Math.max(now.getTime() + 183 * dayInMs, afterDeadline))
}

/** Revokes an organisation's links of a wave and sends each working address a new one. Answers how many. */
export async function issueAgain(
  db: Database,
  task: RoundTask & { readonly organisation: string; readonly wave: Wave },
  now: Date,
): Promise<number> {
  const { edition, organisation, wave } = task
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`census round ${edition}`}))`.execute(tx)
    await tx
      .updateTable('census_link')
      .set({ revoked_at: now })
      .where('edition', '=', edition)
      .where('organisation', '=', organisation)
      .where('wave', '=', wave)
      .where('revoked_at', 'is', null)
      .execute()
    const { rows: contacts } = await sql<Recipient>`
      select c.id, c.organisation, c.email from census_contact c
      join census_member member on member.edition = ${edition} and member.organisation = c.organisation
      join census_edition e on e.id = member.edition and e.state = 'open'
      where c.organisation = ${organisation} and ${works}`.execute(tx)
    const made = await issueLinks(tx, { edition, wave, contacts, expiresAt: task.expiresAt })
    const emails = new Map(contacts.map(({ id, email }) => [id, email]))
    const purpose: Purpose = wave === 'first' ? 'invitation' : 'follow-up'
    const mails = made.flatMap(({ id, contact }) => {
      const recipient = emails.get(contact)
      return recipient ? [{ purpose, recipient, edition, organisation, link: id }] : []
    })
    const queued = await queueMail(tx, mails, now)
    await bumpRevision(tx, edition)
    return queued
  })
}
