/** How far `npm run travel` is: a row a run, the latest of which the page shows. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

export interface TravelRun {
  readonly engine: 'osrm' | 'valhalla'
  readonly sites: number
  readonly done: number
  /** `silent`: it said that it runs and has given no sign of life for a while: it was cut off. */
  readonly state: 'running' | 'done' | 'broken' | 'silent'
  /** What was in the way, in plain words. */
  readonly told: string | null
  readonly startedAt: Date
  readonly seenAt: Date
}

/** One service takes a minute at most with a sound engine; this is with every pause waited for. */
const SILENT_AFTER_MINUTES = 10

/** Begins a run; its id. */
export async function startRun(
  db: Database,
  { engine, sites, done }: Pick<TravelRun, 'engine' | 'sites' | 'done'>,
): Promise<string> {
  const { id } = await db
    .insertInto('travel_run')
    .values({ engine, sites, done })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function noteRun(db: Database, id: string, done: number): Promise<void> {
  await sql`update travel_run set done = ${done}, seen_at = clock_timestamp() where id = ${id}`.execute(db)
}

/** @param told what was in the way; null: nothing, all is measured */
export async function endRun(db: Database, id: string, told: string | null): Promise<void> {
  await sql`update travel_run set state = ${told === null ? 'done' : 'broken'}, told = ${told},
    seen_at = clock_timestamp(), ended_at = clock_timestamp() where id = ${id}`.execute(db)
}

/** The latest run; null: there was none. */
export async function latestRun(db: Database, now: Date): Promise<TravelRun | null> {
  const { rows } = await sql<TravelRun>`
    select engine, sites, done, told, started_at as "startedAt", seen_at as "seenAt",
      case when state = 'running' and seen_at < ${now}::timestamptz - make_interval(mins => ${SILENT_AFTER_MINUTES})
        then 'silent' else state end as state
      from travel_run order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}
