/** Referrals of the last year between services, counted: no patient leaves here. */

import { sql } from 'kysely'
import { daysAfter } from '#core/calendar/uk-day.ts'
import { type PathwayUse, type ReferralFlow, USE_DAYS } from '#core/network/use.ts'
import type { Store } from '../open.ts'
import { withinScope } from '../scope.ts'

/** A year of referrals changes little in ten minutes, and everybody may ask. */
const keptForMs = 600_000
const kept = new WeakMap<
  object,
  { readonly day: string; readonly at: number; readonly use: Promise<PathwayUse> }
>()

/**
 * The referrals of the year that ends on a day, first and onward ones alike: every case that one service
 * opened at another. Those within one service are no referral between services. One query.
 */
export function pathwayUse(store: Store, day: string, now: Date): Promise<PathwayUse> {
  const known = kept.get(store.pool)
  if (known && known.day === day && now.getTime() - known.at < keptForMs) return known.use
  const use = read(store, day)
  kept.set(store.pool, { day, at: now.getTime(), use })
  use.catch(() => kept.delete(store.pool))
  return use
}

async function read(store: Store, until: string): Promise<PathwayUse> {
  const since = daysAfter(until, -USE_DAYS)
  const { rows } = await withinScope(store.db, 'whole', (whole) =>
    sql<ReferralFlow>`
      select referring as "from", treating as "to", procedure,
             (opened_at at time zone 'Europe/London')::date::text as "on", count(*)::int as referrals
        from care_case
       where referring is not null and referring <> treating
         and opened_at >= (${since}::date)::timestamp at time zone 'Europe/London'
         and opened_at < (${until}::date + 1)::timestamp at time zone 'Europe/London'
       group by 1, 2, 3, 4`.execute(whole),
  )
  return { since, until, flows: rows }
}
