/** The physicist’s part of a radioembolisation: a work-up with the activity, once the procedure is agreed. */

import { procedureWithin } from '../../catalogue/procedures.ts'
import { techniquesFor } from '../../catalogue/techniques.ts'
import { workUp } from '../kinds/planning.ts'
import { currentDiscussion, isDiscussedBefore } from '../reading/discussion.ts'
import { endOf, isAfter, referralOf, sentOnward } from '../reading/referral.ts'
import { openBookings, treatmentsFor } from '../reading/treatments.ts'
import type { DueRule } from './due.ts'

/** From acceptance and the meeting's agreement, where one is needed, to the hour of the procedure. */
export const activityToPlan: DueRule = (course, surroundings) => {
  const { referral, decision } = referralOf(course) ?? {}
  if (!referral || decision?.body.answer !== 'accepted' || endOf(course)) return []
  const onward = sentOnward(course)
  if (onward && isAfter(onward, referral)) return []
  const discussed = currentDiscussion(course)
  if (discussed && !['treat', 'treat-otherwise'].includes(discussed.body.recommendation)) return []
  const booked = openBookings(course).find(({ body }) => isSirt(body.procedure))
  const asked = discussed?.body.procedure ?? referral.body.procedure
  const isNext = isSirt(asked) && treatmentsFor(course, referral).length === 0
  const isAgreed = discussed !== undefined || !isDiscussedBefore(referral.body)
  if (!booked && !(isNext && isAgreed)) return []
  // One work-up may serve two courses.
  const isPlanned = course.of(workUp).some((each) => each.body.sirt && isAfter(each, referral))
  if (isPlanned) return []
  return [
    {
      key: `activity-to-plan:${referral.first}`,
      list: 'activity-to-plan',
      what: `Plan the activity for ${procedureWithin(booked?.body.procedure ?? asked)}`,
      kind: workUp.name,
      opensAt: (discussed && isAfter(discussed, decision) ? discussed : decision).occurredAt,
      dueAt: booked?.body.plannedFor ?? null,
      organisation: surroundings.treating,
      about: (booked ?? referral).entry,
    },
  ]
}

const isSirt = (procedure: string) => techniquesFor(procedure).includes('radioembolisation')
