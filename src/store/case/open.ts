/** Opens a case: its row, so that the scope shows it, and the first entry of its record. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { caseSubject } from '#core/pathway/course.ts'
import { caseOpened } from '#core/pathway/kinds/referral.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'

export interface CaseOpening {
  readonly patient: string
  readonly treating: string
  readonly referring: string | null
  readonly author: string
  readonly role: string
  /** For which it is opened: one of the two. */
  readonly organisation: string
  readonly at: Date
}

/**
 * Opens a case and answers its id. Organisations that treat and refer see it from then on, and with it
 * the patient.
 *
 * @throws when the scope does not show the patient, or the organisation takes no part in it
 */
export async function openCase(db: Database | Transaction, opening: CaseOpening): Promise<string> {
  if (!db.isTransaction) return db.transaction().execute((tx) => openCase(tx, opening))
  const { patient, treating, referring, author, role, organisation, at } = opening
  const id = uuid()
  const organisations = [...new Set([treating, ...(referring ? [referring] : [])])].sort()
  await sql`
    insert into care_case (id, patient, opened_for, treating, referring, organisations, opened_at)
    values (${id}, patient_survivor(${patient}), ${patient}, ${treating}, ${referring}, ${organisations}::text[],
      ${at})`.execute(db)
  const said = await append(
    db,
    {
      subject: caseSubject(id),
      kind: caseOpened,
      body: { patient, treating },
      occurredAt: at,
      ...{ author, role, organisation },
    },
    { expected: 0 },
  )
  if (said.outcome !== 'appended') throw new Error(`the opening of a case was ${said.outcome}`)
  return id
}
