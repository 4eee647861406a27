/** What a course says of follow-up: the plan that holds for each treatment, and what answered each of its items. */

import type { z } from 'zod'
import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import type { Course, Stated } from '../course.ts'
import { feedback, followUpContact, followUpPlan, responseAssessment } from '../kinds/follow-up.ts'
import { about, type Treatment } from './treatments.ts'

export type FollowUpPlan = z.output<typeof followUpPlan.schema>
export type PlanItem = FollowUpPlan['items'][number]
export type ResponseAssessment = z.output<typeof responseAssessment.schema>
export type Feedback = z.output<typeof feedback.schema>

/** The plan that holds for a treatment: the last that names it. */
export function planFor(course: Course, done: Stated<Treatment>): Stated<FollowUpPlan> | undefined {
  return about<FollowUpPlan>(course, followUpPlan, done).at(-1)
}

/** A scan of up to so many days before the item's window is the scan that was meant. */
const scanAheadDays = 14

/**
 * What answered an item of a plan: the first contact that names it and reached the patient; for imaging also
 * a response assessment after the treatment, from two weeks before the item's window on; for feedback also
 * the patient's feedback since the treatment. Undefined while nothing did.
 */
export function answerTo(course: Course, plan: Stated<FollowUpPlan>, item: PlanItem): Stated | undefined {
  const contact = course
    .of(followUpContact)
    .find(
      ({ body }) =>
        body.item === item.key &&
        body.plan !== undefined &&
        course.standing(body.plan)?.first === plan.first &&
        body.how !== 'not-reached',
    )
  if (contact) return contact
  const treated = course.standing(plan.body.treatment)
  if (item.what === 'imaging') {
    return course
      .of(responseAssessment)
      .find(
        ({ body, occurredAt }) => !body.baseline && ukDay(occurredAt) >= daysAfter(item.from, -scanAheadDays),
      )
  }
  if (item.what === 'feedback' && treated) {
    return course.of(feedback).find(({ occurredAt }) => occurredAt >= treated.occurredAt)
  }
  return undefined
}

/**
 * When response is assessed after a treatment that is meant to modify the disease: 8 to 12 weeks.
 *
 * @see RCR, 2013, clause 6.5
 */
const responseWindow = { fromDays: 56, toDays: 84 } as const

/** The days of a treatment's response assessment. */
export function responseDays(done: Stated<Treatment>): { readonly from: string; readonly to: string } {
  const day = ukDay(done.occurredAt)
  return { from: daysAfter(day, responseWindow.fromDays), to: daysAfter(day, responseWindow.toDays) }
}

/**
 * The first assessment of response after a treatment that was not earlier than eight weeks: one that names
 * it, or that names none.
 */
export function responseAfter(
  course: Course,
  done: Stated<Treatment>,
): Stated<ResponseAssessment> | undefined {
  const { from } = responseDays(done)
  return course.of(responseAssessment).find(({ body, occurredAt }) => {
    if (body.baseline || ukDay(occurredAt) < from) return false
    return body.treatment === undefined || course.standing(body.treatment)?.first === done.first
  })
}
