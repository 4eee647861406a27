/** The findings of a service, counted by clause and month: one query, whatever the number of cases. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

/** How many findings of one clause, in one month. What lapsed by the moment that was asked counts as not met. */
export interface ClauseMonth {
  readonly clause: string
  /** `2026-11`; null: of treatments that are still to come. */
  readonly month: string | null
  readonly met: number
  readonly notMet: number
  /** Of those not met, how many were done, or are still owed, after their time. */
  readonly late: number
  readonly exempt: number
  readonly notYetDue: number
}

/** Whose findings by which standard, from which month on. */
export interface CountsAsked {
  readonly organisation: string
  readonly standard: string
  /** One clause alone, by its number. */
  readonly clause?: string
  readonly fromMonth: string
}

/** What lapsed since it was folded; `freshen` leaves none but for the moment between. */
export const lapsed = (at: Date) => sql`verdict = 'not-yet-due' and lapses_at < ${at}`

/**
 * Counts the findings of a service's cases. Call `freshen` first, within a scope that holds the
 * organisation.
 */
export async function clauseMonths(
  db: Database,
  { organisation, standard, clause, fromMonth }: CountsAsked,
  at: Date,
): Promise<readonly ClauseMonth[]> {
  const named =
    clause === undefined
      ? sql`starts_with(clause, ${`${standard}/`})`
      : sql`clause = ${`${standard}/${clause}`}`
  // Counted by hash in one pass; months compare by their bytes, which costs a tenth of a language's order.
  const { rows } = await sql<ClauseMonth>`
    select substr(clause, ${standard.length + 2}::int) as clause, month,
      coalesce(sum(count) filter (where verdict = 'met'), 0)::int as met,
      coalesce(sum(count) filter (where verdict = 'not-met' or lapsed), 0)::int as "notMet",
      coalesce(sum(count) filter (where verdict = 'not-met' and late), 0)::int as late,
      coalesce(sum(count) filter (where verdict = 'exempt'), 0)::int as exempt,
      coalesce(sum(count) filter (where verdict = 'not-yet-due' and not lapsed), 0)::int as "notYetDue"
    from (
      select clause, month, verdict, late, coalesce(${lapsed(at)}, false) as lapsed, count(*) as count
      from case_finding
      where organisation = ${organisation} and ${named}
        and (month collate "C" >= ${fromMonth} or month is null)
      group by 1, 2, 3, 4, 5
    ) as counted
    group by clause, month`.execute(db)
  return rows
}
