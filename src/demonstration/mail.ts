/** The mail of the fictional census that is under way: what was sent since it opened, each with its link. */

import { sql } from 'kysely'
import type { Wave } from '#core/census/questionnaire.ts'
import type { Transaction } from '#store/open.ts'

interface Answered {
  readonly contact: string
  readonly wave: Wave
  readonly at: Date
}

/**
 * Writes one line for each invitation, reminder, follow-up and receipt, as sent on its day, and one for each
 * address that sent its invitation back. The letters themselves are written when somebody opens them.
 * `answered`: what came in on the web, by the contact whose link it came through.
 */
export async function saveMail(
  tx: Transaction,
  edition: string,
  openedAt: Date,
  answered: readonly Answered[],
): Promise<void> {
  const columns = sql`mail_message
    (id, purpose, recipient, edition, organisation, link, occasion, state, attempts, error, queued_at, tried_at, sent_at)`
  const sentAt = (time: ReturnType<typeof sql>) => sql`'sent', 1, null, ${time}, ${time}, ${time}`
  const linked = sql`census_link l join census_contact c on c.id = l.contact where l.edition = ${edition}`

  await sql`insert into ${columns}
    select gen_random_uuid(), case l.wave when 'first' then 'invitation' else 'follow-up' end, c.email,
      l.edition, l.organisation, l.id, '', ${sentAt(sql`l.created_at`)}
    from ${linked}`.execute(tx)

  const aWeekLater = sql`date_trunc('day', l.created_at) + interval '7 days 8 hours 30 minutes'`
  await sql`insert into ${columns}
    select gen_random_uuid(), 'reminder', c.email, l.edition, l.organisation, l.id, 'after-a-week', ${sentAt(aWeekLater)}
    from ${linked} and l.wave = 'first' and not exists (
      select from census_response r
      where r.edition = l.edition and r.organisation = l.organisation and r.first_sent_at <= ${aWeekLater})`.execute(
    tx,
  )

  await sql`insert into ${columns}
    select gen_random_uuid(), 'receipt', c.email, l.edition, l.organisation, l.id, '', ${sentAt(sql`came.at`)}
    from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as came (contact uuid, wave text, at timestamptz)
    join census_link l on l.edition = ${edition} and l.contact = came.contact and l.wave = came.wave
    join census_contact c on c.id = l.contact`.execute(tx)

  await sql`insert into ${columns}
    select gen_random_uuid(), 'invitation', c.email, member.edition, c.organisation, null, '', 'refused', 1,
      c.bounce_reason, ${openedAt}, ${openedAt}, null
    from census_contact c
    join census_member member on member.organisation = c.organisation and member.edition = ${edition}
    where c.bounced_at is not null`.execute(tx)
}
