/** Draws a validation sample from the cases that a service treated, and records it. */

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { drawSample } from '#core/registry/quality/sample.ts'
import { validationSample } from '#core/service/kinds/registry.ts'
import type { Database } from '../open.ts'
import { recordInService } from '../service/record.ts'

export interface DrawTask {
  /** Of the form: sent twice, it is one sample. */
  readonly id: string
  readonly organisation: string
  readonly from: string
  readonly to: string
  readonly size: number
  readonly author: string
  readonly role: string
}

export type Drawn =
  | { readonly outcome: 'drawn'; readonly sample: string; readonly cases: number }
  | { readonly outcome: 'none-treated' }

/**
 * Draws by chance, from those whose last treatment at the service was between two days.
 *
 * @param db within a scope that shows the service's cases
 */
export async function drawValidationSample(db: Database, task: DrawTask, now: Date): Promise<Drawn> {
  const { id, organisation, from, to, size, author, role } = task
  const { rows } = await sql<{ id: string }>`
    select id from care_case
    where treating = ${organisation}
      and (treated_at at time zone 'Europe/London')::date between ${from}::date and ${to}::date
    order by id`.execute(db)
  const ids = rows.map((row) => row.id)
  const seed = randomBytes(16).toString('hex')
  const cases = drawSample(ids, size, seed).map((each) => ({ id: each }))
  if (cases.length === 0) return { outcome: 'none-treated' }
  const body = { from, to, seed, of: ids.length, cases }
  const draft = { id, organisation, kind: validationSample, body, occurredAt: now, author, role }
  const appended = await recordInService(db, draft)
  return {
    outcome: 'drawn',
    sample: appended.outcome === 'appended' ? appended.entry.id : id,
    cases: cases.length,
  }
}

export interface SampledCase {
  readonly id: string
  readonly procedure: string | null
  readonly treatedAt: Date | null
}

/** What can be said of some cases without naming anybody: procedure and day of the last treatment. */
export async function sampledCases(db: Database, ids: readonly string[]): Promise<readonly SampledCase[]> {
  const { rows } = await sql<SampledCase>`
    select id, procedure, treated_at as "treatedAt" from care_case
    where id = any(${[...ids]}::uuid[])`.execute(db)
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}
