/** Clauses that a treatment did not keep: discussed, consented, fit, prescribed, licensed, by a competent operator. */

import { ukDay } from '../../../calendar/uk-day.ts'
import { momentWords, ukMoment } from '../../../calendar/uk-time.ts'
import { procedureWithin } from '../../../catalogue/procedures.ts'
import { isRadioactive } from '../../../catalogue/techniques.ts'
import { isSameClinician } from '../../../service/clinician.ts'
import { competence } from '../../../service/kinds.ts'
import { competentFor } from '../../../service/standing.ts'
import type { Bodies, Judged } from '../../bodies.ts'
import { admission, consentConfirmation, prescription, therapeuticAgents } from '../../kinds/preparation.ts'
import { treatment } from '../../kinds/procedure.ts'
import { cameToNothing } from '../../reading/came-to-nothing.ts'
import { decisionOn } from '../../reading/consent.ts'
import { isDiscussedBefore, lastDiscussion } from '../../reading/discussion.ts'
import { referralOf } from '../../reading/referral.ts'
import { licensedProcedure, missingLicences } from '../licences.ts'
import { type Breach, rcr } from '../remark.ts'

type JudgedTreatment = Judged<Bodies['treatment']>

/** Every clause that the treatment did not keep, in the order of the guidance. */
export function treatmentBreaches(judged: JudgedTreatment): readonly Breach[] {
  return [discussed, consented, prescribed, licensed, confirmed, fit, competent].flatMap((rule) =>
    rule(judged),
  )
}

/** 3.4: an elective treatment that modifies the disease is discussed before it. */
function discussed({ body, course, occurredAt }: JudgedTreatment): readonly Breach[] {
  const urgency = referralOf(course)?.referral.body.urgency ?? 'elective'
  if (!isDiscussedBefore({ urgency, intent: body.intent })) return []
  if (lastDiscussion(course, occurredAt)) return []
  return [{ clause: rcr('3.4'), path: '', words: 'The patient was not discussed at an MDT meeting before' }]
}

/** 4.3: consent before it, by who performed it or a delegate. */
function consented({ body, course, occurredAt }: JudgedTreatment): readonly Breach[] {
  const breach = (words: string): Breach => ({ clause: rcr('4.3'), path: '', words })
  const name = procedureWithin(body.procedure)
  const { state, stated } = decisionOn(course, body.procedure, occurredAt)
  if (state === 'none') return [breach(`There is no consent to ${name} on record before it`)]
  if (state === 'used') return [breach('The consent on record was for an earlier treatment')]
  if (state === 'declined' || state === 'withdrawn') {
    const on = stated ? ` on ${momentWords(stated.occurredAt)}` : ''
    return [breach(`The patient ${state === 'declined' ? 'declined' : 'withdrew consent'}${on}`)]
  }
  const { by, as } = stated?.body ?? {}
  if (as === 'operator' && by && !body.operators.some(({ who }) => isSameClinician(who, by)))
    return [breach(`Consent was taken by ${by.name} as the operator, who did not operate`)]
  return []
}

/** When the treatment before this one was; '' where it is the first. */
function previousAt({ course, occurredAt }: JudgedTreatment): string {
  return course.of(treatment).findLast((each) => each.occurredAt < occurredAt)?.occurredAt ?? ''
}

/** The admission for this treatment: the last since the one before. */
function admissionFor(judged: JudgedTreatment) {
  const before = previousAt(judged)
  return judged.course
    .of(admission)
    .findLast((each) => each.occurredAt <= judged.occurredAt && each.occurredAt > before)
}

/** 4.4.2: each therapeutic agent that was given is on a signed prescription. */
function prescribed(judged: JudgedTreatment): readonly Breach[] {
  const { body, course, occurredAt } = judged
  const before = previousAt(judged)
  const signed = course
    .of(prescription)
    .filter((each) => each.body.signed && each.occurredAt <= occurredAt && each.occurredAt >= before)
  return (body.agents ?? []).flatMap(({ agent }, at) =>
    therapeuticAgents.includes(agent) && !signed.some((each) => each.body.agent === agent)
      ? [
          {
            clause: rcr('4.4.2'),
            path: `agents.${at}.agent`,
            words: 'No signed prescription of this agent is on record',
          },
        ]
      : [],
  )
}

/** 4.4.3: on its day, by the licence of whoever prescribed. */
function licensed({ body, course, surroundings, occurredAt }: JudgedTreatment): readonly Breach[] {
  if (!isRadioactive(body.procedure)) return []
  const order = course
    .of(prescription)
    .findLast((each) => licensedProcedure(each.body.agent) && each.occurredAt <= occurredAt)
  if (!order && cameToNothing({ body })) return []
  return missingLicences(surroundings, body.procedure, occurredAt, order?.body.prescriber, '')
}

/** 4.5.1: confirmed since the admission, or since the morning. */
function confirmed(judged: JudgedTreatment): readonly Breach[] {
  const { course, occurredAt } = judged
  const admitted = admissionFor(judged)?.occurredAt
  const morning = ukMoment(ukDay(occurredAt))
  const from = admitted && admitted < morning ? admitted : morning
  const last = course
    .of(consentConfirmation)
    .findLast((each) => each.occurredAt >= from && each.occurredAt <= occurredAt)
  if (last?.body.confirmed) return []
  const words = last
    ? 'On admission the patient did not consent any more'
    : 'Consent was not confirmed on admission'
  return [{ clause: rcr('4.5.1'), path: '', words }]
}

/** 4.5.2: whoever was found not fit, or was not assessed, was treated all the same. */
function fit(judged: JudgedTreatment): readonly Breach[] {
  const admitted = admissionFor(judged)
  const breach = (words: string): readonly Breach[] => [{ clause: rcr('4.5.2'), path: '', words }]
  if (!admitted) return breach('No admission with an assessment of fitness is on record')
  if (admitted.body.fit === 'not-fit') return breach('The patient was found not fit to proceed')
  if (admitted.body.fit === 'not-assessed') return breach('Fitness to proceed was not assessed')
  return []
}

/** 4.6: the first operator is on the register for it, as the finding asks; a service that keeps no register is judged elsewhere. */
function competent({ body, surroundings, occurredAt }: JudgedTreatment): readonly Breach[] {
  const { service } = surroundings
  if (!service.of(competence).some((each) => each.body.role === 'operator')) return []
  const day = ukDay(occurredAt)
  const first = body.operators.find(({ role }) => role === 'first')
  if (first && competentFor(service, first.who, 'operator', body.procedure, day)) return []
  const words = first
    ? `The competence register does not show ${first.who.name} as an operator for ${procedureWithin(body.procedure)}`
    : 'No first operator is named'
  return [{ clause: rcr('4.6'), path: 'operators', words }]
}
