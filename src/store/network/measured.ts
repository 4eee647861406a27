/** Travel times that were measured or given: kept a service at a time, so that measuring can go on where it was cut off. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Point } from '#core/network/network.ts'
import type { Database, Transaction } from '../open.ts'

export type KeptBasis = 'osrm' | 'valhalla' | 'file'

/** A service from which ways lead outward. */
export interface Origin extends Point {
  readonly code: string
}

/** Of one service: minutes to each area. NaN: not asked or not given; Infinity: no way by road. */
export interface KeptRow {
  readonly basis: KeptBasis
  readonly code: string
  readonly minutes: Float32Array
}

/** Says which areas a row's minutes are of, where they are, and in which order. */
export function areasDigest(areas: readonly (Point & { readonly code: string })[]): string {
  const hash = createHash('sha256')
  for (const { code, latitude, longitude } of areas) hash.update(`${code},${latitude},${longitude}\n`)
  return hash.digest('hex').slice(0, 32)
}

/** What is kept at all, in a word that changes whenever it does. */
export async function measuredRevision(db: Database): Promise<string> {
  const { rows } = await sql<{ basis: string; count: string; last: Date }>`
    select basis, count(*) as count, max(measured_at) as last from travel_time group by basis order by basis`.execute(
    db,
  )
  return rows.map(({ basis, count, last }) => `${basis}:${count}@${last.toISOString()}`).join(' ')
}

/** The services whose rows of this basis still hold: same areas, and the service has not moved. */
export async function measuredCodes(
  db: Database,
  basis: KeptBasis,
  sites: readonly Origin[],
  areas: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ organisation: string } & Point>`
    select organisation, latitude, longitude from travel_time where basis = ${basis} and areas = ${areas}`.execute(
    db,
  )
  const at = new Map(sites.map((site) => [site.code, site]))
  return new Set(
    rows.flatMap(({ organisation, latitude, longitude }) => {
      const site = at.get(organisation)
      return site && site.latitude === latitude && site.longitude === longitude ? [organisation] : []
    }),
  )
}

/** The rows that still hold, of some services. */
export async function measuredRows(
  db: Database,
  sites: readonly Origin[],
  areas: string,
): Promise<readonly KeptRow[]> {
  const wanted = JSON.stringify(sites.map(({ code, latitude, longitude }) => ({ code, latitude, longitude })))
  const { rows } = await sql<{ basis: KeptBasis; code: string; minutes: Buffer }>`
    select t.basis, t.organisation as code, t.minutes
      from jsonb_to_recordset(${wanted}::jsonb) as s (code text, latitude float8, longitude float8)
      join travel_time t on t.organisation = s.code and t.areas = ${areas}
       and (t.basis = 'file' or (t.latitude = s.latitude and t.longitude = s.longitude))`.execute(db)
  return rows.map(({ basis, code, minutes }) => ({ basis, code, minutes: minutesOf(minutes) }))
}

/** Keeps the minutes from one service, in place of what was kept of it before. */
export async function keepMinutes(
  db: Database | Transaction,
  basis: KeptBasis,
  { code, latitude, longitude }: Origin,
  areas: string,
  minutes: Float32Array,
): Promise<void> {
  await sql`
    insert into travel_time (basis, organisation, latitude, longitude, areas, minutes)
    values (${basis}, ${code}, ${latitude}, ${longitude}, ${areas}, ${bytesOf(minutes)})
    on conflict (basis, organisation) do update set latitude = excluded.latitude, longitude = excluded.longitude,
      areas = excluded.areas, minutes = excluded.minutes, measured_at = clock_timestamp()`.execute(db)
}

function bytesOf(minutes: Float32Array): Buffer {
  return Buffer.from(minutes.buffer, minutes.byteOffset, minutes.byteLength)
}

/** A copy: the bytes of a row need not lie where numbers may. */
function minutesOf(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer)
}
