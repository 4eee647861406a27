/** What services counted themselves: the statements of activity that stand, of several services, in one query. */

import { sql } from 'kysely'
import { serviceSubject } from '#core/census/kinds.ts'
import type { ActivityCount } from '#core/network/demand/activity.ts'
import { courseOf } from '#core/pathway/course.ts'
import { activityCount } from '#core/service/kinds/registry.ts'
import type { Database } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'

/** By organisation, in the order of their days; corrected ones as they stand now, erased ones left out. */
export async function activityCounts(
  db: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly ActivityCount[]>> {
  const subjects = codes.map(serviceSubject)
  const { rows } = await sql<KeptRow>`
    ${keptRows} where e.subject = any(${subjects}::text[]) and e.kind = ${activityCount.name}
     order by e.subject, e.position`.execute(db)
  const bySubject = Map.groupBy(rows.map(entryOf), ({ subject }) => subject)
  return new Map(
    codes.flatMap((code) => {
      const subject = serviceSubject(code)
      const entries = bySubject.get(subject)
      return entries
        ? [
            [
              code,
              courseOf(subject, entries)
                .of(activityCount)
                .map(({ body }) => body),
            ] as const,
          ]
        : []
    }),
  )
}
