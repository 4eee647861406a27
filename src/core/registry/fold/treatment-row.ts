/** A treatment's own row: what it was, and how it turned out. */

import { ageAt } from '../../patient/age.ts'
import type { TreatmentRow } from '../levels/treatment.ts'
import { after, latest } from './days.ts'
import type { SessionFacts } from './facts.ts'
import { diedWithin } from './life.ts'
import { localControlTogether } from './local.ts'
import type { Around, ReadTreatment } from './read-treatment.ts'
import { isProgression, responseOf } from './response.ts'
import { anyOf, firstSevere, worstOf } from './safety.ts'
import { saidByPatient } from './told-by-patient.ts'

type Joined = Pick<TreatmentRow, 'treatment' | 'patient' | 'organisation' | 'year'>

export function treatmentRow(read: ReadTreatment, joined: Joined, around: Around): TreatmentRow {
  return { ...joined, ...whatItWas(read, around), ...howItTurnedOut(read, around) }
}

function whatItWas({ treatment, tumours }: ReadTreatment, { sex, birthOn }: Around) {
  const { told, sessions, startOn } = treatment
  const [first] = sessions
  const { referredOn, discussedOn, ...background } = told.backgroundOf(first)
  const sizes = tumours.flatMap(({ size }) => size ?? [])
  return {
    nation: told.organisation.nation,
    region: told.organisation.region,
    origin: told.origin,
    startedOn: startOn,
    procedure: first.procedure,
    intent: first.intent,
    ...background,
    sex,
    age: birthOn === null ? null : Math.min(oldest, ageAt(birthOn, startOn)),
    sessions: sessions.length,
    tumours: tumours.length === 0 ? null : tumours.length,
    largestTumour: sizes.length === 0 ? null : Math.max(...sizes),
    modality: first.modality,
    embolic: first.embolic,
    selectivity: first.selectivity,
    anaesthesia: first.anaesthesia,
    daysFromReferral: after(referredOn, startOn),
    daysFromDiscussion: after(discussedOn, startOn),
  }
}

/** Stands for all who are older, of whom there are few enough to be known by it. */
const oldest = 90

function howItTurnedOut(read: ReadTreatment, { life, scans }: Around) {
  const { treatment, siblings, nextOn, own, tumours, safety, lives } = read
  const { told, sessions, startOn, lastOn } = treatment
  const local = localControlTogether(
    treatment,
    tumours.map(({ control }) => control),
    own,
  )
  const complications = safety.flatMap((each) => each.complications)
  const later = scans.filter(({ on }) => on > startOn)
  return {
    technicalSuccess: successOf(sessions),
    techniqueEfficacy: local.techniqueEfficacy,
    ...responseOf(treatment, own, nextOn),
    worstCirse: worstOf(complications.map(({ cirse }) => cirse)),
    worstCtcae: worstOf(complications.map(({ ctcae }) => ctcae)),
    complication30: anyOf(safety.map(({ complication }) => complication)),
    severe30: anyOf(safety.map(({ severe }) => severe)),
    died30: diedWithin(life, lastOn, 30),
    died90: diedWithin(life, lastOn, 90),
    ...saidByPatient(treatment, siblings),
    ...lives,
    daysToProgression: after(startOn, later.find(isProgression)?.on),
    daysToLocalProgression: after(startOn, local.progressedOn),
    daysToLastImaging: after(startOn, latest(later.map(({ on }) => on))),
    daysToNextTreatment: after(startOn, nextOn),
    daysToSevere: after(startOn, firstSevere(sessions, told)),
  }
}

/** Treated to plan at every session; in part counts as no, and so does a session that was broken off. */
function successOf(sessions: readonly SessionFacts[]): boolean | null {
  const said = sessions.map(({ technicalSuccess }) => technicalSuccess)
  if (said.some((each) => each === 'no' || each === 'partial')) return false
  return said.every((each) => each === 'yes') ? true : null
}
