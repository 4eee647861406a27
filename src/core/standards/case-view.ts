/** A case as clauses look at it: its course, its treatments done and to come, and how it ended. */

import { ukDay } from '../calendar/uk-day.ts'
import type { Course, Stated } from '../pathway/course.ts'
import { closure, death } from '../pathway/kinds/follow-up.ts'
import { type AnsweredReferral, endOf, referralsOf } from '../pathway/reading/referral.ts'
import { type Stay, staysOf } from '../pathway/reading/stay.ts'
import type { Surroundings } from '../pathway/surroundings.ts'
import type { BodyOf } from '../service/state.ts'
import { type Occasion, occasionsOf } from './occasion.ts'

export interface CaseView {
  readonly course: Course
  readonly surroundings: Surroundings
  /** The present; ISO 8601, UTC. */
  readonly asOf: string
  readonly referrals: readonly AnsweredReferral[]
  /** Treatments done, by time, then those still to come. */
  readonly occasions: readonly Occasion[]
  /** Those that were done. */
  readonly treated: readonly Treated[]
  readonly death: Stated<BodyOf<typeof death>> | undefined
  /** The death or closure that ended the case. */
  readonly end: Stated | undefined
  /** Admission, recovery and discharge around a treatment. */
  stayOf(occasion: Treated): Stay
}

/** A treatment that was done. */
export type Treated = Occasion & Required<Pick<Occasion, 'done'>> & { readonly day: string }

export function caseView(course: Course, surroundings: Surroundings, asOf: string): CaseView {
  const occasions = occasionsOf(course)
  const stays = new Map(staysOf(course).map((stay) => [stay.treatment.first, stay]))
  return {
    course,
    surroundings,
    asOf,
    referrals: referralsOf(course),
    occasions,
    treated: occasions.flatMap(treatedOf),
    death: course.latest(death),
    end: endOf(course),
    stayOf: ({ done }) =>
      stays.get(done.first) ?? {
        treatment: done,
        admission: undefined,
        recovery: undefined,
        discharge: undefined,
        isOnWard: false,
      },
  }
}

function treatedOf(occasion: Occasion): readonly Treated[] {
  const { done } = occasion
  return done ? [{ ...occasion, done, day: ukDay(done.occurredAt) }] : []
}

/** Whether the case was opened in error: nothing is asked of it. */
export function isMistaken(course: Course): boolean {
  return course.of(closure).some(({ body }) => body.why === 'opened-in-error')
}
