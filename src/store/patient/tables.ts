/** The patients' tables of migrations/0007_case.sql, under row-level security. */

import type { Generated } from 'kysely'
import type { IdentifierSystem, Sex } from '#core/patient/patient.ts'

export interface PatientTables {
  patient: PatientTable
  patient_identifier: PatientIdentifierTable
  patient_word: PatientWordTable
}

export interface PatientWordTable {
  word: string
  patient: string
}

export interface PatientTable {
  id: string
  given_name: string
  family_name: string
  given_key: string
  family_key: string
  birth_on: string
  sex: Sex
  postcode: string | null
  gp_practice: string | null
  died_on: string | null
  registered_at: string
  organisations: string[]
  merged_into: string | null
  position: Generated<number>
  changed_at: Generated<Date>
}

export interface PatientIdentifierTable {
  patient: string
  system: IdentifierSystem
  value: string
  registered_at: string
}
