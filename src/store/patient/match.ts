/** Looks for patients who may be the same person, within what the scope shows. */

import { sql } from 'kysely'
import { type Match, matchOf } from '#core/patient/match.ts'
import type { Identity } from '#core/patient/patient.ts'
import type { Database, Transaction } from '../open.ts'
import { type KnownPatient, type PatientRow, patientColumns, patientOf, wordsOf } from './patient.ts'

export type Details = Pick<Identity, 'givenName' | 'familyName' | 'birthOn' | 'identifiers'>

export interface Candidate extends Match {
  readonly patient: KnownPatient
}

const mostCandidates = 10

/** Who may be meant, the likeliest first. `except`: whose details they are. */
export async function matchesFor(
  db: Database | Transaction,
  details: Details,
  except: string | null = null,
): Promise<readonly Candidate[]> {
  const values = details.identifiers.map(({ value }) => value)
  const [given, family] = [wordsOf(details.givenName), wordsOf(details.familyName)]
  const { rows } = await sql<PatientRow>`
    select ${patientColumns} from patient p where p.id = any(array(
      select patient_survivor(i.patient) from patient_identifier i where i.value = any(${values}::text[])
      union select b.id from patient b where b.birth_on = ${details.birthOn}
      union (select w.patient from patient_word w where w.word = any(${given}::text[])
        intersect select w.patient from patient_word w where w.word = any(${family}::text[]))
    )) and p.merged_into is null and p.id is distinct from ${except}::uuid limit 500`.execute(db)
  return rows
    .map(patientOf)
    .flatMap((patient) => {
      const match = matchOf(details, patient)
      return match ? [{ patient, ...match }] : []
    })
    .sort((one, other) => other.score - one.score || (one.patient.id < other.patient.id ? -1 : 1))
    .slice(0, mostCandidates)
}
