/**
 * What a form starts with: what the case, the service's record and whoever signs already say. An experienced
 * operator records a treatment in under a minute, because all that is left to say is how it went.
 */

import type { Course } from './course.ts'
import type { Facts } from './facts.ts'
import * as after from './prefilled/after.ts'
import * as before from './prefilled/before.ts'
import type { About, KnownFields, Prefill, Source } from './prefilled/known.ts'
import * as preparation from './prefilled/preparation.ts'
import * as procedure from './prefilled/procedure.ts'
import type { Surroundings } from './surroundings.ts'

export type { About, Source } from './prefilled/known.ts'

const prefills: Readonly<Record<string, Prefill>> = {
  referral: before.referralPrefill,
  'clinical-discussion': before.clinicalDiscussionPrefill,
  'oncologist-informed': before.oncologistPrefill,
  'onward-referral': before.onwardPrefill,
  responsibility: before.responsibilityPrefill,
  'mdt-discussion': before.discussionPrefill,
  'work-up': before.workUpPrefill,
  booking: before.bookingPrefill,
  information: preparation.informationPrefill,
  consent: preparation.consentPrefill,
  'consent-confirmation': preparation.confirmationPrefill,
  prescription: preparation.prescriptionPrefill,
  admission: preparation.admissionPrefill,
  treatment: procedure.treatmentPrefill,
  recovery: procedure.recoveryPrefill,
  discharge: procedure.dischargePrefill,
  'follow-up-plan': after.planPrefill,
  'follow-up-contact': after.contactPrefill,
  'response-assessment': after.responsePrefill,
  'symptom-score': after.scorePrefill,
  complication: after.ofTreatment,
  'safety-review': after.safetyPrefill,
  feedback: after.ofTreatment,
  closure: after.closurePrefill,
  'patient-question-answered': preparation.questionAnsweredPrefill,
  'data-query-closed': after.queryClosedPrefill,
}

/**
 * The fields of a body that are known before anyone types. Fields whose condition turns out not to hold are
 * for the form to drop; what is not known is absent.
 *
 * @param about what the form is opened about: a booking, a treatment, an item of a plan
 */
export function prefilled(
  kindName: string,
  course: Course,
  surroundings: Surroundings,
  facts: Omit<Facts, 'course' | 'surroundings'>,
  about: About = {},
): Readonly<Record<string, unknown>> {
  const known = knownFor(kindName, course, surroundings, facts, about)
  return Object.fromEntries(known.map(([name, { value }]) => [name, value]))
}

/**
 * Where each of those values is from: the id of an entry of the case, 'service' for the service's record,
 * 'person' for whoever signs, 'usual' for what is usual.
 */
export function prefilledFrom(
  kindName: string,
  course: Course,
  surroundings: Surroundings,
  facts: Omit<Facts, 'course' | 'surroundings'>,
  about: About = {},
): Readonly<Record<string, Source>> {
  const known = knownFor(kindName, course, surroundings, facts, about)
  return Object.fromEntries(known.map(([name, { from, at = name }]) => [at, from]))
}

function knownFor(
  kindName: string,
  course: Course,
  surroundings: Surroundings,
  facts: Omit<Facts, 'course' | 'surroundings'>,
  about: About,
) {
  if (!Object.hasOwn(prefills, kindName)) return []
  const fields: KnownFields = prefills[kindName]?.({ ...facts, course, surroundings, about }) ?? {}
  return Object.entries(fields).flatMap(([name, known]) => (known ? [[name, known] as const] : []))
}
