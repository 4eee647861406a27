/** The facts of every organisation that an edition asks, in one query: what the room's bar, tables and lists are made of. */

import { sql } from 'kysely'
import type { MemberFacts } from '#core/census/standing.ts'
import type { Database, Transaction } from '../../open.ts'

/** Ordered by name. Without a code: of all; with one: of that organisation alone. */
export async function membersOf(
  db: Database | Transaction,
  edition: string,
  code?: string,
): Promise<readonly MemberFacts[]> {
  const only = (column: string) => (code === undefined ? sql`` : sql`and ${sql.ref(column)} = ${code}`)
  const { rows } = await sql<MemberFacts>`
    select m.organisation as code, o.name, o.nation, o.region,
      r.channel, r.first_sent_at as "firstSentAt", r.reference, r.provision, coalesce(r.problems, 0) as problems,
      coalesce(r.follow_up_entry is not null or r.answers ? 'diseaseModifyingPathway', false) as "followUpAnswered",
      r.organisation is null and d.organisation is not null as started,
      l.invited_at as "invitedAt", l.follow_up_at as "followUpInvitedAt",
      coalesce(c.addresses, 0) as addresses, coalesce(c.bounced, 0) as bounced,
      coalesce(a.attempts, 0) as attempts, a.attempted_at as "lastAttemptAt", a.outcome as "lastOutcome", a.next_at as "nextAttemptAt",
      coalesce(n.messages, 0) as messages
    from census_member m
    join organisation o on o.code = m.organisation
    left join census_response r on r.edition = m.edition and r.organisation = m.organisation
    left join census_draft d
      on d.edition = m.edition and d.organisation = m.organisation and d.wave = 'first' and d.answers <> '{}'
    left join (
      select organisation,
        min(created_at) filter (where wave = 'first') as invited_at,
        min(created_at) filter (where wave = 'follow-up') as follow_up_at
      from census_link where edition = ${edition} ${only('organisation')} group by organisation
    ) l on l.organisation = m.organisation
    left join (
      select organisation,
        count(*) filter (where email is not null and bounced_at is null)::int as addresses,
        count(*) filter (where bounced_at is not null)::int as bounced
      from census_contact where retired_at is null ${only('organisation')} group by organisation
    ) c on c.organisation = m.organisation
    left join (
      select distinct on (organisation) organisation, attempted_at, next_at, outcome,
        (count(*) over (partition by organisation))::int as attempts
      from census_attempt where edition = ${edition} ${only('organisation')}
      order by organisation, attempted_at desc
    ) a on a.organisation = m.organisation
    left join (
      select organisation, count(*)::int as messages
      from census_note where edition = ${edition} and kind = 'message' and settled_at is null ${only('organisation')}
      group by organisation
    ) n on n.organisation = m.organisation
    where m.edition = ${edition} ${only('m.organisation')}
    order by o.name
  `.execute(db)
  return rows
}
