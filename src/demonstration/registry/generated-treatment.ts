/** The treatment row of an invented treatment. */

import { canRelieve } from '#core/registry/endpoint/applies.ts'
import type { TreatmentRow } from '#core/registry/levels/treatment.ts'
import type { GeneratedPatient, GeneratedTreatment } from './generated-patient.ts'

export type Joined = Pick<TreatmentRow, 'treatment' | 'patient' | 'organisation' | 'year'>

export function treatmentRowOf(
  patient: GeneratedPatient,
  treatment: GeneratedTreatment,
  next: GeneratedTreatment | undefined,
  joined: Joined,
): TreatmentRow {
  const { organisation, start, procedure, site, ablation, sessions, tumours, scans, luck } = treatment
  const [first] = sessions
  const lastDay = (sessions.at(-1) ?? first).day
  const since = (day: number | null) => (day === null || day < start ? null : day - start)
  const died = (days: number) =>
    patient.died !== null ? patient.died <= lastDay + days : patient.lastSeen >= lastDay + days ? false : null
  const of = (at: number) => luck[at] ?? 0
  const unknown = (at: number, share: number) => of(at) < share
  const complications = sessions.map(({ cirse }) => cirse)
  const worst = complications.reduce<string | null>(
    (highest, cirse) => (cirse && (highest === null || cirse > highest) ? cirse : highest),
    null,
  )
  const isLiver = tumours[0]?.organ === 'liver'
  const relievable = treatment.intent === 'supportive' && canRelieve(procedure)
  const symptomatic = relievable && of(0) < 0.5
  const before = symptomatic ? 3 + Math.floor(of(1) * 7) : null
  const after = before === null || of(2) > 0.85 ? null : Math.max(0, before - Math.floor(of(3) * 6))
  // Without scores somebody is asked in words.
  const relief =
    !relievable || symptomatic || of(1) > 0.85
      ? null
      : of(2) < 0.25
        ? 'gone'
        : of(2) < 0.8
          ? 'better'
          : 'same'
  const feedback = of(4) < 0.2 ? null : of(4) < 0.6 ? 'given' : of(4) < 0.9 ? 'asked' : 'declined'
  const experience =
    feedback === 'given'
      ? of(5) < 0.6
        ? 'very-good'
        : of(5) < 0.9
          ? 'good'
          : of(5) < 0.95
            ? 'poor'
            : 'unknown'
      : null
  const efficacies = tumours.map(({ efficacy }) => efficacy)
  const locals = tumours.flatMap(({ localProgression }) => localProgression ?? [])
  const severeAt = sessions.find(({ cirse, severe }) => cirse && severe)
  return {
    ...joined,
    nation: organisation.nation,
    region: organisation.region,
    origin: of(6) < 0.3 ? 'upload' : 'record',
    startedOn: treatment.startedOn,
    procedure,
    intent: treatment.intent,
    urgency: procedure === 'nephrostomy' ? (of(7) < 0.7 ? 'urgent' : 'emergency') : 'elective',
    tumourSite: site,
    icd10: treatment.icd10,
    stageGroup: unknown(8, 0.1)
      ? null
      : site.startsWith('liver-metastases')
        ? 'IV'
        : of(8) < 0.5
          ? 'II'
          : 'III',
    ecog: unknown(9, 0.05) ? null : String(Math.floor(of(9) ** 1.6 * 4)),
    sex: patient.sex,
    age: Math.min(90, joined.year === null ? 60 : joined.year - patient.birthYear),
    childPugh: isLiver && of(1) > 0.15 ? (of(1) < 0.85 ? 'A' : 'B') : null,
    albi: isLiver && of(2) > 0.15 ? (of(2) < 0.6 ? '1' : of(2) < 0.95 ? '2' : '3') : null,
    sessions: sessions.length,
    tumours: tumours.length,
    largestTumour: Math.max(...tumours.map(({ size }) => size)),
    modality: ablation ? (of(3) < 0.6 ? 'microwave' : of(3) < 0.8 ? 'radiofrequency' : 'cryo') : null,
    embolic: embolicOf(procedure, of(3)),
    selectivity: embolicOf(procedure, 0) === null ? null : of(5) < 0.5 ? 'segmental' : 'lobar',
    anaesthesia: ablation ? (of(4) < 0.6 ? 'general' : 'sedation') : 'local',
    daysFromReferral: Math.floor(of(7) * 60),
    daysFromDiscussion: treatment.intent === 'supportive' ? null : Math.floor(of(7) * 40),
    technicalSuccess: sessions.every(({ success }) => success),
    techniqueEfficacy: together(efficacies),
    bestResponse: treatment.response,
    criteria:
      treatment.response === null
        ? null
        : ablation
          ? 'ablation-zone'
          : site === 'hepatocellular'
            ? 'mrecist'
            : 'recist-1.1',
    responded: treatment.response === null ? null : ['CR', 'PR'].includes(treatment.response),
    bestChange: treatment.change,
    worstCirse: worst,
    worstCtcae: worst === null ? null : worst >= '4' ? '3' : worst > '2' ? '2' : '1',
    complication30: worst !== null ? true : complications.includes(undefined) ? null : false,
    severe30: severeAt ? true : complications.includes(undefined) ? null : false,
    died30: died(30),
    died90: died(90),
    scoreBefore: before,
    scoreAfter: after,
    relief,
    relieved:
      before !== null && after !== null ? before - after >= 2 : relief === null ? null : relief !== 'same',
    feedback,
    experience,
    feedbackGiven: feedback === null ? null : feedback === 'given',
    experienceGood:
      experience === null || experience === 'unknown' ? null : ['very-good', 'good'].includes(experience),
    daysToDeath: since(patient.died),
    daysToLastSeen: since(patient.lastSeen),
    daysToProgression: treatment.progression,
    daysToLocalProgression: locals.length === 0 ? null : Math.min(...locals),
    daysToLastImaging: scans.at(-1) ?? null,
    daysToNextTreatment: next ? next.start - start : null,
    daysToSevere: severeAt ? severeAt.day - start + 2 : null,
  }
}

function embolicOf(procedure: string, luck: number): string | null {
  if (procedure === 'selective-internal-radiation-therapy') return 'microspheres'
  if (procedure === 'transarterial-chemoembolisation') return luck < 0.6 ? 'drug-eluting' : 'conventional'
  return null
}

function together(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false
  return answers.every((each) => each === true) ? true : null
}
