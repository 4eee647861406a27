/** When interventional radiology is covered at several services, by what each recorded of itself last. */

import { sql } from 'kysely'
import { serviceSubject } from '#core/census/kinds.ts'
import { courseOf } from '#core/pathway/course.ts'
import { ending } from '#core/service/kinds/said-of.ts'
import { cover } from '#core/service/kinds/the-service.ts'
import { type BodyOf, inForce } from '#core/service/state.ts'
import type { Database } from '../open.ts'
import { entryOf, type KeptRow, keptRows } from '../record/rows.ts'

export type Cover = BodyOf<typeof cover>['hours']

const kinds = [cover, ending].map(({ name }) => name)

/** By code; services that recorded none are not in it. One query. */
export async function coversOf(
  db: Database,
  codes: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, Cover>> {
  const byService = new Map(codes.map((code) => [serviceSubject(code), code]))
  const { rows } = await sql<KeptRow>`
    ${keptRows}
    where e.subject = any(${[...byService.keys()]}::text[]) and e.kind = any(${kinds}::text[])
    order by e.subject, e.position`.execute(db)
  const bySubject = Map.groupBy(rows.map(entryOf), ({ subject }) => subject)
  return new Map(
    [...bySubject].flatMap(([subject, entries]): [string, Cover][] => {
      const held = inForce(courseOf(subject, entries), cover, day).at(-1)
      const code = byService.get(subject)
      return held && code ? [[code, held.body.hours]] : []
    }),
  )
}
