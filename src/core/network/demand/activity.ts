/** What services counted themselves: their statements of activity, brought to a year and released by region. */

import { noneLone } from '../../registry/disclosure/lone.ts'
import { releaseAreas } from '../../registry/disclosure/release.ts'
import type { Shown } from '../../registry/figure/figure.ts'
import type { activityCount } from '../../service/kinds/registry.ts'
import type { BodyOf } from '../../service/state.ts'

export type ActivityCount = BodyOf<typeof activityCount>

export interface ServiceActivity {
  readonly organisation: string
  readonly region: string
  readonly nation: string
  /** In the order in which they were stated. */
  readonly counts: readonly ActivityCount[]
}

export interface OwnCounts {
  readonly byRegion: ReadonlyMap<string, { readonly sessions: Shown; readonly services: number }>
  readonly whole: { readonly sessions: number; readonly services: number }
}

/**
 * Sessions a year that services counted of a procedure, from statements whose period touches the year; a period of
 * another length is brought to 365 days. Of several statements of one service the last stated counts. Sums by region
 * go through the gate: small ones are withheld.
 */
export function ownCounts(
  services: readonly ServiceActivity[],
  procedure: string,
  year: number,
  regions: readonly { readonly region: string; readonly nation: string }[],
): OwnCounts {
  const sums = new Map(
    regions.map(({ region, nation }) => [region, { region, nation, sessions: 0, services: 0 }]),
  )
  let whole = { sessions: 0, services: 0 }
  for (const { region, counts } of services) {
    const last = counts.findLast((count) => touches(count, year) && counted(count, procedure) !== null)
    const sum = sums.get(region)
    if (!last || !sum) continue
    const sessions = Math.round(((counted(last, procedure) ?? 0) * 365) / daysOf(last))
    sum.sessions += sessions
    sum.services += 1
    whole = { sessions: whole.sessions + sessions, services: whole.services + 1 }
  }
  const { regions: shown } = releaseAreas(
    [...sums.values()].map(({ region, nation, sessions }) => ({ area: region, nation, value: sessions })),
    // A service says this of itself, and how many it treats is published by provider (HES).
    noneLone,
  )
  return {
    byRegion: new Map(
      [...sums.values()].map(({ region, services: number }) => [
        region,
        { sessions: shown.get(region) ?? 0, services: number },
      ]),
    ),
    whole,
  }
}

const touches = ({ from, to }: ActivityCount, year: number): boolean =>
  from <= `${year}-12-31` && to >= `${year}-01-01` && from <= to

function counted({ counts }: ActivityCount, procedure: string): number | null {
  const of = counts.filter((each) => each.procedure === procedure)
  return of.length === 0 ? null : of.reduce((sum, { count }) => sum + count, 0)
}

const daysOf = ({ from, to }: ActivityCount): number =>
  Math.max(1, (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1)
