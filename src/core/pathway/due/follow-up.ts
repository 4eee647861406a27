/** Follow-up: a plan for every treatment, and each of its items inside its window. */

import { endOfDay, endOfWorkingDay, ukMoment } from '../../calendar/uk-time.ts'
import { procedureWithin } from '../../catalogue/procedures.ts'
import { treatment } from '../kinds/procedure.ts'
import { answerTo, type PlanItem, planFor } from '../reading/follow-up.ts'
import { endOf } from '../reading/referral.ts'
import type { Due, DueRule } from './due.ts'
import { terms } from './terms.ts'

const itemWords: Readonly<Record<PlanItem['what'], string>> = {
  telephone: 'Telephone call',
  clinic: 'Clinic',
  bloods: 'Blood tests',
  imaging: 'Imaging and response',
  'drain-check': 'Check of drain or stent',
  exchange: 'Exchange of drain or stent',
  feedback: 'Ask for feedback',
  other: 'Other',
}

/** An item of a follow-up plan in a few words. */
export function itemLine({ what, detail }: Pick<PlanItem, 'what' | 'detail'>): string {
  if (what === 'other' && detail) return detail
  return detail ? `${itemWords[what]}: ${detail}` : itemWords[what]
}

/** Clause 5.4: each item of the plan that holds, from the first day of its window to the last. */
export const followUp: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return course.of(treatment).flatMap((done) => {
    const plan = planFor(course, done)
    if (!plan) return []
    return plan.body.items
      .filter((item, at, items) => items.findIndex(({ key }) => key === item.key) === at)
      .filter((item) => answerTo(course, plan, item) === undefined)
      .map(
        (item): Due => ({
          key: `follow-up:${plan.first}/${item.key}`,
          list: 'follow-up',
          what: itemLine(item),
          kind:
            { imaging: 'response-assessment', feedback: 'feedback' }[item.what as string] ??
            'follow-up-contact',
          opensAt: ukMoment(item.from),
          dueAt: endOfDay(item.to),
          organisation: surroundings.treating,
          about: plan.entry,
          item: item.key,
          by: item.by,
        }),
      )
  })
}

/** Clause 5.4: every treatment has a plan. */
export const planToMake: DueRule = (course, surroundings) => {
  if (endOf(course)) return []
  return course
    .of(treatment)
    .filter((done) => !planFor(course, done))
    .map((done) => ({
      key: `plan-to-make:${done.first}`,
      list: 'plan-to-make',
      what: `Plan the follow-up of ${procedureWithin(done.body.procedure)}`,
      kind: 'follow-up-plan',
      opensAt: done.occurredAt,
      dueAt: endOfWorkingDay(done.occurredAt, terms.followUpPlan),
      organisation: surroundings.treating,
      about: done.entry,
    }))
}
