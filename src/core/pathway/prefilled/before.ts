/** What forms start with before a procedure: referral to booking. */

import { ukDay } from '../../calendar/uk-day.ts'
import { referralPathwaysFrom } from '../../service/standing.ts'
import { onlyIntent } from '../defaults.ts'
import { mdtDiscussion, workUp } from '../kinds/planning.ts'
import { treatment } from '../kinds/procedure.ts'
import { responsibility } from '../kinds/referral.ts'
import { recommendationOf } from '../reading/discussion.ts'
import { referralOf } from '../reading/referral.ts'
import { nextCourse, seriesOf } from '../reading/treatments.ts'
import { firstOf, from, type Prefill } from './known.ts'
import { bookingOf, operatorKnown, personKnown, procedureKnown, procedureOfForm } from './plan.ts'

/** A further referral of the same patient starts with what the last one said of the tumour and the doctors. */
export const referralPrefill: Prefill = ({ course, person, organisation }) => {
  const last = referralOf(course)?.referral
  const body = last?.body
  return {
    from: firstOf(from('person', organisation ?? undefined), from(last, body?.from)),
    referrer: firstOf(from('person', person ?? undefined), from(last, body?.referrer)),
    tumour: from(last, body?.tumour),
    consultantInCharge: from(last, body?.consultantInCharge),
    radiologist: from(last, body?.radiologist),
    radiologistInMdt: from(last, body?.radiologistInMdt),
  }
}

export const clinicalDiscussionPrefill: Prefill = ({ course }) => {
  const referral = referralOf(course)?.referral
  return {
    referrer: from(referral, referral?.body.referrer),
    radiologist: from(referral, referral?.body.radiologist),
  }
}

export const oncologistPrefill: Prefill = ({ course }) => {
  const referral = referralOf(course)?.referral
  return { oncologist: from(referral, referral?.body.oncologist) }
}

export const onwardPrefill: Prefill = (asked) => {
  const { course, surroundings, now } = asked
  const discussed = recommendationOf(course)
  const referral = referralOf(course)?.referral
  const procedure = discussed?.body.procedure ?? referral?.body.procedure
  const to = discussed?.body.recommendation === 'refer-onward' ? discussed.body.place : undefined
  const pathways = referralPathwaysFrom(surroundings.service, ukDay(now)).filter(
    ({ procedures, state }) =>
      (state === 'current' || state === 'overdue') &&
      procedure !== undefined &&
      procedures.includes(procedure),
  )
  const open = pathways.find((each) => each.to === to) ?? (to === undefined ? pathways[0] : undefined)
  return {
    to: firstOf(from(discussed, to), from('service', open?.to)),
    procedure: firstOf(from(discussed, discussed?.body.procedure), from(referral, referral?.body.procedure)),
    pathway: from('service', open?.pathway.entry),
  }
}

export const responsibilityPrefill: Prefill = (asked) => {
  const last = asked.course.latest(responsibility)
  return {
    admission: from(last, last?.body.admission),
    consultant: firstOf(from(last, last?.body.consultant), operatorKnown(asked)),
    followUp: firstOf(from(last, last?.body.followUp), operatorKnown(asked)),
  }
}

export const discussionPrefill: Prefill = ({ course, surroundings }) => {
  const last = course.latest(mdtDiscussion)
  const referral = referralOf(course)?.referral
  return {
    organisation: from('service', surroundings.treating),
    team: from(last, last?.body.team),
    procedure: from(referral, referral?.body.procedure),
    place: from('service', surroundings.treating),
  }
}

/** The cut-off of a scale does not change from one work-up to the next. A physicist who writes it is the physicist. */
export const workUpPrefill: Prefill = ({ course, person, role }) => {
  const last = course.latest(workUp)
  return {
    childPughAlbuminCutOff: from(last, last?.body.childPughAlbuminCutOff),
    sirt:
      person && role === 'physicist'
        ? { value: { physicist: person }, from: 'person', at: 'sirt.physicist' }
        : undefined,
  }
}

export const bookingPrefill: Prefill = (asked) => {
  const { course } = asked
  const procedure = procedureOfForm(asked)
  const last = procedure === undefined ? undefined : seriesOf(course, procedure).at(-1)
  const first = last?.body.operators.find(({ role }) => role === 'first')
  return {
    procedure: procedureKnown(asked),
    operator: firstOf(from(last, first?.who), operatorKnown(asked), personKnown(asked)),
    place: from(bookingOf(asked), bookingOf(asked)?.body.place),
    course: from(last ?? 'usual', procedure === undefined ? undefined : nextCourse(course, procedure)),
    repeatOf: from(last, last?.entry),
  }
}

/** What a procedure is for: as the last of its series was, as the referral asked, or as the College's lists leave it. */
export function intentOf(course: Parameters<typeof seriesOf>[0], procedure: string | undefined) {
  const last = procedure === undefined ? undefined : seriesOf(course, procedure).at(-1)
  const referral = referralOf(course)?.referral
  const only = procedure === undefined ? undefined : onlyIntent(procedure)
  return firstOf(
    from(last, last?.body.intent),
    referral && referral.body.procedure === procedure ? from(referral, referral.body.intent) : undefined,
    from('usual', only),
    from(referral, referral?.body.intent),
    from(course.latest(treatment), course.latest(treatment)?.body.intent),
  )
}
