/** Clauses that what was said after a procedure did not keep. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { dayWords } from '../../../calendar/uk-time.ts'
import { procedureWithin } from '../../../catalogue/procedures.ts'
import { isRadioactive } from '../../../catalogue/techniques.ts'
import { namedProtocol } from '../../../service/standing.ts'
import type { Bodies, Judged } from '../../bodies.ts'
import { followUpPlan } from '../../kinds/follow-up.ts'
import { treatment } from '../../kinds/procedure.ts'
import { responseDays } from '../../reading/follow-up.ts'
import { type Breach, rcr } from '../remark.ts'

/** Clause 4.7.1. */
export function recoveryBreaches({
  body,
  course,
  surroundings: { service },
  occurredAt,
}: Judged<Bodies['recovery']>): readonly Breach[] {
  const breaches: Breach[] = []
  if (!body.wardFamiliar)
    breaches.push({
      clause: rcr('4.7.1'),
      path: 'wardFamiliar',
      words: 'Patients recover on a ward whose staff are familiar with the procedure',
    })
  if (!body.protocol)
    breaches.push({
      clause: rcr('4.7.1'),
      path: 'protocol',
      words: 'Recovery is monitored according to a written protocol',
    })
  const procedure = course.latest(treatment)?.body.procedure
  if (body.protocol && procedure)
    if (!namedProtocol(service, body.protocol, 'recovery', procedure, ukDay(occurredAt)))
      breaches.push({
        clause: rcr('4.7.1'),
        path: 'protocol',
        words: `This is no recovery protocol for ${procedureWithin(procedure)} that is in force`,
      })
  return breaches
}

/** Clauses 4.7.2, 5.1, 5.2 and 5.3. */
export function dischargeBreaches({ body, course }: Judged<Bodies['discharge']>): readonly Breach[] {
  const breaches: Breach[] = []
  if (!body.familiar)
    breaches.push({
      clause: rcr('4.7.2'),
      path: 'familiar',
      words: 'A patient leaves after assessment by someone familiar with the procedure',
    })
  if (!body.aftercare)
    breaches.push({
      clause: rcr('5.1'),
      path: 'aftercare',
      words: 'Aftercare of the first days follows a local protocol',
    })
  for (const medicine of ['analgesia', 'antiemetics'] as const)
    if (body[medicine] === 'not-prescribed')
      breaches.push({
        clause: rcr('5.2'),
        path: medicine,
        words: 'Analgesia and antiemetics are prescribed where they are needed',
      })
  const done = course.latest(treatment)
  if (done && isRadioactive(done.body.procedure) && body.radiationCard !== true)
    breaches.push({
      clause: rcr('5.3'),
      path: 'radiationCard',
      words: 'After a radioactive agent the patient leaves with the radiation advice card',
    })
  return breaches
}

/** Clause 5.4: a plan rests on an agreed protocol. */
export function planBreaches({
  body,
  course,
  surroundings: { service },
  occurredAt,
}: Judged<Bodies['follow-up-plan']>): readonly Breach[] {
  const first = course.standing(body.treatment)?.first
  const procedure = course.of(treatment).find((each) => each.first === first)?.body.procedure
  if (body.protocol && !procedure) return []
  if (procedure && namedProtocol(service, body.protocol, 'follow-up', procedure, ukDay(occurredAt))) return []
  const words =
    body.protocol && procedure
      ? `This is no follow-up protocol for ${procedureWithin(procedure)} that is in force`
      : 'A follow-up plan is based on an agreed protocol'
  return [{ clause: rcr('5.4'), path: 'protocol', words }]
}

/** Clause 5.4: inside the window of its item. */
export function contactBreaches({
  body,
  course,
  occurredAt,
}: Judged<Bodies['follow-up-contact']>): readonly Breach[] {
  if (!body.plan || body.how === 'not-reached') return []
  const stated = course.standing(body.plan)
  const plan = course.of(followUpPlan).find(({ first }) => first === stated?.first)
  const item = plan?.body.items.find(({ key }) => key === body.item)
  if (!item || ukDay(occurredAt) <= item.to) return []
  return [{ clause: rcr('5.4'), path: 'occurredAt', words: `This was due by ${dayWords(item.to)}` }]
}

/** Clauses 6.5 and 6.6: within twelve weeks, read by a specialist. */
export function responseBreaches({
  body,
  course,
  occurredAt,
}: Judged<Bodies['response-assessment']>): readonly Breach[] {
  if (body.baseline) return []
  const breaches: Breach[] = []
  const stated = body.treatment === undefined ? undefined : course.standing(body.treatment)
  const done = stated && course.of(treatment).find(({ first }) => first === stated.first)
  const isFirst = !course
    .of({ name: 'response-assessment' } as const)
    .some((each) => done && each.occurredAt > done.occurredAt && each.occurredAt < occurredAt)
  if (done && isFirst && ukDay(occurredAt) > responseDays(done).to)
    breaches.push({
      clause: rcr('6.5'),
      path: 'occurredAt',
      words: `Response is assessed 8 to 12 weeks after the procedure: by ${dayWords(responseDays(done).to)}`,
    })
  if (!body.specialist)
    breaches.push({
      clause: rcr('6.6'),
      path: 'specialist',
      words: 'Response is read by a specialist, for the changes of treatment are easily misread',
    })
  return breaches
}
