/**
 * The rows of the registry, folded from records by pure functions: one patient's cases and past treatments together
 * come to rows of all seven levels. Nobody enters a row; whoever doubts one reads the record that it is of.
 *
 * What cannot be is never used in silence: a follow-up dated before its treatment, a baseline after it, a birth after
 * it or a death before it leaves the values that would rest on it empty, and the data's queries ask for it.
 */

import { ageAt } from '../patient/age.ts'
import { sexes } from '../patient/patient.ts'
import { dayOrNull } from './fold/days.ts'
import type { Told } from './fold/facts.ts'
import { toldByCase } from './fold/from-course.ts'
import { toldByUploads } from './fold/from-past.ts'
import { daysOfLife, type Life, lifeOf } from './fold/life.ts'
import {
  assessmentRows,
  complicationRows,
  feedbackRows,
  sessionRows,
  tumourRows,
  yearOf,
} from './fold/other-rows.ts'
import { type Around, readTreatment } from './fold/read-treatment.ts'
import { treatmentRow } from './fold/treatment-row.ts'
import { type TreatmentFacts, treatmentsOf } from './fold/treatments.ts'
import type { PatientRow } from './levels/patient.ts'
import type { Rows } from './levels.ts'
import type { KeyOf, PatientForRegistry } from './patient-for-registry.ts'

export type { CaseForRegistry, KeyOf, OrganisationFacts, PatientForRegistry } from './patient-for-registry.ts'

/**
 * One patient's rows; none of any level for a patient who was never treated.
 *
 * @param keyOf makes pseudonyms
 * @param asOf the day up to whose end things count as having happened
 */
export function rowsOf(patient: PatientForRegistry, keyOf: KeyOf, asOf: string): Rows {
  const told = toldOf(patient, asOf)
  const life = lifeOf(patient, told, asOf)
  const cases = told.map(treatmentsOf)
  const all = cases.flat().sort(byStart)
  const around = aroundOf(patient, told, life, keyOf, all[0]?.startOn)
  const rows: { -readonly [Level in keyof Rows]: Rows[Level][number][] } = emptyRows()
  for (const treatment of all) {
    const siblings = cases.find((each) => each.includes(treatment)) ?? []
    const read = readTreatment(treatment, siblings, nextAfter(treatment, all), life)
    const joined = {
      treatment: keyOf('treatment', treatment.id),
      patient: around.patient,
      organisation: treatment.told.organisation.code,
      year: yearOf(treatment.startOn),
    }
    rows.treatment.push(treatmentRow(read, joined, around))
    rows.session.push(...sessionRows(read, joined, keyOf))
    rows.tumour.push(...tumourRows(read, joined, keyOf))
    rows.assessment.push(...assessmentRows(read, joined, keyOf))
    rows.complication.push(...complicationRows(read, joined, keyOf))
    rows.feedback.push(...feedbackRows(read, joined, keyOf))
  }
  const [first] = all
  if (first) rows.patient.push(patientRow(first, all.length, around, life))
  return rows
}

/** Rows of every level, none of each. */
function emptyRows(): { -readonly [Level in keyof Rows]: Rows[Level][number][] } {
  return {
    patient: [],
    treatment: [],
    session: [],
    tumour: [],
    assessment: [],
    complication: [],
    feedback: [],
  }
}

function toldOf(patient: PatientForRegistry, asOf: string): readonly Told[] {
  const cases = patient.cases
    .map((each) => toldByCase(each, asOf))
    .sort((one, other) => ((one.sessions[0]?.id ?? '') < (other.sessions[0]?.id ?? '') ? -1 : 1))
  const sameSession = (organisation: string, procedure: string, on: string) =>
    cases.some(
      (told) =>
        told.organisation.code === organisation &&
        told.sessions.some((session) => session.procedure === procedure && session.on === on),
    )
  // An upload of what the record holds already is the same treatment, not another.
  const past = patient.past.filter(
    ({ organisation, body }) => !sameSession(organisation.code, body.procedure, body.treatedOn),
  )
  const uploads = [...Map.groupBy(past, ({ organisation }) => organisation.code)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, each]) => (each[0] ? [toldByUploads(each[0].organisation, each, asOf)] : []))
  return [...cases, ...uploads]
}

function aroundOf(
  patient: PatientForRegistry,
  told: readonly Told[],
  life: Life,
  keyOf: KeyOf,
  firstOn: string | undefined,
): Around {
  const birthOn = dayOrNull(patient.birthOn)
  const age = birthOn !== null && firstOn !== undefined ? ageAt(birthOn, firstOn) : null
  const { sex } = patient
  return {
    patient: keyOf('patient', patient.id),
    sex: sex === 'indeterminate' ? 'other' : (sexes as readonly string[]).includes(sex) ? sex : 'unknown',
    birthOn: age !== null && age >= 0 && age <= longestLife ? birthOn : null,
    life,
    scans: told
      .flatMap(({ assessments }) => assessments)
      .filter(({ baseline }) => !baseline)
      .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    keyOf,
  }
}

/** Years; an older patient is a slip of the pen. */
const longestLife = 120

function byStart(one: TreatmentFacts, other: TreatmentFacts): number {
  if (one.startAt !== other.startAt) return one.startAt < other.startAt ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function nextAfter(treatment: TreatmentFacts, all: readonly TreatmentFacts[]): string | null {
  const later = all.slice(all.indexOf(treatment) + 1)
  return later.find((each) => each.sessions[0].intent === treatment.sessions[0].intent)?.startOn ?? null
}

function patientRow(
  { startOn, told }: TreatmentFacts,
  treatments: number,
  { patient, sex, birthOn }: Around,
  life: Life,
): PatientRow {
  const lives = daysOfLife(life, startOn)
  return {
    patient,
    nation: told.organisation.nation,
    year: yearOf(startOn),
    sex,
    birthYear: birthOn === null ? null : yearOf(birthOn),
    firstTreatedOn: startOn,
    treatments,
    died: life.diedOn !== null,
    ...lives,
  }
}
