/** What referral pathways ask of the people of a service: to answer those that lead to it, to review its own. */

import type { Course } from '../pathway/course.ts'
import { askedOf, waits } from '../service/confirmation.ts'
import { referralPathway } from '../service/kinds.ts'
import { reviewsDue } from '../service/reviews-due.ts'

export interface PathwayWork {
  /** Stated by other services, and not answered as they stand now. */
  readonly toAnswer: number
  /** Its own, due for review within 8 weeks or past it; those past it. */
  readonly toReview: number
  readonly overdue: number
}

/** Of one service on a day, `2026-11-22`, by the records of both ends of its referral pathways. */
export function pathwayWorkOf(
  code: string,
  courses: ReadonlyMap<string, Course>,
  own: Course,
  day: string,
): PathwayWork {
  const due = reviewsDue(own, day).filter(({ kind }) => kind.name === referralPathway.name)
  return {
    toAnswer: askedOf(code, own, courses, day).filter(waits).length,
    toReview: due.length,
    overdue: due.filter(({ state }) => state === 'overdue').length,
  }
}
