/** Every case of a scope, a page at a time, the newest first: filtered by stage, procedure and urgency. */

import { sql } from 'kysely'
import type { Stage } from '#core/pathway/case-kind.ts'
import type { Database } from '../open.ts'

export interface CaseFilter {
  readonly organisations: readonly string[]
  /** Only those that these organisations treat, or that they referred; absent: both. */
  readonly side?: 'treating' | 'referring' | undefined
  readonly stage?: Stage | undefined
  /** True: closed ones as well. */
  readonly closed?: boolean | undefined
  readonly procedure?: string | undefined
  readonly urgency?: string | undefined
}

export interface ListedCase {
  readonly caseId: string
  readonly patient: string
  readonly givenName: string
  readonly familyName: string
  readonly birthOn: string
  readonly treating: string
  readonly referring: string | null
  readonly stage: Stage
  readonly procedure: string | null
  readonly urgency: string | null
  readonly openedAt: Date
}

export interface CaseKey {
  readonly openedAt: Date
  readonly caseId: string
}

export interface PageOfCases {
  readonly cases: readonly ListedCase[]
  readonly more: boolean
}

const listed = sql`c.id as "caseId", c.patient, p.given_name as "givenName", p.family_name as "familyName",
  p.birth_on::text as "birthOn", c.treating, c.referring, c.stage, c.procedure, c.urgency, c.opened_at as "openedAt"`

export async function pageOfCases(
  db: Database,
  filter: CaseFilter,
  { size, after }: { readonly size: number; readonly after?: CaseKey | null },
): Promise<PageOfCases> {
  if (filter.organisations.length === 0) return { cases: [], more: false }
  const beyond = after ? sql`and (c.opened_at, c.id) < (${after.openedAt}, ${after.caseId}::uuid)` : sql``
  const { rows } = await sql<ListedCase>`
    select ${listed} from care_case c join patient p on p.id = c.patient
    where ${matching(filter)} ${beyond}
    order by c.opened_at desc, c.id desc
    limit ${size + 1}`.execute(db)
  return { cases: rows.slice(0, size), more: rows.length > size }
}

export async function countCases(db: Database, filter: CaseFilter): Promise<number> {
  if (filter.organisations.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from care_case c where ${matching(filter)}`.execute(db)
  return rows[0]?.count ?? 0
}

function matching({ organisations, side, stage, closed, procedure, urgency }: CaseFilter) {
  const codes = sql`${[...organisations]}::text[]`
  const ours =
    side === 'treating'
      ? sql`c.treating = any(${codes})`
      : side === 'referring'
        ? sql`c.referring = any(${codes})`
        : sql`c.organisations && ${codes}`
  return sql.join(
    [
      ours,
      stage ? sql`and c.stage = ${stage}` : closed ? sql`` : sql`and c.stage <> 'closed'`,
      procedure ? sql`and c.procedure = ${procedure}` : sql``,
      urgency ? sql`and c.urgency = ${urgency}` : sql``,
    ],
    sql` `,
  )
}

/** A patient's cases that the scope shows, the newest first. */
export async function casesOfPatient(db: Database, patient: string): Promise<readonly ListedCase[]> {
  const { rows } = await sql<ListedCase>`
    select ${listed} from care_case c join patient p on p.id = c.patient
    where c.patient = ${patient}
    order by c.opened_at desc, c.id desc limit 100`.execute(db)
  return rows
}
