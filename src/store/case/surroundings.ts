/** What cases are judged against: the records and the MDT meetings of the services that treat. */

import { serviceSubject } from '#core/census/kinds.ts'
import { courseOf } from '#core/pathway/course.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import { meetingsHeld } from '../meeting/held.ts'
import type { Database, Transaction } from '../open.ts'
import { serviceCourses } from '../service/read.ts'

/** The surroundings of each organisation that treats: two queries, whatever their number. */
export async function surroundingsOf(
  db: Database | Transaction,
  organisations: readonly string[],
): Promise<ReadonlyMap<string, Surroundings>> {
  const codes = [...new Set(organisations)]
  const [services, meetings] = await Promise.all([serviceCourses(db, codes), meetingsHeld(db, codes)])
  return new Map(
    codes.map((treating) => {
      const service = services.get(treating) ?? courseOf(serviceSubject(treating), [])
      return [treating, { treating, service, meetings: meetings.get(treating) ?? [] }]
    }),
  )
}
