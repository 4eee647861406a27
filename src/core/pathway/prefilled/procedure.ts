/** What forms start with on the day of a procedure and after it: treatment, recovery, discharge. */

import { ukDay } from '../../calendar/uk-day.ts'
import { isRadioactive } from '../../catalogue/techniques.ts'
import { isSameClinician } from '../../service/clinician.ts'
import { protocolFor } from '../../service/standing.ts'
import type { Course, Stated } from '../course.ts'
import { type Usual, usualFor } from '../defaults.ts'
import { admission, prescription } from '../kinds/preparation.ts'
import { recovery, treatment } from '../kinds/procedure.ts'
import { precautionsUntil } from '../precautions.ts'
import { referralOf } from '../reading/referral.ts'
import { nextCourse, seriesOf, type Treatment } from '../reading/treatments.ts'
import { hasSide } from '../rules/warnings/organs.ts'
import { intentOf } from './before.ts'
import { type Asked, firstOf, from, type Known, type Prefill } from './known.ts'
import {
  bookingOf,
  operatorKnown,
  personKnown,
  procedureKnown,
  procedureOfForm,
  treatmentOf,
} from './plan.ts'

/**
 * A treatment: as it is booked, as the last of its series was, or as is usual for the procedure. What it led
 * to, sizes and radiation are always asked anew.
 */
export const treatmentPrefill: Prefill = (asked) => {
  const { course } = asked
  const procedure = procedureOfForm(asked)
  const booked = bookingOf(asked)
  const operator = firstOf(operatorKnown(asked), personKnown(asked))
  const last = procedure === undefined ? undefined : seriesOf(course, procedure).at(-1)
  const usual: Usual = procedure === undefined ? {} : usualFor(procedure)
  const as = (field: keyof Treatment & keyof Usual) =>
    firstOf(from(last, last?.body[field]), from('usual', usual[field]))
  const number = procedure === undefined ? undefined : nextCourse(course, procedure)
  return {
    procedure: procedureKnown(asked),
    intent: intentOf(course, procedure),
    course: firstOf(from(booked, booked?.body.course), from(last ?? 'usual', number)),
    operators: operator && {
      ...operator,
      value: [{ who: withAccount(operator.value as Treatment['operators'][0]['who'], asked), role: 'first' }],
    },
    targets: targetsKnown(course, last, usual),
    guidance: as('guidance'),
    modality: as('modality'),
    embolic: as('embolic'),
    selectivity: as('selectivity'),
    endpoint: from(last, last?.body.endpoint),
    agents: agentsKnown(course, last),
    device: from(last, last?.body.device),
    anaesthesia: as('anaesthesia'),
    minutes: as('minutes'),
  }
}

/** A name that is whoever signs gets their account. */
function withAccount(who: Treatment['operators'][0]['who'], { person }: Asked) {
  return person && isSameClinician(person, who) ? person : who
}

function targetsKnown(
  course: Course,
  last: Stated<Treatment> | undefined,
  { organ }: Usual,
): Known | undefined {
  if (last) {
    // The same places; how large they are now is measured anew.
    return from(
      last,
      last.body.targets.map(({ size: _, margin: __, ...place }) => place),
    )
  }
  const referral = referralOf(course)?.referral
  const laterality = referral?.body.tumour.laterality
  if (!organ) return undefined
  // A right breast cancer says nothing of the side of a line.
  return from('usual', [{ organ, ...(laterality && hasSide(organ) ? { laterality } : {}) }])
}

/** What was prescribed since the last treatment, in the units of what is given. */
function agentsKnown(course: Course, last: Stated<Treatment> | undefined): Known | undefined {
  const since = course.latest(treatment)?.occurredAt ?? ''
  const signed = course.of(prescription).filter(({ occurredAt, body }) => body.signed && occurredAt > since)
  const rows = signed.flatMap(({ body }) =>
    body.unit === 'mg-m2' ? [] : [{ agent: body.agent, dose: body.dose, unit: body.unit }],
  )
  if (rows.length > 0) return from(signed.at(-1), rows.slice(-6))
  return from(last, last?.body.agents)
}

export const recoveryPrefill: Prefill = (asked) => {
  const { course, surroundings, now } = asked
  const done = treatmentOf(asked)
  const protocol = done && protocolFor(surroundings.service, 'recovery', done.body.procedure, ukDay(now))
  const admitted = course.latest(admission)
  return {
    ward: from(admitted, admitted?.body.ward),
    protocol: from('service', protocol?.entry),
    protocolVersion: from('service', protocol?.body.version),
    precautionsUntil: done && from(done, precautionsUntil(done.body, done.occurredAt)),
  }
}

export const dischargePrefill: Prefill = (asked) => {
  const done = treatmentOf(asked)
  const ward = asked.course.latest(recovery)
  const until = ward?.body.precautionsUntil
  return {
    assessedBy: personKnown(asked),
    precautionsUntil:
      done && isRadioactive(done.body.procedure)
        ? firstOf(from(ward, until), from(done, precautionsUntil(done.body, done.occurredAt)))
        : undefined,
  }
}
