/** Every finding of a case, and of a service: the clauses of a standard, each asked once. */

import type { Course } from '../pathway/course.ts'
import type { Surroundings } from '../pathway/surroundings.ts'
import { caseView, isMistaken } from './case-view.ts'
import type { Finding } from './finding.ts'
import { rcr2013 } from './rcr-2013/standard.ts'
import { serviceView } from './service-view.ts'
import { clauseId, clausesOf, type Standard } from './standard.ts'

/**
 * What the clauses of a standard come to for one case, in the order of the document. The same record, at
 * the same time, always comes to the same; nothing is asked of a case that was opened in error.
 *
 * @param asOf the present, ISO 8601, UTC: what is owed lapses by it
 */
export function findingsOf(
  course: Course,
  surroundings: Surroundings,
  asOf: string,
  standard: Standard = rcr2013,
): readonly Finding[] {
  if (isMistaken(course)) return []
  const view = caseView(course, surroundings, asOf)
  return clausesOf(standard).flatMap((clause) =>
    (clause.ofCase?.(view) ?? []).map((judged) => ({ clause: clauseId(standard, clause), ...judged })),
  )
}

/** What the clauses about the service itself come to, in the order of the document. */
export function serviceFindingsOf(
  service: Course,
  surroundings: Surroundings,
  asOf: string,
  standard: Standard = rcr2013,
): readonly Finding[] {
  const view = serviceView(service, surroundings, asOf, standard.id)
  return clausesOf(standard).flatMap((clause) =>
    (clause.ofService?.(view) ?? []).map((judged) => ({ clause: clauseId(standard, clause), ...judged })),
  )
}
