/** Writes what a patient decided about the registry, and whether they are a test patient, into their record. */

import { sql } from 'kysely'
import { patientSubject } from '#core/patient/kinds.ts'
import type { Kind } from '#core/record/kind.ts'
import { registryUse, testPatient } from '#core/registry/exclusion.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import type { Signed } from './register.ts'

type BodyOf<K extends { readonly schema: { parse(body: unknown): unknown } }> = ReturnType<
  K['schema']['parse']
>

export interface UseDecision extends Signed {
  readonly patient: string
  readonly body: BodyOf<typeof registryUse>
}

/** False: there is no such patient in the scope, or their record goes on in another. */
export function sayRegistryUse(
  db: Database | Transaction,
  { body, ...order }: UseDecision,
): Promise<boolean> {
  return say(db, order, registryUse, body)
}

/** False: as of `sayRegistryUse`. */
export function sayTestPatient(
  db: Database | Transaction,
  { test, ...order }: Signed & { readonly patient: string; readonly test: boolean },
): Promise<boolean> {
  return say(db, order, testPatient, { test })
}

async function say<Body>(
  db: Database | Transaction,
  { patient, author, role, organisation, at }: Signed & { readonly patient: string },
  kind: Kind<string, Body>,
  body: Body,
): Promise<boolean> {
  const work = async (tx: Transaction) => {
    const held = await sql`
      select from patient where id = ${patient} and merged_into is null for update`.execute(tx)
    if (held.rows.length === 0) return false
    const subject = patientSubject(patient)
    const said = await append(tx, { subject, kind, body, author, role, organisation, occurredAt: at })
    if (said.outcome !== 'appended') throw new Error(`a ${kind.name} was ${said.outcome}`)
    await sql`update patient set position = ${said.entry.position} where id = ${patient}`.execute(tx)
    return true
  }
  return db.isTransaction ? work(db as Transaction) : db.transaction().execute(work)
}
