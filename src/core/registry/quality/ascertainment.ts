/** Ascertainment: how many of the sessions that another count knows are in the registry. */

import type { Course } from '../../pathway/course.ts'
import { activityCount } from '../../service/kinds/registry.ts'

export interface Session {
  readonly procedure: string
  /** As 2026-11-22. */
  readonly on: string
}

export interface AscertainmentRow {
  readonly procedure: string
  readonly source: string
  readonly from: string
  readonly to: string
  /** By the other count. */
  readonly counted: number
  readonly registered: number
  /** registered / counted; null where nothing was counted. Above 1 the other count missed some, or names them otherwise. */
  readonly share: number | null
}

/** One row a procedure of each count that stands, the latest period first. */
export function ascertainmentOf(service: Course, sessions: readonly Session[]): readonly AscertainmentRow[] {
  return service
    .of(activityCount)
    .toSorted((one, other) => (one.body.from < other.body.from ? 1 : -1))
    .flatMap(({ body: { source, from, to, counts } }) =>
      counts.map(({ procedure, count }) => {
        const registered = sessions.filter(
          (each) => each.procedure === procedure && each.on >= from && each.on <= to,
        ).length
        return {
          procedure,
          source,
          from,
          to,
          counted: count,
          registered,
          share: count === 0 ? null : registered / count,
        }
      }),
    )
}
