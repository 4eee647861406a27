/** The rows that hang on a treatment: its sessions, its tumours, and what came after. */

import type { AssessmentRow, ComplicationRow, FeedbackRow } from '../levels/after.ts'
import type { SessionRow } from '../levels/session.ts'
import type { TreatmentRow } from '../levels/treatment.ts'
import type { TumourRow } from '../levels/tumour.ts'
import type { KeyOf } from '../patient-for-registry.ts'
import { after, between, latest } from './days.ts'
import type { ComplicationFacts, SessionFacts } from './facts.ts'
import type { ReadTreatment } from './read-treatment.ts'
import { treatmentAbout } from './treatments.ts'

export type Joined = Pick<TreatmentRow, 'treatment' | 'patient' | 'organisation' | 'year'>

export function sessionRows(
  { treatment, safety }: ReadTreatment,
  joined: Joined,
  keyOf: KeyOf,
): SessionRow[] {
  return safety.map(({ session, complication, severe }, index) => ({
    session: keyOf('session', session.id),
    treatment: joined.treatment,
    patient: joined.patient,
    organisation: joined.organisation,
    operator:
      session.operator === null ? null : keyOf('operator', `${joined.organisation}:${session.operator}`),
    number: index + 1,
    year: yearOf(session.on),
    on: session.on,
    daysFromStart: between(treatment.startOn, session.on),
    procedure: session.procedure,
    technicalSuccess: successOf(session),
    complication30: complication,
    severe30: severe,
    minutes: session.minutes,
    anaesthesia: session.anaesthesia,
    activityDelivered: session.activityDelivered,
    doseAreaProduct: session.doseAreaProduct,
    airKerma: session.airKerma,
    fluoroscopy: session.fluoroscopy,
    doseLength: session.doseLength,
  }))
}

function successOf({ technicalSuccess }: SessionFacts): boolean | null {
  return technicalSuccess === null ? null : technicalSuccess === 'yes'
}

export function tumourRows(read: ReadTreatment, joined: Joined, keyOf: KeyOf): TumourRow[] {
  const { treatment, tumours, own, lives } = read
  const { startOn, told } = treatment
  const uploaded = told.origin === 'upload' ? latest(own.map(({ on }) => (on > startOn ? on : null))) : null
  return tumours.map(({ id, organ, laterality, size, margin, control }) => ({
    tumour: keyOf('tumour', `${treatment.id} ${id}`),
    ...joined,
    organ,
    laterality,
    size,
    margin,
    techniqueEfficacy: control.techniqueEfficacy,
    daysToLocalProgression: after(startOn, control.progressedOn),
    daysToLastImaging: after(startOn, control.lastImagedOn ?? uploaded),
    ...lives,
  }))
}

export function assessmentRows(
  { treatment, own }: ReadTreatment,
  joined: Joined,
  keyOf: KeyOf,
): AssessmentRow[] {
  const { startOn } = treatment
  return own
    .filter(({ isRow }) => isRow)
    .map((scan) => ({
      assessment: keyOf('assessment', scan.id),
      ...joined,
      daysFromTreatment: between(startOn, scan.on),
      criteria: scan.criteria,
      modality: scan.modality,
      zone: scan.zone,
      response: scan.read,
      computed: scan.computed,
      sum: scan.sum,
      // A baseline that came after the treatment is none.
      change: scan.baselineOn !== null && scan.baselineOn <= startOn ? scan.change : null,
    }))
}

export function complicationRows(
  { treatment }: ReadTreatment,
  joined: Joined,
  keyOf: KeyOf,
): ComplicationRow[] {
  const { told, sessions } = treatment
  return sessions.flatMap((session) =>
    told.complications
      .filter((each) => each.session === session.id)
      .map((each) => ({
        complication: keyOf('complication', each.id),
        ...joined,
        daysFromSession: between(session.on, each.on),
        system: systemOf(each),
        cirse: each.cirse,
        ctcae: each.ctcae,
        relation: each.relation,
        outcome: each.outcome,
      })),
  )
}

function systemOf({ cirse, ctcae }: ComplicationFacts): string | null {
  if (cirse !== null && ctcae !== null) return 'both'
  return cirse !== null ? 'cirse-2017' : ctcae !== null ? 'ctcae-5.0' : null
}

export function feedbackRows(read: ReadTreatment, joined: Joined, keyOf: KeyOf): FeedbackRow[] {
  const { treatment, siblings } = read
  return treatment.told.feedbacks
    .filter((each) => treatmentAbout(siblings, each) === treatment)
    .map(({ id, on, state, experience, by }) => ({
      feedback: keyOf('feedback', id),
      ...joined,
      daysFromTreatment: between(treatment.startOn, on),
      state,
      experience,
      by,
    }))
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
