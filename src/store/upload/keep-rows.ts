/** Writes past treatments that were checked into their records: what is new, what has changed; what is the same stays. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Draft } from '#core/record/entry.ts'
import { type PastTreatmentBody, pastSubject, pastTreatment } from '#core/registry/past-treatment.ts'
import type { Transaction } from '../open.ts'
import { appendMany } from '../record/append-many.ts'
import { freshRandom } from '../record/fresh-random.ts'

export interface RowToKeep {
  readonly key: string
  /** The body in canonical form, as it was checked, and its SHA-256 in hex. */
  readonly text: string
  readonly digest: string
  readonly body: PastTreatmentBody
}

export interface KeptBy {
  readonly upload: string
  readonly organisation: string
  /** `person:<id>` or `key:<id>`. */
  readonly author: string
  readonly role: string
}

export interface Kept {
  readonly fresh: number
  readonly changed: number
  readonly same: number
}

interface Standing {
  readonly key: string
  readonly id: string
  readonly entry: string
  readonly digest: string
  readonly isWithdrawn: boolean
}

interface Written {
  readonly id: string
  readonly entry: string
  readonly row: RowToKeep
  readonly corrects?: string
}

/**
 * As many as fit into one statement; no key twice. One that was withdrawn and is sent again stands again. All of
 * them came out of `checkPast`: the record is not asked to read their bodies again.
 */
export async function keepRows(tx: Transaction, by: KeptBy, rows: readonly RowToKeep[]): Promise<Kept> {
  const standing = await standingOf(tx, by.organisation, rows)
  const fresh: Written[] = []
  const changed: Written[] = []
  for (const row of rows) {
    const before = standing.get(row.key)
    const entry = uuid({ random: freshRandom(16) })
    if (!before) fresh.push({ id: uuid({ random: freshRandom(16) }), entry, row })
    else if (before.digest !== row.digest || before.isWithdrawn)
      changed.push({ id: before.id, entry, row, corrects: before.entry })
  }
  // Before their entries: what the database shows of a record, it asks of these.
  await insertNew(tx, by, fresh)
  await updateChanged(tx, by, changed)
  const written = [...fresh, ...changed]
  const appended = await appendMany(
    tx,
    written.map((each) => draftOf(by, each)),
    written.map(({ row }) => row.text),
  )
  if (appended.outcome === 'refused')
    throw new Error('a past treatment that was checked is refused by its kind')
  return { fresh: fresh.length, changed: changed.length, same: rows.length - written.length }
}

async function standingOf(
  tx: Transaction,
  organisation: string,
  rows: readonly RowToKeep[],
): Promise<ReadonlyMap<string, Standing>> {
  const found = await sql<Standing>`
    select local_key as key, id, entry, encode(digest, 'hex') as digest, withdrawn_at is not null as "isWithdrawn"
    from past_treatment where organisation = ${organisation} and local_key = any (${rows.map(({ key }) => key)}::text[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.key, row]))
}

const listed = (written: readonly Written[]) => sql`
  unnest(${written.map(({ id }) => id)}::uuid[], ${written.map(({ entry }) => entry)}::uuid[],
    ${written.map(({ row }) => row.key)}::text[], ${written.map(({ row }) => row.digest)}::text[],
    ${written.map(({ row }) => row.body.patient?.system ?? null)}::text[],
    ${written.map(({ row }) => row.body.patient?.value ?? null)}::text[],
    ${written.map(({ row }) => row.body.birthOn ?? null)}::date[],
    ${written.map(({ row }) => row.body.procedure)}::text[], ${written.map(({ row }) => row.body.treatedOn)}::date[])
    as g (id, entry, key, digest, system, value, birth_on, procedure, treated_on)`

/** Registered here under this number, and born on this day where one is given. */
const registered = (organisation: string) => sql`(
  select p.id from patient_identifier i join patient p on p.id = patient_survivor(i.patient)
  where g.value is not null and i.value = g.value and i.system = g.system
    and (g.system <> 'local' or i.registered_at = ${organisation}) and (g.birth_on is null or p.birth_on = g.birth_on)
  order by p.id limit 1)`

async function insertNew(tx: Transaction, by: KeptBy, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  await sql`
    insert into past_treatment (id, organisation, local_key, patient, system, value, procedure, treated_on, entry,
      digest, upload)
    select g.id, ${by.organisation}, g.key, ${registered(by.organisation)}, g.system, g.value, g.procedure,
      g.treated_on, g.entry, decode(g.digest, 'hex'), ${by.upload}::uuid
    from ${listed(written)}`.execute(tx)
}

async function updateChanged(tx: Transaction, by: KeptBy, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return
  await sql`
    update past_treatment t set patient = ${registered(by.organisation)}, system = g.system, value = g.value,
      procedure = g.procedure, treated_on = g.treated_on, entry = g.entry, digest = decode(g.digest, 'hex'),
      withdrawn_at = null, upload = ${by.upload}::uuid
    from ${listed(written)} where t.id = g.id`.execute(tx)
}

function draftOf({ author, role, organisation }: KeptBy, { id, entry, row, corrects }: Written): Draft {
  return {
    id: entry,
    subject: pastSubject(id),
    kind: pastTreatment,
    occurredAt: new Date(`${row.body.treatedOn}T12:00:00Z`),
    author,
    role,
    organisation,
    body: row.body,
    ...(corrects ? { corrects } : {}),
  } as Draft
}
