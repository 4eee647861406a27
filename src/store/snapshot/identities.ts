/** Who is who across organisations, in order: one identity a person, with the patients and past treatments that are theirs. */

import { type RawBuilder, sql } from 'kysely'
import type { Identifier, Sex } from '#core/patient/patient.ts'
import type { Transaction } from '../open.ts'
import { patientColumns } from '../patient/patient.ts'
import { stream } from '../record/stream.ts'

/** A registered patient with a case, after merges. */
export interface IdentifiedPatient {
  readonly identity: string
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly sex: Sex
  readonly birthOn: string
  readonly diedOn: string | null
  readonly identifiers: readonly Identifier[]
  readonly fictional: boolean
}

/** An uploaded treatment that was not withdrawn. */
export interface IdentifiedPast {
  readonly identity: string
  readonly id: string
  readonly organisation: string
  /** Registered at the organisation under the same number. */
  readonly patient: string | null
  readonly system: Identifier['system'] | null
  readonly value: string | null
  readonly body: unknown
}

export interface Person {
  readonly identity: string
  readonly patients: readonly IdentifiedPatient[]
  readonly past: readonly IdentifiedPast[]
}

/**
 * A national number before the record's own id, as `identityOf` says it: England and Wales, Scotland,
 * Northern Ireland. Of a row that has `identifiers` and `id`.
 */
const identity: RawBuilder<string> = sql`coalesce((
    select n.system || ':' || n.value from jsonb_to_recordset(identifiers) as n (system text, value text)
    where n.system <> 'local'
    order by array_position(array['nhs', 'chi', 'hcn'], n.system), n.value collate "C" limit 1
  ), 'patient:' || id)`

const patients = sql<IdentifiedPatient>`
  select * from (select ${identity} as identity, id, given_name as "givenName", family_name as "familyName", sex,
    birth_on::text as "birthOn", died_on::text as "diedOn", identifiers, fictional
  from (
    select ${patientColumns}, o.fictional from patient p join organisation o on o.code = p.registered_at
    where p.merged_into is null and exists (select from care_case c where c.patient = p.id)
  ) as known) as named
  order by identity collate "C", id`

/** A hospital's own number is known there alone; a registered patient's is that patient's identity. */
const past = sql<IdentifiedPast>`
  select identity, id, organisation, patient, system, value, body from (select coalesce(
      case when t.system in ('nhs', 'chi', 'hcn') then t.system || ':' || t.value end,
      (select ${identity} from (
        select ${patientColumns} from patient p where p.id = patient_survivor(t.patient)) as known),
      'local:' || t.organisation || ':' || t.value,
      'past:' || t.id) as identity,
    t.id, t.organisation, t.patient, t.system, t.value, t.treated_on, b.body
  from past_treatment t join record_body b on b.entry = t.entry
  where t.withdrawn_at is null) as named
  order by identity collate "C", treated_on, id`

/** Every person with something in the record, in order of identity, as it stood when the transaction began. */
export async function* people(tx: Transaction): AsyncGenerator<Person> {
  const [registered, uploaded] = [grouped(stream(tx, patients)), grouped(stream(tx, past))]
  let [one, other] = [await registered.next(), await uploaded.next()]
  while (!one.done || !other.done) {
    const [mine, theirs] = [one.done ? null : one.value, other.done ? null : other.value]
    const identity = first(mine?.identity, theirs?.identity)
    const isMine = mine?.identity === identity
    const isTheirs = theirs?.identity === identity
    yield { identity, patients: isMine ? mine.rows : [], past: isTheirs ? theirs.rows : [] }
    if (isMine) one = await registered.next()
    if (isTheirs) other = await uploaded.next()
  }
}

/** The one that comes first byte by byte, as the database sorts them. */
function first(one: string | undefined, other: string | undefined): string {
  if (one === undefined || other === undefined) return one ?? other ?? ''
  return Buffer.compare(Buffer.from(one), Buffer.from(other)) <= 0 ? one : other
}

interface Group<Row> {
  readonly identity: string
  readonly rows: readonly Row[]
}

async function* grouped<Row extends { readonly identity: string }>(
  rows: AsyncIterable<Row>,
): AsyncGenerator<Group<Row>, undefined> {
  let group: Row[] = []
  for await (const row of rows) {
    if (group[0] && group[0].identity !== row.identity) {
      yield { identity: group[0].identity, rows: group }
      group = []
    }
    group.push(row)
  }
  if (group[0]) yield { identity: group[0].identity, rows: group }
}
