/** The look log: who looked at which patient, on which kind of page. Only ever added to. */

import { sql } from 'kysely'
import type { Database, Transaction } from '../open.ts'

export interface Look {
  readonly person: string
  /** For which they looked. */
  readonly organisation: string | null
  readonly patient: string
  readonly caseId: string | null
  /** Which kind of page, as in 'case' or 'list to-answer': never its address. */
  readonly page: string
}

/** Notes one look at a patient: once for each page that shows one. */
export async function noteLook(db: Database | Transaction, look: Look): Promise<void> {
  const { patient, caseId, ...rest } = look
  await noteLooks(db, { ...rest, looked: [{ patient, caseId }] })
}

export interface Looks {
  readonly person: string
  readonly organisation: string | null
  readonly page: string
  readonly looked: readonly { readonly patient: string; readonly caseId: string | null }[]
}

/**
 * Notes a look at each patient of a page, in one statement. Whose patient it is then is kept with it, for
 * those organisations' Caldicott guardians.
 */
export async function noteLooks(db: Database | Transaction, looks: Looks): Promise<void> {
  if (looks.looked.length === 0) return
  const { person, organisation, page, looked } = looks
  const patients = looked.map(({ patient }) => patient)
  const cases = looked.map(({ caseId }) => caseId)
  await sql`
    insert into case_look (person, organisation, patient, case_id, page, organisations)
    select ${person}, ${organisation}, p.id, l.case_id, ${page}, coalesce(c.organisations, p.organisations)
    from unnest(${patients}::uuid[], ${cases}::uuid[]) as l (patient, case_id)
    join patient p on p.id = l.patient left join care_case c on c.id = l.case_id`.execute(db)
}

/**
 * The same for a page that looks again by itself: a patient whom the person saw on such a page within the
 * last ten minutes is not noted again.
 */
export async function noteNewLooks(db: Database | Transaction, looks: Looks): Promise<void> {
  const { rows } = await sql<{ patient: string }>`
    select distinct patient from case_look where person = ${looks.person} and page = ${looks.page}
      and at > clock_timestamp() - interval '10 minutes'
      and patient = any (${looks.looked.map(({ patient }) => patient)}::uuid[])`.execute(db)
  const seen = new Set(rows.map(({ patient }) => patient))
  await noteLooks(db, { ...looks, looked: looks.looked.filter(({ patient }) => !seen.has(patient)) })
}

export interface LoggedLook {
  readonly id: number
  readonly at: Date
  readonly person: string
  /** Null when that person is not known any more. */
  readonly personName: string | null
  /** Of the one for which they looked. */
  readonly organisationName: string | null
  readonly patient: string
  readonly caseId: string | null
  readonly page: string
}

export interface LookFilter {
  /** Whose patients: the organisations of the guardian. */
  readonly organisations: readonly string[]
  readonly person?: string | undefined
  readonly patient?: string | undefined
}

const looksOnPage = 50

/** A page of looks, the latest first, from below an id on; `more`: there are earlier ones. */
export async function looksAt(
  db: Database,
  { organisations, person, patient }: LookFilter,
  before: number | null,
): Promise<{ readonly looks: readonly LoggedLook[]; readonly more: boolean }> {
  const { rows } = await sql<LoggedLook>`
    select l.id, l.at, l.person, who.name as "personName", place.name as "organisationName",
      l.patient, l.case_id as "caseId", l.page
    from case_look l left join person who on who.id = l.person
      left join organisation place on place.code = l.organisation
    where l.organisations && ${[...organisations]}::text[]
      ${person ? sql`and l.person = ${person}` : sql``}
      ${patient ? sql`and l.patient = any(array(select patient_group(patient_survivor(${patient}))))` : sql``}
      ${before === null ? sql`` : sql`and l.id < ${before}`}
    order by l.id desc limit ${looksOnPage + 1}`.execute(db)
  return { looks: rows.slice(0, looksOnPage), more: rows.length > looksOnPage }
}
