/** Reminders that go out by themselves: a week after the invitation, and before the deadline. */

import { sql } from 'kysely'
import { type NewMessage, queueMail } from '../mail/message.ts'
import type { Database } from '../open.ts'

/** Days without an answer after which a contact is reminded. */
const reminderAfterDays = 7
/** Days before the deadline at which those that have not answered are reminded. */
const reminderBeforeDays = 3

interface Due {
  readonly edition: string
  readonly organisation: string
  readonly link: string
  readonly recipient: string
  readonly occasion: string
}

/**
 * Queues the reminders that are due, in every open edition: not to organisations that have answered, nor
 * to addresses that refuse mail, and each occasion once. Who was written to on the day before waits.
 * Answers how many. `today`: `2026-11-22`.
 */
export async function queueReminders(db: Database, today: string, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('census reminders'))`.execute(tx)
    const { rows } = await sql<Due>`
      select l.edition, l.organisation, l.id as link, c.email as recipient, due.occasion
      from census_edition e
      join census_link l on l.edition = e.id and l.wave = 'first' and l.revoked_at is null and l.expires_at > ${now}
      join census_contact c on c.id = l.contact and c.retired_at is null and c.bounced_at is null and c.email is not null
      join lateral (
        select min(sent_at) as invited_at, max(sent_at) as last_at from mail_message
        where link = l.id and state = 'sent' and purpose in ('invitation', 'reminder')
      ) mail on mail.invited_at is not null
      cross join lateral (
        select case
          when e.deadline_on is not null and ${today}::date between e.deadline_on - ${reminderBeforeDays}::int and e.deadline_on
            then 'before-deadline'
          when mail.invited_at <= ${now}::timestamptz - make_interval(days => ${reminderAfterDays}::int)
            and (e.deadline_on is null or ${today}::date <= e.deadline_on)
            then 'after-a-week'
        end as occasion
      ) due
      where e.state = 'open' and due.occasion is not null
        and mail.last_at < ${now}::timestamptz - interval '36 hours'
        and not exists (
          select from census_response r where r.edition = l.edition and r.organisation = l.organisation)
        and not exists (
          select from mail_message m where m.link = l.id and m.purpose = 'reminder' and m.occasion = due.occasion)`.execute(
      tx,
    )
    const messages: NewMessage[] = rows.map((due) => ({ purpose: 'reminder', ...due }))
    return queueMail(tx, messages, now)
  })
}
