/** Counts attempts at something that must not be tried often, for all processes together. */

import { sql } from 'kysely'
import type { Database } from '../open.ts'

export interface Limit {
  /** How many attempts one window allows. */
  readonly most: number
  readonly windowSeconds: number
}

export interface Attempt {
  readonly isAllowed: boolean
  /** Until the window ends, when it is not allowed. */
  readonly waitSeconds: number
}

/**
 * Counts one attempt with this key (32 bytes) and answers whether it is within the limit. One statement:
 * attempts at the same moment cannot all pass. The window starts at its first attempt.
 */
export async function takeAttempt(db: Database, key: Buffer, limit: Limit, now: Date): Promise<Attempt> {
  const over = sql<boolean>`sign_in_attempt.since <= ${new Date(now.getTime() - limit.windowSeconds * 1000)}`
  const row = await db
    .insertInto('sign_in_attempt')
    .values({ key, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when ${over} then 1 else sign_in_attempt.count + 1 end`,
        since: sql<Date>`case when ${over} then excluded.since else sign_in_attempt.since end`,
      }),
    )
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow()
  const endsAt = row.since.getTime() + limit.windowSeconds * 1000
  return {
    isAllowed: row.count <= limit.most,
    waitSeconds: Math.max(1, Math.ceil((endsAt - now.getTime()) / 1000)),
  }
}

/** Forgets the attempts made with this key, and with them any that are a day old. */
export async function clearAttempts(db: Database, key: Buffer, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60 * 1000)
  await db
    .deleteFrom('sign_in_attempt')
    .where(({ or, eb }) => or([eb('key', '=', key), eb('since', '<', dayAgo)]))
    .execute()
}
