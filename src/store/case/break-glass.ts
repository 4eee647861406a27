/** Break-glass: a patient elsewhere, opened to one person for a while, with a reason that is told to the guardians. */

import { sql } from 'kysely'
import type { Identifier } from '#core/patient/identifiers.ts'
import { queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'

export const openHours = 8

export interface BreakGlass {
  readonly person: string
  readonly role: string
  /** For which they ask. */
  readonly organisation: string
  /** The exact number and birth date: nothing else finds anybody. */
  readonly identifier: Identifier
  readonly birthOn: string
  readonly reason: string
  readonly now: Date
}

/**
 * Opens whoever has this number and birth date, and whom the scope of `db` does not show anyway, to this person,
 * and tells the Caldicott guardians of the organisations whose patient it is and of the person's own. An attempt
 * that finds nobody is kept as well, and told to the person's own guardian. Answers the patients, most often one.
 */
export async function breakGlass(db: Database, asked: BreakGlass): Promise<readonly string[]> {
  const { person, role, organisation, identifier, birthOn, reason, now } = asked
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ patient: string | null; organisations: string[] }>`
      select patient, organisations from break_glass_open(${person}, ${role}, ${organisation},
        ${identifier.system}, ${identifier.value}, ${birthOn}::date, ${reason}, ${openHours})`.execute(tx)
    await tellGuardians(tx, [...new Set(rows.flatMap(({ organisations }) => organisations))], now)
    return rows.flatMap(({ patient }) => (patient ? [patient] : []))
  })
}

/** One mail to each guardian for each organisation: that there is something to look at, and nothing of whom. */
async function tellGuardians(tx: Transaction, organisations: readonly string[], now: Date): Promise<void> {
  const guardians = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .select(['person.email as recipient', 'membership.organisation'])
    .where('membership.role', '=', 'caldicott-guardian')
    .where('membership.organisation', 'in', [...organisations])
    .orderBy('person.email')
    .execute()
  await queueMail(
    tx,
    guardians.map((each) => ({ ...each, purpose: 'break-glass' as const })),
    now,
  )
}

/** Until when break-glass opens a patient, or whom it was merged with, to somebody; null where it does not. */
export async function glassUntil(db: Database, person: string, patient: string): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`
    select max(until) as until from break_glass where person = ${person} and until > clock_timestamp()
      and patient = any(array(select patient_group(patient_survivor(${patient}))))`.execute(db)
  return rows[0]?.until ?? null
}

export interface GlassBroken {
  readonly id: string
  readonly at: Date
  readonly person: string
  readonly personName: string | null
  readonly role: string
  readonly organisation: string
  readonly organisationName: string
  /** Null: nobody was found. */
  readonly patient: string | null
  readonly reason: string
  readonly until: Date
}

export interface GlassFilter {
  readonly organisations: readonly string[]
  readonly person?: string | undefined
  readonly patient?: string | undefined
}

export const glassOnPage = 25

/** A page of uses, the latest first, and how many there are. */
export async function glassBroken(
  db: Database,
  { organisations, person, patient }: GlassFilter,
  page: number,
): Promise<{ readonly uses: readonly GlassBroken[]; readonly total: number }> {
  const condition = sql`b.organisations && ${[...organisations]}::text[]
    ${person ? sql`and b.person = ${person}` : sql``}
    ${patient ? sql`and b.patient = any(array(select patient_group(patient_survivor(${patient}))))` : sql``}`
  const { rows } = await sql<GlassBroken>`
    select b.id, b.at, b.person, who.name as "personName", b.role, b.organisation,
      o.name as "organisationName", b.patient, b.reason, b.until
    from break_glass b join organisation o on o.code = b.organisation
    left join person who on who.id = b.person
    where ${condition} order by b.at desc, b.id limit ${glassOnPage} offset ${(page - 1) * glassOnPage}`.execute(
    db,
  )
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from break_glass b where ${condition}`.execute(db)
  return { uses: rows, total: counted.rows[0]?.total ?? 0 }
}
