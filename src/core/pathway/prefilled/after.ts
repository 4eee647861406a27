/** What forms start with after a procedure: the plan, its contacts, response, safety, closure. */

import { daysAfter, ukDay } from '../../calendar/uk-day.ts'
import { techniquesFor } from '../../catalogue/techniques.ts'
import { assessedIn } from '../../response/over-course.ts'
import { lesionsToMeasure } from '../../response/to-measure.ts'
import { protocolFor } from '../../service/standing.ts'
import { usualFollowUp } from '../defaults.ts'
import { closingReason } from '../due/close.ts'
import { followUp } from '../due/follow-up.ts'
import { complication, responseAssessment, safetyReview, symptomScore } from '../kinds/follow-up.ts'
import { treatment } from '../kinds/procedure.ts'
import { responsibility } from '../kinds/referral.ts'
import { planFor } from '../reading/follow-up.ts'
import { endOf, referralOf } from '../reading/referral.ts'
import { about } from '../reading/treatments.ts'
import { type Asked, firstOf, from, type Known, type Prefill } from './known.ts'
import { personKnown, treatmentOf } from './plan.ts'

/** The items of the service's protocol, with their days counted from the treatment. */
export const planPrefill: Prefill = (asked) => {
  const { course, surroundings } = asked
  const done =
    asked.about.entry === undefined
      ? (course.of(treatment).findLast((each) => !planFor(course, each)) ?? course.latest(treatment))
      : treatmentOf(asked)
  const stated = course.latest(responsibility)
  const clinician = firstOf(
    from(stated, stated?.body.followUp),
    from(done, done?.body.operators.find(({ role }) => role === 'first')?.who),
    personKnown(asked),
  )
  if (!done) return { clinician }
  const day = ukDay(done.occurredAt)
  const protocol = protocolFor(surroundings.service, 'follow-up', done.body.procedure, day)
  const items = (protocol?.body.items ?? usualFollowUp[done.body.intent]).map(
    ({ fromDays, toDays, ...item }, at) => ({
      key: String(at + 1),
      ...item,
      from: daysAfter(day, fromDays),
      to: daysAfter(day, toDays),
    }),
  )
  return {
    treatment: from(done, done.entry),
    protocol: from('service', protocol?.entry),
    protocolVersion: from('service', protocol?.body.version),
    clinician,
    items: from(protocol ? 'service' : 'usual', items),
  }
}

/** The item named, else the one that is due first. */
export const contactPrefill: Prefill = (asked) => {
  const { course, surroundings } = asked
  const open = followUp(course, surroundings)
    .filter(({ kind }) => kind === 'follow-up-contact')
    .sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1))
  const due = open.find(({ item }) => item !== undefined && item === asked.about.item) ?? open[0]
  return {
    plan: from(due?.about, due?.about),
    item: from(due?.about, due?.item),
    how: from(due?.about, howOf(due?.key, asked)),
    by: personKnown(asked),
  }
}

function howOf(key: string | undefined, { course }: Asked): string | undefined {
  for (const done of course.of(treatment)) {
    const plan = planFor(course, done)
    const item = plan?.body.items.find((each) => `follow-up:${plan.first}/${each.key}` === key)
    if (item) return { telephone: 'telephone', clinic: 'clinic' }[item.what as string]
  }
  return undefined
}

/** The baseline before a treatment; after it the same lesions, to be measured again. */
export const responsePrefill: Prefill = (asked) => {
  const { course, surroundings } = asked
  const done = treatmentOf(asked)
  const last = course.latest(responseAssessment)
  const protocol =
    done && protocolFor(surroundings.service, 'response-assessment', done.body.procedure, ukDay(asked.now))
  const measured = course.of(responseAssessment).findLast(({ body }) => (body.lesions ?? []).length > 0)
  return {
    treatment: from(done, done?.entry),
    baseline: from(done ?? 'usual', done === undefined),
    criteria: firstOf(from(last, last?.body.criteria), criteriaKnown(asked)),
    modality: from(last, last?.body.modality),
    lesions: from(measured, measured && lesionsToMeasure(assessedIn(course))),
    reader: personKnown(asked),
    protocol: from('service', protocol?.entry),
  }
}

function criteriaKnown(asked: Asked): Known | undefined {
  const referral = referralOf(asked.course)?.referral
  const done = treatmentOf(asked)
  if (done && techniquesFor(done.body.procedure).includes('ablation')) return from(done, 'ablation-zone')
  if (referral?.body.tumour.site === 'hepatocellular') return from(referral, 'mrecist')
  return from('usual', 'recist-1.1')
}

export const scorePrefill: Prefill = (asked) => {
  const referral = referralOf(asked.course)?.referral
  const last = asked.course.latest(symptomScore)
  const done = treatmentOf(asked)
  return {
    symptom: firstOf(from(last, last?.body.symptom), from(referral, referral?.body.symptom)),
    scale: from('usual', 'nrs-0-10'),
    moment: from(done ?? 'usual', done ? 'after' : 'before'),
    treatment: from(done, done?.entry),
  }
}

/** The treatment named, else the last that nobody has reviewed. */
export const safetyPrefill: Prefill = (asked) => {
  const { course } = asked
  const open = course.of(treatment).findLast((each) => about(course, safetyReview, each).length === 0)
  const done = asked.about.entry === undefined ? (open ?? course.latest(treatment)) : treatmentOf(asked)
  const isRecorded = done !== undefined && about(course, complication, done).length > 0
  return {
    treatment: from(done, done?.entry),
    noComplication: isRecorded ? from(about(course, complication, done).at(-1), 'recorded') : undefined,
  }
}

/** Kinds that name a treatment and start with nothing else. */
export const ofTreatment: Prefill = (asked) => {
  const done = treatmentOf(asked)
  return { treatment: from(done, done?.entry) }
}

/** A query that is closed is known by its rule, and by what it is about or who asked. */
export const queryClosedPrefill: Prefill = ({ about: { entry, item } }) => {
  if (item === undefined) return {}
  return {
    rule: from('usual', item),
    [item === 'asked' ? 'question' : 'about']: from(entry, entry),
  }
}

export const closurePrefill: Prefill = ({ course }) => {
  const end = endOf(course)
  const over = closingReason(course)
  return {
    why: firstOf(
      end?.kind === 'death' ? from(end, 'died') : undefined,
      from(over?.stated, over?.closedBecause),
    ),
  }
}
