/**
 * Work lists: what is due, counted and listed from `case_due`, which `freshen` brings up to date first.
 *
 * A page of a list is three queries, whatever the number of cases: the counts, the rows, the looks. Rows come
 * by keyset from the index (organisation, list, due_at, case_id, key), so that a late page costs what the
 * first does.
 */

import { sql } from 'kysely'
import type { WorkList } from '#core/pathway/due/due.ts'
import type { Database } from '../open.ts'

export interface ListCount {
  readonly list: WorkList
  readonly due: number
  readonly overdue: number
}

/** What never comes: the place of what has no hour, after all that has one. */
const never = sql.raw("'infinity'::timestamptz")

/** Answers that somebody of this organisation has read are no work any more. */
const unread = sql`not exists (
  select from referral_answer_read r
  where r.case_id = due.case_id and r.organisation = due.organisation and r.key = due.key)`

/** The same where the list is known: no other list has answers. */
const unreadOn = (list: WorkList) => (list === 'answered' ? unread : sql`true`)

/** How many of each list wait for these organisations, at a moment. Exact; lists with nothing are left out. */
export async function countLists(
  db: Database,
  organisations: readonly string[],
  at: Date,
): Promise<readonly ListCount[]> {
  if (organisations.length === 0) return []
  const { rows } = await sql<ListCount>`
    select list, count(*)::int as due, count(*) filter (where due_at < ${at})::int as overdue
    from case_due due
    where organisation = any(${[...organisations]}::text[]) and opens_at <= ${at} and list <> 'answered'
    group by list
    union all
    select list, count(*)::int, count(*) filter (where due_at < ${at})::int
    from case_due due
    where organisation = any(${[...organisations]}::text[]) and opens_at <= ${at} and list = 'answered' and ${unread}
    group by list`.execute(db)
  return rows
}

export interface ListFilter {
  readonly list: WorkList
  readonly organisations: readonly string[]
  readonly procedure?: string | undefined
  /** Who is to do it, as the record names them. */
  readonly mine?: string | undefined
  readonly overdue?: boolean | undefined
  /** Of data queries: those of one rule. */
  readonly rule?: string | undefined
}

export interface ListRow {
  readonly caseId: string
  readonly key: string
  readonly organisation: string
  readonly treating: string
  readonly patient: string
  readonly givenName: string
  readonly familyName: string
  readonly birthOn: string
  readonly procedure: string | null
  readonly urgency: string | null
  readonly dueAt: Date | null
  readonly detail: {
    readonly what: string
    readonly kind: string | null
    readonly about?: string
    readonly item?: string
    readonly rule?: string
    readonly correct?: true
    readonly by?: string
    readonly note?: string
  }
}

/** Where a page ends: the next begins after it. */
export interface ListKey {
  readonly dueAt: Date | null
  readonly caseId: string
  readonly key: string
}

export interface ListPage {
  readonly rows: readonly ListRow[]
  readonly more: boolean
}

export interface RuleCount {
  readonly rule: string
  readonly open: number
  readonly overdue: number
}

/** How many data queries of each rule are open for an organisation. */
export async function countQueries(
  db: Database,
  organisation: string,
  at: Date,
): Promise<readonly RuleCount[]> {
  const { rows } = await sql<RuleCount>`
    select detail ->> 'rule' as rule, count(*)::int as open, count(*) filter (where due_at < ${at})::int as overdue
    from case_due
    where organisation = ${organisation} and list = 'data-query' and opens_at <= ${at}
    group by 1`.execute(db)
  return rows
}

/** A page of a list: by when it is due, the overdue first for they were due before; what has no hour last. */
export async function listPage(
  db: Database,
  filter: ListFilter,
  at: Date,
  { size, after }: { readonly size: number; readonly after?: ListKey | null },
): Promise<ListPage> {
  if (filter.organisations.length === 0) return { rows: [], more: false }
  const beyond = after
    ? sql`and (coalesce(due.due_at, ${never}), due.case_id, due.key) >
        (coalesce(${after.dueAt}::timestamptz, ${never}), ${after.caseId}::uuid, ${after.key})`
    : sql``
  // Each organisation's part comes from the index in its order; a page takes its rows from their beginnings.
  const { rows } = await sql<ListRow>`
    select due.case_id as "caseId", due.key, due.organisation, c.treating, c.patient,
      p.given_name as "givenName", p.family_name as "familyName", p.birth_on::text as "birthOn",
      c.procedure, c.urgency, due.due_at as "dueAt", due.detail
    from unnest(${[...filter.organisations]}::text[]) as own (code)
      cross join lateral (
        select due.* from case_due due
        where due.organisation = own.code and due.list = ${filter.list} and due.opens_at <= ${at}
          and ${unreadOn(filter.list)} ${narrowed(filter, at)} ${beyond}
        order by coalesce(due.due_at, ${never}), due.case_id, due.key
        limit ${size + 1}
      ) as due
      join care_case c on c.id = due.case_id
      join patient p on p.id = c.patient
    order by coalesce(due.due_at, ${never}), due.case_id, due.key
    limit ${size + 1}`.execute(db)
  return { rows: rows.slice(0, size), more: rows.length > size }
}

/** What a filter leaves of a list. */
export async function countFiltered(db: Database, filter: ListFilter, at: Date): Promise<number> {
  if (filter.organisations.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from case_due due
    where due.organisation = any(${[...filter.organisations]}::text[])
      and due.list = ${filter.list} and due.opens_at <= ${at}
      and ${unreadOn(filter.list)} ${narrowed(filter, at)}`.execute(db)
  return rows[0]?.count ?? 0
}

function narrowed({ procedure, mine, overdue, rule }: ListFilter, at: Date) {
  return sql.join(
    [
      procedure
        ? sql`and exists (select from care_case c where c.id = due.case_id and c.procedure = ${procedure})`
        : sql``,
      mine ? sql`and due.detail ->> 'by' = ${mine}` : sql``,
      overdue ? sql`and due.due_at < ${at}` : sql``,
      rule ? sql`and due.detail ->> 'rule' = ${rule}` : sql``,
    ],
    sql` `,
  )
}
