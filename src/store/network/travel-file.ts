/** The file of travel times in use: all of it or none; a new one takes the place of the one before. */

import { sql } from 'kysely'
import type { GivenTimes } from '#core/network/travel/given.ts'
import type { Database } from '../open.ts'
import { areas } from './areas.ts'
import { areasDigest, keepMinutes, type Origin } from './measured.ts'

export interface TravelFile {
  readonly name: string
  readonly pairs: number
  readonly sites: number
  readonly uploadedName: string
  readonly uploadedAt: Date
}

/** The file in use; null: none. */
export async function travelFile(db: Database): Promise<TravelFile | null> {
  const { rows } = await sql<TravelFile>`
    select name, pairs, sites, uploaded_name as "uploadedName", uploaded_at as "uploadedAt"
      from travel_file where removed_at is null`.execute(db)
  return rows[0] ?? null
}

interface Given {
  readonly name: string
  readonly times: GivenTimes
  readonly pairs: number
  readonly sites: readonly Origin[]
  readonly by: { readonly id: string; readonly name: string }
}

/** Puts a file's times in use, in place of those of the file before. */
export async function putTravelFile(db: Database, { name, times, pairs, sites, by }: Given): Promise<void> {
  const digest = areasDigest(areas())
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('travel_file'))`.execute(tx)
    await sql`delete from travel_time where basis = 'file'`.execute(tx)
    await sql`update travel_file set removed_at = clock_timestamp(), removed_name = ${by.name}
      where removed_at is null`.execute(tx)
    for (const site of sites) {
      const own = times.get(site.code)
      if (!own) continue
      const minutes = new Float32Array(areas().length).fill(Number.NaN)
      for (const [area, way] of own) minutes[area] = way
      await keepMinutes(tx, 'file', site, digest, minutes)
    }
    await tx
      .insertInto('travel_file')
      .values({ name, pairs, sites: times.size, uploaded_by: by.id, uploaded_name: by.name })
      .execute()
  })
}

/** Takes a file's times out of use; false where there was none. */
export async function removeTravelFile(db: Database, by: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('travel_file'))`.execute(tx)
    await sql`delete from travel_time where basis = 'file'`.execute(tx)
    const { numAffectedRows } =
      await sql`update travel_file set removed_at = clock_timestamp(), removed_name = ${by}
      where removed_at is null`.execute(tx)
    return (numAffectedRows ?? 0n) > 0n
  })
}
