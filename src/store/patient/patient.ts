/** Reads patients: one, those whose name or number someone typed, how many there are. Within a scope. */

import { type RawBuilder, sql } from 'kysely'
import { isDay } from '#core/calendar/uk-day.ts'
import { checkIdentifier, type Identifier } from '#core/patient/identifiers.ts'
import { nameKey } from '#core/patient/match.ts'
import type { Patient, Sex } from '#core/patient/patient.ts'
import type { Database, Transaction } from '../open.ts'

export type { Patient } from '#core/patient/patient.ts'

/** A patient as kept: with where the record's head is, for whoever corrects it. */
export interface KnownPatient extends Patient {
  readonly position: number
  readonly registeredAt: string
}

export interface PatientRow {
  id: string
  given_name: string
  family_name: string
  birth_on: string
  sex: Sex
  postcode: string | null
  gp_practice: string | null
  died_on: string | null
  position: number
  registered_at: string
  identifiers: Identifier[]
}

const asNumbers = sql`jsonb_agg(distinct jsonb_build_object('system', i.system, 'value', i.value))`

/**
 * What `patientOf` reads, of a patient that a query calls `p`. Of a kind of number that the record itself
 * has none of, those of the records that were merged into it: a merge loses nobody's number.
 */
export const patientColumns: RawBuilder<PatientRow> = sql`p.id, p.given_name, p.family_name, p.birth_on,
  p.sex, p.postcode, p.gp_practice, p.died_on, p.position, p.registered_at, coalesce(
    case when exists (select from patient m where m.merged_into = p.id) then (
      select ${asNumbers} from patient_identifier i where i.patient = p.id
        or i.patient in (select patient_group(p.id)) and not exists (
          select from patient_identifier o where o.patient = p.id and o.system = i.system))
    else (select ${asNumbers} from patient_identifier i where i.patient = p.id) end, '[]') as identifiers`

/** National numbers before an organisation's own. */
const inOrder = (a: Identifier, b: Identifier): number =>
  Number(a.system === 'local') - Number(b.system === 'local') ||
  a.system.localeCompare(b.system) ||
  a.value.localeCompare(b.value)

export function patientOf(row: PatientRow): KnownPatient {
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    birthOn: row.birth_on,
    sex: row.sex,
    identifiers: row.identifiers.toSorted(inOrder),
    postcode: row.postcode,
    gpPractice: row.gp_practice,
    diedOn: row.died_on,
    position: row.position,
    registeredAt: row.registered_at,
  }
}

/** The patient with this id, or the one that they were merged into; null outside of the scope. */
export async function patientById(db: Database | Transaction, id: string): Promise<KnownPatient | null> {
  const { rows } = await sql<PatientRow>`
    select ${patientColumns} from patient p where p.id = patient_survivor(${id})`.execute(db)
  return rows[0] ? patientOf(rows[0]) : null
}

/** Several at once, by their own ids; those outside of the scope are left out. */
export async function patientsById(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownPatient>> {
  const { rows } = await sql<PatientRow>`
    select ${patientColumns} from patient p where p.id = any (${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, patientOf(row)]))
}

export const mostFound = 50

/**
 * Patients by what someone typed: a number of any kind, or the beginnings of the words of a name, in any
 * order, with a birth date (1948-03-09) or without. By name; at most `mostFound`.
 */
export async function findPatients(db: Database | Transaction, words: string): Promise<KnownPatient[]> {
  const typed = words.slice(0, 200)
  const birthOn = /\b\d{4}-\d{2}-\d{2}\b/.exec(typed)?.[0] ?? null
  const rest = birthOn ? typed.replace(birthOn, ' ') : typed
  const conditions = [
    ...(birthOn ? [sql`p.birth_on = ${birthOn}`] : []),
    ...(/\d/.test(rest) ? [hasNumber(rest)] : wordsOf(rest).map(hasWord)),
  ]
  // Nobody was born on a day that the calendar does not have.
  if (conditions.length === 0 || (birthOn && !isDay(birthOn))) return []
  const { rows } = await sql<PatientRow>`
    select ${patientColumns} from patient p
    where p.merged_into is null and ${sql.join(conditions, sql` and `)}
    order by p.family_key, p.given_key, p.birth_on, p.id limit ${mostFound}`.execute(db)
  return rows.map(patientOf)
}

/** Patients with this number, of one system, or of any where none is named. */
export async function patientsWithNumber(
  db: Database | Transaction,
  numbers: readonly Identifier[],
): Promise<KnownPatient[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<PatientRow>`
    select ${patientColumns} from patient p where p.merged_into is null and p.id = any(array(
      select patient_survivor(i.patient) from patient_identifier i
      where i.value = any(${numbers.map(({ value }) => value)}::text[])
        and (i.system, i.value) in (${sql.join(numbers.map(({ system, value }) => sql`(${system}, ${value})`))})))
    order by p.family_key, p.given_key, p.id`.execute(db)
  return rows.map(patientOf)
}

/** The words of a name that are kept for searching. */
export function wordsOf(name: string): string[] {
  return [...new Set(nameKey(name).split(' '))].filter((word) => word !== '').slice(0, 12)
}

/** A merged patient's words lead to the survivor, for both were names of the same person. */
function hasWord(word: string): RawBuilder<boolean> {
  return sql`p.id in (select patients_named(${word}))`
}

function hasNumber(typed: string): RawBuilder<boolean> {
  const local = checkIdentifier('local', typed).value
  const value = checkIdentifier('nhs', typed).value ?? typed.replace(/[\s-]/g, '').toUpperCase()
  return sql`p.id = any(array(select patient_survivor(i.patient) from patient_identifier i
    where i.value = any(${[value, local ?? value]}::text[])))`
}
