/** What the posting of a patient's link needs to know, and forgets when it is done. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'
import { withinScope } from '../scope.ts'
import { newFeedbackToken } from './link.ts'

export interface LinkToPost {
  readonly recipient: string
  readonly token: string
  readonly organisation: string
  readonly fictional: boolean
  readonly expiresAt: Date
}

/** Where a link goes, with a token of its own; null where it opens nothing any more. Under the whole scope: nobody asks. */
export function feedbackToPost(db: Database, link: string, now: Date): Promise<LinkToPost | null> {
  return withinScope(db, 'whole', async (whole) => {
    const { rows } = await sql<Omit<LinkToPost, 'token'>>`
      select l.mail_to as recipient, o.name as organisation, o.fictional, l.expires_at as "expiresAt"
      from feedback_link l join organisation o on o.code = l.organisation
      where l.id::text = ${link} and l.mail_to is not null and not exists (select from care_case c
          join patient p on p.id = c.patient where c.id = l.case_id and p.died_on is not null)
        and l.revoked_at is null and l.ended_at is null
        and l.expires_at > ${now}`.execute(whole)
    const [found] = rows
    return found ? { ...found, token: await newFeedbackToken(whole, link) } : null
  })
}

/** The address is not kept longer than it takes to post. */
export function forgetAddress(db: Database, link: string): Promise<void> {
  return withinScope(db, 'whole', async (whole) => {
    await sql`update feedback_link set mail_to = null where id::text = ${link}`.execute(whole)
  })
}
