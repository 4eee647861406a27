/** Links to a patient's own page: made for a case, opened with the date of birth, closed after five wrong ones. */

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf, makeSecret } from '../census/link.ts'
import type { Database, Transaction } from '../open.ts'
import { withinScope } from '../scope.ts'

/** As long as a course of treatment with its first follow-up. */
export const patientLinkDays = 180
/** So many wrong dates of birth in a row close a link for good. */
export const wrongDatesAtMost = 5
/** How long a visit goes on after the right date. */
const visitMinutes = 60

/** 256 bits in base64url. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** What a right date of birth, or a visit that goes on, opens. */
export interface Opened {
  /** Of the link. */
  readonly id: string
  readonly caseId: string
  readonly patient: string
  readonly organisation: string
}

interface OpenedRow {
  readonly id: string
  readonly case_id: string
  readonly patient: string
  readonly organisation: string
}

const openedOf = ({ case_id, ...row }: OpenedRow): Opened => ({ ...row, caseId: case_id })

export interface NewPatientLink {
  readonly caseId: string
  readonly patient: string
  /** That treats: for whom the patient's questions are. */
  readonly organisation: string
  readonly madeBy: string
  readonly leaflet: string | null
}

/** Makes a link; its token is answered once and never again. Within a scope that shows the case. */
export async function makePatientLink(
  db: Database | Transaction,
  { caseId, patient, organisation, madeBy, leaflet }: NewPatientLink,
  now: Date,
): Promise<{ readonly id: string; readonly token: string; readonly expiresAt: Date }> {
  const { secret, digest } = makeSecret()
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + patientLinkDays * 86_400_000)
  await db
    .insertInto('patient_link')
    .values({
      ...{ id, digest, case_id: caseId, patient, organisation, leaflet },
      ...{ made_by: madeBy, made_at: now, expires_at: expiresAt },
      ...{ revoked_at: null, wrong_dates: 0, opened_at: null },
    })
    .execute()
  return { id, token: secret, expiresAt }
}

export interface PatientLinkState {
  readonly id: string
  readonly madeBy: string
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly wrongDates: number
  readonly openedAt: Date | null
}

/** Every link of a case, the newest first. Within a scope. */
export async function patientLinksOf(db: Database, caseId: string): Promise<readonly PatientLinkState[]> {
  return db
    .selectFrom('patient_link')
    .select([
      'id',
      'made_by as madeBy',
      'made_at as madeAt',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
      'wrong_dates as wrongDates',
      'opened_at as openedAt',
    ])
    .where('case_id', '=', caseId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Closes a link of a case, and whatever visit goes on by it. Within a scope. */
export async function revokePatientLink(
  db: Database,
  { id, caseId, now }: { readonly id: string; readonly caseId: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('patient_link')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('case_id', '=', caseId)
    .where('revoked_at', 'is', null)
    .execute()
}

/**
 * Tries a token with a date of birth: a visit's secret where both are right. Null says nothing more: not
 * whether there is such a link, whether it is over, or whether the date was wrong.
 */
export async function openPatientLink(
  db: Database,
  asked: { readonly token: string; readonly birthOn: string; readonly now: Date },
): Promise<{ readonly secret: string; readonly expiresAt: Date } | null> {
  const { token, birthOn, now } = asked
  const shown = digestOf(tokenPattern.test(token) ? token : 'no token')
  const { rows } = await sql<OpenedRow>`
    select * from patient_link_tried(${shown}, ${birthOn}::date, ${now}, ${wrongDatesAtMost})`.execute(db)
  const [row] = rows
  if (!row) return null
  const { secret, digest } = makeSecret()
  const expiresAt = new Date(now.getTime() + visitMinutes * 60_000)
  await asPatient(db, openedOf(row), async (own) => {
    await own.deleteFrom('patient_visit').where('expires_at', '<=', now).execute()
    await own.insertInto('patient_visit').values({ digest, link: row.id, expires_at: expiresAt }).execute()
  })
  return { secret, expiresAt }
}

/** Whose visit a cookie's secret is; null when it is over or was none. */
export async function patientVisit(db: Database, secret: string, now: Date): Promise<Opened | null> {
  if (!tokenPattern.test(secret)) return null
  const { rows } = await sql<OpenedRow>`
    select * from patient_visit_shown(${digestOf(secret)}, ${now})`.execute(db)
  return rows[0] ? openedOf(rows[0]) : null
}

export async function endVisit(db: Database, opened: Opened, secret: string): Promise<void> {
  await asPatient(db, opened, (own) =>
    own.deleteFrom('patient_visit').where('digest', '=', digestOf(secret)).execute(),
  )
}

/** Work within what the treating service sees: the page itself shows the one case of the link and no other. */
export function asPatient<T>(
  db: Database,
  { organisation }: Pick<Opened, 'organisation'>,
  work: (own: Database) => Promise<T>,
): Promise<T> {
  return withinScope(db, { person: 'patient', organisations: [organisation], ownOnly: true }, work)
}
