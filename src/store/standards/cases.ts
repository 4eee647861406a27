/** The cases behind a figure: one clause's findings, a page at a time, with whose they are and what they rest on. */

import { sql } from 'kysely'
import type { Verdict } from '#core/standards/finding.ts'
import type { Database } from '../open.ts'
import { lapsed } from './counts.ts'

export interface FindingsAsked {
  readonly organisation: string
  /** `rcr-2013/3.4`. */
  readonly clause: string
  readonly verdict: Exclude<Verdict, 'not-applicable'>
  /** Among those not met, only the late ones. */
  readonly lateOnly: boolean
  /** `2026-11`, both included. */
  readonly from: string
  readonly to: string
  /** Whether treatments that are still to come are among them. */
  readonly toCome: boolean
}

export interface RestsOn {
  readonly id: string
  readonly kind: string
  readonly occurredAt: Date
}

export interface FindingRow {
  readonly caseId: string
  readonly patient: string
  readonly givenName: string
  readonly familyName: string
  readonly birthOn: string
  readonly procedure: string | null
  readonly about: string
  readonly month: string | null
  readonly reason: string
  readonly lapsesAt: Date | null
  readonly late: boolean
  /** Entries of the case itself, in order; those of the service's record are left out. */
  readonly entries: readonly RestsOn[]
}

export const findingsOnPage = 50

/** A page of findings, the latest month first, and how many there are. Two queries. */
export async function findingsBehind(
  db: Database,
  asked: FindingsAsked,
  page: number,
  at: Date,
): Promise<{ readonly rows: readonly FindingRow[]; readonly total: number }> {
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from case_finding where ${matching(asked, at)}`.execute(db)
  const { rows } = await sql<FindingRow>`
    select f.case_id as "caseId", c.patient, p.given_name as "givenName", p.family_name as "familyName",
      p.birth_on::text as "birthOn", c.procedure, f.about, f.month, f.reason, f.lapses_at as "lapsesAt",
      f.late, coalesce(rests.entries, '[]') as entries
    from (
      select * from case_finding where ${matching(asked, at)}
      order by month desc nulls first, case_id, about, reason
      limit ${findingsOnPage} offset ${(page - 1) * findingsOnPage}
    ) f
      join care_case c on c.id = f.case_id
      join patient p on p.id = c.patient
      left join lateral (
        select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'occurredAt', e.occurred_at)
          order by e.position) as entries
        from record_entry e where e.id = any (f.entries) and e.subject = 'case:' || f.case_id
      ) rests on true
    order by f.month desc nulls first, f.case_id, f.about, f.reason`.execute(db)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

function matching(asked: FindingsAsked, at: Date) {
  const { organisation, clause, from, to, toCome } = asked
  const inPeriod = toCome
    ? sql`(month between ${from} and ${to} or month is null)`
    : sql`month between ${from} and ${to}`
  return sql`organisation = ${organisation} and clause = ${clause} and ${inPeriod} and ${ofVerdict(asked, at)}`
}

function ofVerdict({ verdict, lateOnly }: FindingsAsked, at: Date) {
  if (verdict === 'not-met') {
    return lateOnly ? sql`verdict = 'not-met' and late` : sql`(verdict = 'not-met' or ${lapsed(at)})`
  }
  if (verdict === 'not-yet-due')
    return sql`verdict = 'not-yet-due' and not coalesce(lapses_at < ${at}, false)`
  return sql`verdict = ${verdict}`
}
