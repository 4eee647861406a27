/** Registers patients and corrects their details: entries of the patient's record, and the row that they come to. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Identifier } from '#core/patient/identifiers.ts'
import { patientCorrected, patientRegistered, patientSubject } from '#core/patient/kinds.ts'
import { nameKey } from '#core/patient/match.ts'
import { type Identity, identityBody, identitySchema } from '#core/patient/patient.ts'
import type { Entry, Problem } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import { type KnownPatient, patientsWithNumber, wordsOf } from './patient.ts'

export interface Signed {
  readonly author: string
  readonly role: string
  readonly organisation: string
  readonly at: Date
}

export type Registered =
  | { readonly outcome: 'registered'; readonly id: string }
  /** A number of theirs is a patient's already, of those whom the organisation may see. */
  | { readonly outcome: 'known'; readonly patient: KnownPatient }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/** Registers a patient at the organisation of whoever does. Of two at once with one number, one is told. */
export async function registerPatient(
  db: Database | Transaction,
  registration: Signed & { readonly identity: Identity },
): Promise<Registered> {
  const checked = checkedIdentity(registration.identity)
  if ('problems' in checked) return { outcome: 'refused', problems: checked.problems }
  const { identity } = checked
  const known = await patientsWithNumber(db, identity.identifiers)
  if (known[0]) return { outcome: 'known', patient: known[0] }
  const id = uuid()
  const { author, role, organisation, at } = registration
  return tried(db, id, identity.identifiers, async (tx) => {
    await tx
      .insertInto('patient')
      .values({
        id,
        ...rowOf(identity),
        registered_at: organisation,
        organisations: [organisation],
        merged_into: null,
      })
      .execute()
    if (!(await insertNumbers(tx, id, organisation, identity))) return null
    await insertWords(tx, id, identity)
    const body = identityBody(identity)
    const kind = patientRegistered
    const said = await append(tx, {
      subject: patientSubject(id),
      ...{ kind, body, author, role, organisation, occurredAt: at },
    })
    if (said.outcome === 'refused') return said
    await sql`update patient set position = 1 where id = ${id}`.execute(tx)
    return { outcome: 'registered', id }
  })
}

export type Corrected =
  | { readonly outcome: 'corrected' }
  | { readonly outcome: 'known'; readonly patient: KnownPatient }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  /** Somebody else changed the details meanwhile: what was said since. */
  | { readonly outcome: 'overtaken'; readonly since: readonly Entry[] }
  | { readonly outcome: 'not-found' }

/** Corrects a patient's details as a whole. `seen`: the record's position that the writer saw. */
export async function correctPatient(
  db: Database | Transaction,
  correction: Signed & { readonly patient: string; readonly identity: Identity; readonly seen?: number },
): Promise<Corrected> {
  const checked = checkedIdentity(correction.identity)
  if ('problems' in checked) return { outcome: 'refused', problems: checked.problems }
  const { identity } = checked
  const { patient, author, role, organisation, at, seen } = correction
  return tried(db, patient, identity.identifiers, async (tx) => {
    const held = await sql`
      select from patient where id = ${patient} and merged_into is null for update`.execute(tx)
    if (held.rows.length === 0) return { outcome: 'not-found' }
    const kind = patientCorrected
    const body = identityBody(identity)
    const draft = { subject: patientSubject(patient), kind, body, author, role, organisation, occurredAt: at }
    const said = await append(tx, draft, seen === undefined ? {} : { expected: seen })
    if (said.outcome !== 'appended') return said
    await tx
      .updateTable('patient')
      .set({ ...rowOf(identity), position: said.entry.position, changed_at: sql`clock_timestamp()` })
      .where('id', '=', patient)
      .execute()
    const had = await sql<KeptNumber>`
      delete from patient_identifier where patient = ${patient}
      returning system, value, registered_at as "registeredAt"`.execute(tx)
    await sql`delete from patient_word where patient = ${patient}`.execute(tx)
    const added = identity.identifiers.filter((each) => !had.rows.some(isSame(each)))
    if ((await withNumberBut(tx, patient, added)) !== undefined) return null
    if (!(await insertNumbers(tx, patient, organisation, identity, had.rows))) return null
    await insertWords(tx, patient, identity)
    return { outcome: 'corrected' }
  })
}

/**
 * Does it in a transaction, of the caller's or its own. Null means that somebody else has the number:
 * all of it is undone, and who has it is looked up.
 */
async function tried<Outcome extends { outcome: string }>(
  db: Database | Transaction,
  id: string,
  numbers: readonly Identifier[],
  work: (tx: Transaction) => Promise<Outcome | null>,
): Promise<Outcome | { outcome: 'known'; patient: KnownPatient }> {
  const savedWork = async (tx: Transaction) => {
    await sql`savepoint patient_tried`.execute(tx)
    const done = await work(tx)
    await (done ? sql`release savepoint patient_tried` : sql`rollback to savepoint patient_tried`).execute(tx)
    return done
  }
  const done = db.isTransaction
    ? await savedWork(db as Transaction)
    : await db.transaction().execute(savedWork)
  if (done) return done
  const patient = await withNumberBut(db, id, numbers)
  if (!patient)
    throw new Error('a number is taken by a patient whom the organisation that has it does not see')
  return { outcome: 'known', patient }
}

/** Somebody else with one of these numbers, of those whom the scope shows. */
async function withNumberBut(db: Database | Transaction, id: string, numbers: readonly Identifier[]) {
  return (await patientsWithNumber(db, numbers)).find((patient) => patient.id !== id)
}

function checkedIdentity(
  given: Identity,
): { readonly identity: Identity } | { readonly problems: readonly Problem[] } {
  const parsed = identitySchema.safeParse(identityBody(given))
  if (parsed.success) {
    const { postcode = null, gpPractice = null, diedOn = null, ...rest } = parsed.data
    return { identity: { ...rest, postcode, gpPractice, diedOn } }
  }
  const problems = parsed.error.issues.map(({ path, message }) => ({
    code: 'body-refused' as const,
    path: ['body', ...path.map(String)].join('.'),
    words: message,
  }))
  return { problems }
}

function rowOf(identity: Identity) {
  return {
    given_name: identity.givenName,
    family_name: identity.familyName,
    given_key: nameKey(identity.givenName),
    family_key: nameKey(identity.familyName),
    birth_on: identity.birthOn,
    sex: identity.sex,
    postcode: identity.postcode,
    gp_practice: identity.gpPractice,
    died_on: identity.diedOn,
  }
}

interface KeptNumber extends Identifier {
  readonly registeredAt: string
}

const isSame = (one: Identifier) => (other: Identifier) =>
  one.system === other.system && one.value === other.value

/**
 * Whether all of them were to be had. In one order, so that two writers never wait for each other. A number
 * is registered by whoever gave it, and stays theirs: registered where the patient is, one that is taken
 * there would tell others so. One that a record merged into this one has stays with it: it is this person's
 * already, and an undone merge finds it where it was.
 */
async function insertNumbers(
  tx: Transaction,
  patient: string,
  organisation: string,
  { identifiers }: Identity,
  had: readonly KeptNumber[] = [],
): Promise<boolean> {
  if (identifiers.length === 0) return true
  const given = identifiers.map(({ system, value }) => {
    const at = had.find(isSame({ system, value }))?.registeredAt ?? organisation
    return { system, value, at }
  })
  const { rows } = await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as n (system text, value text, at text)
    ), merged as (
      select distinct g.system, g.value from given g join patient_identifier i using (system, value)
      where i.patient <> ${patient} and i.patient in (select patient_group(${patient}))
    ), kept as (
      insert into patient_identifier (patient, system, value, registered_at)
      select ${patient}, system, value, at from given
      where (system, value) not in (select system, value from merged)
      order by system, value
      on conflict do nothing returning system
    )
    select system from kept union all select system from merged`.execute(tx)
  return rows.length === identifiers.length
}

async function insertWords(tx: Transaction, patient: string, identity: Identity): Promise<void> {
  const words = [...new Set([...wordsOf(identity.givenName), ...wordsOf(identity.familyName)])]
  await sql`insert into patient_word (word, patient)
    select word, ${patient} from unnest(${words}::text[]) as word`.execute(tx)
}
