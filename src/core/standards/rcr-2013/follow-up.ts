/** Clauses 5.4 and 5.5: the follow-up plan, whether it was kept, and who answers for it. */

import { ukDay } from '../../calendar/uk-day.ts'
import { dayWords, endOfDay, momentWords } from '../../calendar/uk-time.ts'
import type { Stated } from '../../pathway/course.ts'
import { closure, followUpContact, followUpPlan } from '../../pathway/kinds/follow-up.ts'
import { responsibility } from '../../pathway/kinds/referral.ts'
import { answerTo, type FollowUpPlan, type PlanItem } from '../../pathway/reading/follow-up.ts'
import { about } from '../../pathway/reading/treatments.ts'
import { namedProtocol } from '../../service/standing.ts'
import type { CaseView, Treated } from '../case-view.ts'
import { clause } from '../clause.ts'
import { exempt, late, met, notMet, type Outcome, owed, type Subject } from '../finding.ts'
import { sinceSettled } from '../since-referral.ts'
import { dischargeOwed } from './procedure.ts'

const plansFor = ({ course }: CaseView, { done }: Treated) => about<FollowUpPlan>(course, followUpPlan, done)

/** Clause 5.4, first half: a personal plan, based on a protocol. */
export const planned = clause({
  number: '5.4-plan',
  asks: 'Every patient has a personal follow-up plan, based on a protocol for the procedure',
  how: 'A plan for the treatment, made by the day of the discharge, that names a follow-up protocol of the service for the procedure. Late where it was made after.',
  appliesTo: ({ treated }) => treated,
  find: (treated, view) => {
    const plans = plansFor(view, treated)
    const { discharge } = view.stayOf(treated)
    const last = plans.at(-1)
    if (!last) {
      if (!discharge) return dischargeOwed(treated, view)
      return notMet('The patient was discharged without a follow-up plan.', treated.done, discharge)
    }
    const { protocol } = last.body
    const { service } = view.surroundings
    const named = namedProtocol(service, protocol, 'follow-up', treated.procedure, ukDay(last.occurredAt))
    if (!named)
      return notMet('The follow-up plan names no follow-up protocol of the service for this procedure.', last)
    const first = plans[0] ?? last
    if (discharge && ukDay(first.occurredAt) > ukDay(discharge.occurredAt)) {
      return late(`Planned only on ${momentWords(first.occurredAt)}, after the discharge.`, first, discharge)
    }
    return met(`Planned on ${momentWords(first.occurredAt)}, by a protocol.`, last, named)
  },
})

interface Planned extends Subject {
  readonly plan: Stated<FollowUpPlan>
  readonly item: PlanItem
}

/** The items of every plan, without those that a later plan for the same treatment took the place of before they fell due. */
function itemsOf(view: CaseView): readonly Planned[] {
  return view.treated.flatMap((treated) => {
    const plans = plansFor(view, treated)
    return plans.flatMap((plan, at) => {
      const replacedOn = plans[at + 1]?.occurredAt
      return plan.body.items
        .filter(({ to }) => replacedOn === undefined || to < ukDay(replacedOn))
        .map((item) => ({ about: plan.first, ...monthOfTreated(treated), plan, item }))
    })
  })
}

const monthOfTreated = ({ month }: Treated): { readonly month?: string } =>
  month === undefined ? {} : { month }

const what: Readonly<Record<PlanItem['what'], string>> = {
  telephone: 'Telephone call',
  clinic: 'Clinic',
  bloods: 'Blood tests',
  imaging: 'Imaging',
  'drain-check': 'Check of drain or stent',
  exchange: 'Exchange of drain or stent',
  feedback: 'Feedback',
  other: 'Follow-up',
}

/** Clause 5.4, second half: auditable evidence that the plan was kept. */
export const planKept = clause({
  number: '5.4-adherence',
  asks: 'There is auditable evidence that the follow-up plan was kept',
  how: 'Each item of a plan by itself: met by a contact (for imaging a response assessment, for feedback the patient’s feedback) by the last day of its window, late after it, not met once the window has passed with nothing done. An attempt that did not reach the patient does not count. Exempt where the patient died in time or declined.',
  appliesTo: itemsOf,
  find: ({ plan, item }, view) => {
    const { course, death, asOf } = view
    const name = item.detail === undefined ? what[item.what] : `${what[item.what]} (${item.detail})`
    const window = `${dayWords(item.from, item.to)} to ${dayWords(item.to)}`
    const answer = answerTo(course, plan, item)
    if (answer) {
      const on = momentWords(answer.occurredAt)
      if (ukDay(answer.occurredAt) > item.to)
        return late(`${name}: done on ${on}; planned for ${window}.`, plan, answer)
      const early = ukDay(answer.occurredAt) < item.from ? ', before its window' : ''
      return met(`${name}: done on ${on}${early}.`, plan, answer)
    }
    if (death && ukDay(death.occurredAt) <= item.to)
      return exempt(`${name}: the patient died before it was due.`, plan, death)
    const declined = course.of(closure).findLast(({ body }) => body.why === 'declined')
    if (declined && ukDay(declined.occurredAt) <= item.to)
      return exempt(`${name}: the patient declined.`, plan, declined)
    const tried = course
      .of(followUpContact)
      .findLast(
        ({ body }) => body.how === 'not-reached' && body.item === item.key && isOf(view, body.plan, plan),
      )
    const attempt = tried ? ' An attempt did not reach the patient.' : ''
    const words = {
      until: `${name}: planned for ${window}.${attempt}`,
      passed: `${name}: planned for ${window}, and nothing is recorded.${attempt}`,
    }
    return owed({ asOf, lapsesAt: endOfDay(item.to) }, words, plan, tried)
  },
})

function isOf({ course }: CaseView, id: string | undefined, plan: Stated): boolean {
  return id !== undefined && course.standing(id)?.first === plan.first
}

/** Clause 5.5: it is clear which clinician is responsible for follow-up. */
export const clinicianClear = clause({
  number: '5.5',
  asks: 'It is clear which clinician is responsible for the patient’s follow-up',
  how: 'Named in the follow-up plan, or with who is responsible for the admission, by the day of the discharge. Late where it was named after.',
  appliesTo: ({ treated }) => treated,
  find: clinicianNamed,
})

/** What 5.5 comes to; 6.6 asks it again of disease-modifying treatments. */
export function clinicianNamed(treated: Treated, view: CaseView): Outcome {
  const { discharge } = view.stayOf(treated)
  const named: readonly Stated[] = [
    ...plansFor(view, treated),
    ...sinceSettled(view, treated.referral?.first, view.course.of(responsibility)).filter(
      ({ body }) => body.followUp !== undefined,
    ),
  ]
  const inTime = named.find(
    ({ occurredAt }) => !discharge || ukDay(occurredAt) <= ukDay(discharge.occurredAt),
  )
  if (inTime) return met('The clinician responsible for follow-up is named.', inTime)
  if (!discharge) return dischargeOwed(treated, view)
  const after = named[0]
  return after
    ? late(`Named only on ${momentWords(after.occurredAt)}, after the discharge.`, after, discharge)
    : notMet('Nobody is named as responsible for follow-up.', treated.done, discharge)
}
