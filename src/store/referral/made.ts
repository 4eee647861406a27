/** Referrals that organisations made, with the last answer to each and whether somebody there has read it. */

import { sql } from 'kysely'
import type { Stage } from '#core/pathway/case-kind.ts'
import type { Database, Transaction } from '../open.ts'

export interface MadeReferral {
  readonly caseId: string
  readonly patient: string
  readonly givenName: string
  readonly familyName: string
  readonly treating: string
  readonly procedure: string | null
  readonly stage: Stage
  readonly openedAt: Date
  /** `acknowledged`, `advice`, `accepted` or `refused`; null while there is none. */
  readonly answer: string | null
  readonly unread: boolean
}

export interface MadeFilter {
  readonly organisations: readonly string[]
  /** Only those that this author signed. */
  readonly author: string | null
  readonly after: { readonly openedAt: Date; readonly caseId: string } | null
  readonly size: number
}

/** A page, the newest first; within one's own service there is nobody to wait for, so those are left out. */
export async function referralsMade(
  db: Database,
  { organisations, author, after, size }: MadeFilter,
): Promise<{ readonly rows: readonly MadeReferral[]; readonly more: boolean }> {
  if (organisations.length === 0) return { rows: [], more: false }
  const { rows } = await sql<MadeReferral>`
    with page as (
      select c.* from care_case c
      where c.referring = any(${[...organisations]}::text[]) and c.treating <> c.referring
        ${author ? sql`and exists (select from record_entry e where e.subject = 'case:' || c.id and e.kind = 'referral' and e.author = ${author})` : sql``}
        ${after ? sql`and (c.opened_at, c.id) < (${after.openedAt}, ${after.caseId}::uuid)` : sql``}
      order by c.opened_at desc, c.id desc limit ${size + 1}
    )
    select c.id as "caseId", c.patient, p.given_name as "givenName", p.family_name as "familyName", c.treating,
      c.procedure, c.stage, c.opened_at as "openedAt", last.answer,
      exists (select from case_due d where d.case_id = c.id and d.list = 'answered' and d.organisation = c.referring
        and not exists (select from referral_answer_read r
          where r.case_id = d.case_id and r.key = d.key and r.organisation = d.organisation)) as unread
    from page c join patient p on p.id = c.patient
    left join lateral (
      select b.body ->> 'answer' as answer from record_entry e join record_body b on b.entry = e.id
      where e.subject = 'case:' || c.id and e.kind = 'referral-answer' and b.body is not null
      order by e.position desc limit 1
    ) as last on true
    order by c.opened_at desc, c.id desc`.execute(db)
  return { rows: rows.slice(0, size), more: rows.length > size }
}

/** Marks every answer of a case as read by somebody of an organisation. */
export async function markRead(
  db: Database | Transaction,
  caseId: string,
  keys: readonly string[],
  by: { readonly person: string; readonly organisation: string },
): Promise<void> {
  if (keys.length === 0) return
  await sql`
    insert into referral_answer_read (case_id, key, organisation, person)
    select ${caseId}, key, ${by.organisation}, ${by.person} from unnest(${[...keys]}::text[]) as key
    on conflict do nothing`.execute(db)
}
