/** What of a service's record runs out, or has run out: to be reviewed, renewed or ended. */

import type { Course, Stated } from '../pathway/course.ts'
import { serviceKinds } from './kinds.ts'
import type { ServiceKind } from './service-kind.ts'
import { standingOn } from './state.ts'

export interface ReviewDue {
  readonly stated: Stated
  readonly kind: ServiceKind
  /** The day on which it runs out or has to be looked at again. */
  readonly due: string
  readonly state: 'due-soon' | 'overdue' | 'expired'
}

/**
 * What runs out soon or ran out, by its day, the earliest first: protocols, leaflets and referral pathways
 * 8 weeks ahead, licences 14. What ended or was replaced is not among them.
 *
 * @see ARSAC's notes: a licence is renewed about 8 weeks ahead (domain-facts i)
 */
export function reviewsDue(service: Course, day: string): readonly ReviewDue[] {
  return serviceKinds
    .flatMap((kind) => (kind.runs ? service.of(kind).map((stated) => ({ kind, stated })) : []))
    .flatMap(({ kind, stated }): ReviewDue[] => {
      const { state, until } = standingOn(service, stated, day)
      if (until === undefined) return []
      return state === 'due-soon' || state === 'overdue' || state === 'expired'
        ? [{ kind, stated, due: until, state }]
        : []
    })
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
}
