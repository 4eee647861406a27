/** Reads a case: its row, its patient, its record and what it is judged against. Within a scope. */

import { sql } from 'kysely'
import { type Course, caseSubject, courseOf } from '#core/pathway/course.ts'
import type { Surroundings } from '#core/pathway/surroundings.ts'
import type { Entry } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { type KnownPatient, type PatientRow, patientColumns, patientOf } from '../patient/patient.ts'
import { entryOf, type KeptRow } from '../record/rows.ts'
import { surroundingsOf } from './surroundings.ts'

/** Whose case it is, who takes part, and the procedure that it came to when it was last folded. */
export interface CaseRow {
  readonly id: string
  readonly patient: string
  readonly treating: string
  readonly referring: string | null
  readonly organisations: readonly string[]
  readonly procedure: string | null
}

export interface OpenedCase {
  readonly id: string
  readonly row: CaseRow
  readonly patient: KnownPatient
  readonly course: Course
  readonly entries: readonly Entry[]
  readonly surroundings: Surroundings
  /** Seen by break-glass alone: nothing can be written into it. */
  readonly onlyToLook: boolean
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The case with this id; null where there is none, or none that the scope shows: nobody can tell which. */
export async function readCase(db: Database | Transaction, id: string): Promise<OpenedCase | null> {
  if (!isUuid.test(id)) return null
  const [row, entries] = await Promise.all([rowOfCase(db, id), entriesOfCases(db, [id])])
  if (!row) return null
  const surroundings = await surroundingsOf(db, [row.treating])
  const said = entries.get(id) ?? []
  const around = surroundings.get(row.treating)
  if (!around) throw new Error('a case without surroundings')
  return {
    id,
    row: rowOf(row),
    patient: patientOf(row),
    course: courseOf(caseSubject(id), said),
    entries: said,
    surroundings: around,
    onlyToLook: row.onlyToLook,
  }
}

async function rowOfCase(db: Database | Transaction, id: string): Promise<Joined | undefined> {
  const { rows } = await sql<Joined>`
    select c.id as case_id, c.patient, c.treating, c.referring, c.organisations, c.procedure,
      not (scope_is_whole() or c.organisations && scope_organisations()) as "onlyToLook", ${patientColumns}
    from care_case c join patient p on p.id = c.patient where c.id = ${id}`.execute(db)
  return rows[0]
}

type Joined = Omit<CaseRow, 'id'> & PatientRow & { readonly case_id: string; readonly onlyToLook: boolean }

function rowOf({ case_id: id, patient, treating, referring, organisations, procedure }: Joined): CaseRow {
  return { id, patient, treating, referring, organisations, procedure }
}

/** The entries of some cases in order, by case: one query, and the scope asked once a case. */
export async function entriesOfCases(
  db: Database | Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const subjects = ids.map(caseSubject)
  const { rows } = await sql<KeptRow>`
    select * from record_entries_shown(${subjects}::text[], 0)`.execute(db)
  return Map.groupBy(rows.map(entryOf), ({ subject }) => subject.slice('case:'.length))
}
