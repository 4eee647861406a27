/** What forms start with once a procedure is planned: information, consent, prescription, admission. */

import { ukDay } from '../../calendar/uk-day.ts'
import { techniquesFor } from '../../catalogue/techniques.ts'
import { lastDayToOrder } from '../../isotope/order-day.ts'
import type { Clinician } from '../../record/field.ts'
import { isSameClinician } from '../../service/clinician.ts'
import { delegateFor, leafletFor, licenceCovering, protocolFor } from '../../service/standing.ts'
import { usualFor } from '../defaults.ts'
import { workUp } from '../kinds/planning.ts'
import { admission, consent, information, prescription } from '../kinds/preparation.ts'
import { treatment } from '../kinds/procedure.ts'
import { referralOf } from '../reading/referral.ts'
import { licensedProcedure } from '../rules/licences.ts'
import { firstOf, from, type Known, type Prefill } from './known.ts'
import { bookingOf, operatorKnown, personKnown, procedureKnown, procedureOfForm } from './plan.ts'

/** The leaflet in use, in the language in which the patient had one before. */
export const informationPrefill: Prefill = (asked) => {
  const { course, surroundings, now } = asked
  const procedure = procedureOfForm(asked)
  const before = course.latest(information)
  const day = ukDay(now)
  const leaflet =
    procedure === undefined
      ? undefined
      : (leafletFor(surroundings.service, procedure, before?.body.language, day) ??
        leafletFor(surroundings.service, procedure, undefined, day))
  const isElective = referralOf(course)?.referral.body.urgency === 'elective'
  const elective = from(referralOf(course)?.referral, isElective ? 'clinic' : 'ward')
  return {
    procedure: procedureKnown(asked),
    leaflet: procedure === undefined ? undefined : from('service', leaflet ? 'given' : 'none'),
    adoption: from('service', leaflet?.entry),
    leafletTitle: from('service', leaflet?.body.title),
    leafletVersion: from('service', leaflet?.body.version),
    language: from('service', leaflet?.body.language),
    format: leaflet ? firstOf(from(before, before?.body.format), from('usual', 'print')) : undefined,
    where: elective,
  }
}

export const consentPrefill: Prefill = (asked) => {
  const { course, surroundings, now, person } = asked
  const procedure = procedureOfForm(asked)
  const booked = bookingOf(asked)
  const last = course.latest(consent)
  const isOperator = person && booked && isSameClinician(person, booked.body.operator)
  const isDelegate =
    person && procedure !== undefined && delegateFor(surroundings.service, person, procedure, ukDay(now))
  return {
    procedure: procedureKnown(asked),
    by: personKnown(asked),
    as: isOperator ? from(booked, 'operator') : from('service', isDelegate ? 'delegate' : undefined),
    interpreter: from(last, last?.body.interpreter),
    form: from(last, last?.body.form),
  }
}

export const confirmationPrefill: Prefill = (asked) => ({ by: personKnown(asked) })

/** The agent that is usual or was prescribed last; the activity that the physicist planned; protocol and licences. */
export const prescriptionPrefill: Prefill = (asked) => {
  const { course, surroundings, now, role } = asked
  const { service } = surroundings
  const procedure = procedureOfForm(asked)
  const booked = bookingOf(asked)
  const last = course.latest(prescription)
  const sirt = course.latest(workUp)
  const agent = agentKnown(asked, procedure)
  const licensed = licensedProcedure(String(agent?.value))
  const day = ukDay(booked?.body.plannedFor ?? now)
  const protocol =
    procedure === undefined ? undefined : protocolFor(service, 'therapeutic-agents', procedure, day)
  const isRepeat = last !== undefined && last.body.agent === agent?.value && !licensed
  const unit = isRepeat
    ? last.body.unit
    : procedure === undefined
      ? undefined
      : usualFor(procedure).agent?.unit
  // A physicist writes down what the operator prescribes, and does not prescribe.
  const prescriber = role === 'physicist' ? operatorKnown(asked) : personKnown(asked)
  const practitioner =
    licensed && prescriber
      ? licenceCovering(service, licensed, day, 'practitioner', prescriber.value as Clinician)
      : undefined
  const device = agent?.value === 'y90-resin' ? 'resin' : agent?.value === 'y90-glass' ? 'glass' : undefined
  const employer = licensed ? licenceCovering(service, licensed, day, 'employer') : undefined
  return {
    agent,
    dose: licensed
      ? from(sirt, sirt?.body.sirt?.plannedActivity)
      : from(last, isRepeat ? last.body.dose : undefined),
    unit: from(isRepeat ? last : 'usual', unit),
    protocol: from('service', protocol?.entry),
    protocolVersion: from('service', protocol?.body.version),
    prescriber,
    responsible: firstOf(operatorKnown(asked), personKnown(asked)),
    injectionAt: licensed ? from(booked, booked?.body.plannedFor) : undefined,
    orderBy: device && booked ? from('service', lastDayToOrder(service, device, day)) : undefined,
    practitionerLicence: from('service', practitioner?.body.number),
    employerLicence: from('service', employer?.body.number),
  }
}

function agentKnown(asked: Parameters<Prefill>[0], procedure: string | undefined): Known | undefined {
  const { course } = asked
  if (procedure === undefined) return undefined
  const sirt = course.latest(workUp)
  const device = sirt?.body.sirt?.device
  if (device && techniquesFor(procedure).includes('radioembolisation')) return from(sirt, `y90-${device}`)
  const usual = usualFor(procedure).agent
  if (!usual) return undefined
  const last = course.latest(prescription)
  const repeated = last && course.of(treatment).some(({ body }) => body.procedure === procedure)
  // Another agent needs its own name; the usual one is asked then.
  return repeated && last.body.agent !== 'other' ? from(last, last.body.agent) : from('usual', usual.agent)
}

export const admissionPrefill: Prefill = (asked) => {
  const last = asked.course.latest(admission)
  return {
    type: from(last, last?.body.type),
    ward: from(last, last?.body.ward),
    assessedBy: personKnown(asked),
  }
}

export const questionAnsweredPrefill: Prefill = ({ about: { entry } }) => ({ question: from(entry, entry) })
