/** Reminders of what services have to review or renew: queued each morning, each once. */

import { sql } from 'kysely'
import type { Role } from '#core/access/role.ts'
import { serviceSubject } from '#core/census/kinds.ts'
import { type Course, courseOf } from '#core/pathway/course.ts'
import { ending } from '#core/service/kinds/said-of.ts'
import { pathwayReview, serviceKinds } from '#core/service/kinds.ts'
import { remindersOf } from '#core/service/reminders.ts'
import { type NewMessage, queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'

/** Those who write what a service says of itself. */
const leading: readonly Role[] = ['io-lead', 'department-manager']

/** The kinds that run out, and what is said of them. */
const kinds = [...serviceKinds.filter(({ runs }) => runs), pathwayReview, ending].map(({ name }) => name)

/**
 * Queues a letter to the leads of each service of which something has come due that it was not reminded of. The
 * letter lists all that is due when it is posted. A service whose organisation closed, or that nobody leads here, is
 * left alone: it is reminded when somebody does. Answers how many letters are new. Three queries and the mail's.
 */
export function queueReviewReminders(db: Database, day: string, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const leads = await leadsOf(tx, day)
    const courses = await coursesOf(tx, [...leads.keys()])
    const due = [...courses].flatMap(([organisation, course]) =>
      remindersOf(course, day).map((reminder) => ({ organisation, ...reminder })),
    )
    if (due.length === 0) return 0
    const { rows } = await sql<{ organisation: string }>`
      insert into review_reminder (entry, due, stage, organisation, queued_at)
      select entry, due, stage, organisation, ${now}
        from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as given (entry uuid, due date, stage text, organisation text)
      on conflict do nothing
      returning organisation`.execute(tx)
    const told = new Set(rows.map(({ organisation }) => organisation))
    const messages = [...told].flatMap((organisation) =>
      (leads.get(organisation) ?? []).map(
        (recipient): NewMessage => ({ purpose: 'review-due', recipient, organisation }),
      ),
    )
    return queueMail(tx, messages, now)
  })
}

/** The addresses of those who lead a service, by organisation, of those that exist on a day. */
async function leadsOf(tx: Transaction, day: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ organisation: string; emails: string[] }>`
    select m.organisation, array_agg(distinct lower(p.email)) as emails
      from membership m join person p on p.id = m.person join organisation o on o.code = m.organisation
     where m.role = any(${[...leading]}::text[]) and (o.closed_on is null or o.closed_on > ${day}::date)
     group by m.organisation`.execute(tx)
  return new Map(rows.map(({ organisation, emails }) => [organisation, emails]))
}

async function coursesOf(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Course>> {
  const { rows } = await sql<KeptRow>`
    ${keptRows} where e.subject = any(${codes.map(serviceSubject)}::text[]) and e.kind = any(${kinds}::text[])
    order by e.subject, e.position`.execute(tx)
  const prefix = serviceSubject('').length
  return new Map(
    [...Map.groupBy(rows.map(entryOf), ({ subject }) => subject)].map(([subject, entries]) => [
      subject.slice(prefix),
      courseOf(subject, entries),
    ]),
  )
}

/** Tells the leads of the recipient that a referral pathway to it was stated, or stated anew. */
export async function tellRecipient(
  tx: Transaction,
  { to, entry, at }: { readonly to: string; readonly entry: string; readonly at: Date },
): Promise<void> {
  const leads = await leadsOf(tx, at.toISOString().slice(0, 10))
  const messages = (leads.get(to) ?? []).map(
    (recipient): NewMessage => ({
      purpose: 'pathway-asked',
      recipient,
      organisation: to,
      occasion: entry,
    }),
  )
  await queueMail(tx, messages, at)
}
