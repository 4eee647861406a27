/** Where on the patient pathway a case is. */

import type { Stage } from './case-kind.ts'
import type { Course } from './course.ts'
import { mdtDiscussion, workUp } from './kinds/planning.ts'
import { consent, information, prescription } from './kinds/preparation.ts'
import { treatment } from './kinds/procedure.ts'
import { endOf, isAfter, referralOf } from './reading/referral.ts'
import { admittedNow, staysOf } from './reading/stay.ts'
import { asksAnew, openBookings } from './reading/treatments.ts'

/**
 * The stage that a case is at. A series goes from follow-up back to preparation with the booking of its next
 * course; a new referral in the same case goes back to the beginning.
 */
export function stageOf(course: Course): Stage {
  if (endOf(course)) return 'closed'
  if (staysOf(course).some(({ isOnWard }) => isOnWard)) return 'recovery'
  if (admittedNow(course)) return 'procedure'
  if (openBookings(course).length > 0) return 'preparation'
  const treated = course.latest(treatment)
  const current = referralOf(course)
  if (treated && !(current && asksAnew(course, current.referral, treated))) return 'follow-up'
  const since = (kind: { readonly name: string }) => {
    const last = course.latest(kind)
    return last !== undefined && !(treated && isAfter(treated, last))
  }
  if ([information, consent, prescription].some(since)) return 'preparation'
  const isRefused = current?.decision?.body.answer === 'refused'
  if (!isRefused && (current?.decision || since(mdtDiscussion) || since(workUp))) return 'planning'
  return 'referral'
}
