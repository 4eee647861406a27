/** How it turned out: the College's three measures, efficacy, safety and feedback, each when it is due. */

import { daysAfter, daysBetween, ukDay } from '../../calendar/uk-day.ts'
import { endOfDay, endOfWorkingDay, ukMoment } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import type { Course, Stated } from '../course.ts'
import { complication, feedback, safetyReview } from '../kinds/follow-up.ts'
import { treatment } from '../kinds/procedure.ts'
import { cameToNothing } from '../reading/came-to-nothing.ts'
import { responseAfter, responseDays } from '../reading/follow-up.ts'
import { endOf } from '../reading/referral.ts'
import { staysOf } from '../reading/stay.ts'
import { about, repeatedBy, type Treatment } from '../reading/treatments.ts'
import type { Due, DueRule, WorkList } from './due.ts'
import { terms } from './terms.ts'

/** Clause 6.5: 8 to 12 weeks after the last treatment of a series that is meant to modify the disease. */
export const responseDue: DueRule = (course, surroundings) =>
  openTreatments(course)
    .filter((done) => done.body.intent === 'disease-modifying' && !cameToNothing(done))
    .filter((done) => !isFollowedWithin(course, done, terms.nextOfSeries) && !responseAfter(course, done))
    .map((done) => {
      const { from, to } = responseDays(done)
      return {
        ...of('response-due', done, 'response-assessment', surroundings.treating),
        what: `Response to ${nameOf(done)}`,
        opensAt: ukMoment(from),
        dueAt: endOfDay(to),
      }
    })

/** Clause 6.5, safety: said for every treatment, also where nothing went wrong. */
export const safetyToReview: DueRule = (course, surroundings) =>
  openTreatments(course)
    .filter(
      (done) =>
        about(course, complication, done).length === 0 && about(course, safetyReview, done).length === 0,
    )
    .map((done) => ({
      ...of('safety-to-review', done, 'safety-review', surroundings.treating),
      what: `Any complication of ${nameOf(done)}?`,
      opensAt: dischargedAt(course, done) ?? done.occurredAt,
      dueAt: endOfDay(daysAfter(ukDay(done.occurredAt), terms.safetyReview)),
    }))

/** A treatment that said there was a complication, which nobody has graded. */
export const complicationToGrade: DueRule = (course, surroundings) =>
  course
    .of(treatment)
    .filter((done) => done.body.complicationNow && about(course, complication, done).length === 0)
    .filter(() => endOf(course)?.kind !== 'closure')
    .map((done) => ({
      ...of('complication-to-grade', done, 'complication', surroundings.treating),
      what: `Grade the complication of ${nameOf(done)}`,
      opensAt: done.occurredAt,
      dueAt: endOfWorkingDay(done.occurredAt, terms.complicationGraded),
    }))

/** Clause 6.5, feedback: once the patient is home, and not twice for two treatments close together. */
export const feedbackToAsk: DueRule = (course, surroundings) =>
  openTreatments(course)
    .filter((done) => !isFollowedWithin(course, done, terms.feedback))
    .filter((done) => !course.of(feedback).some(({ occurredAt }) => occurredAt >= done.occurredAt))
    .map((done) => ({
      ...of('feedback-to-ask', done, 'feedback', surroundings.treating),
      what: `Ask for feedback on ${nameOf(done)}`,
      opensAt: dischargedAt(course, done) ?? done.occurredAt,
      dueAt: endOfDay(daysAfter(ukDay(done.occurredAt), terms.feedback)),
    }))

function openTreatments(course: Course): readonly Stated<Treatment>[] {
  return endOf(course) ? [] : course.of(treatment)
}

function of(list: WorkList, done: Stated<Treatment>, kind: string, organisation: string) {
  return { key: `${list}:${done.first}`, list, kind, organisation, about: done.entry } satisfies Partial<Due>
}

function nameOf({ body }: Stated<Treatment>): string {
  return `${procedureWithin(body.procedure)}${body.course > 1 ? `, course ${body.course}` : ''}`
}

function dischargedAt(course: Course, done: Stated<Treatment>): string | undefined {
  return staysOf(course).find(({ treatment }) => treatment === done)?.discharge?.occurredAt
}

function isFollowedWithin(course: Course, done: Stated<Treatment>, days: number): boolean {
  const next = repeatedBy(course, done)
  return next !== undefined && daysBetween(ukDay(done.occurredAt), ukDay(next.occurredAt)) <= days
}
