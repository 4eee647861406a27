/** Past treatments as they stand: an organisation's own list, one with its record, and what the registry takes. */

import { sql } from 'kysely'
import type { Entry } from '#core/record/entry.ts'
import { type PastTreatmentBody, pastSubject } from '#core/registry/past-treatment.ts'
import { pastWithdrawn } from '#core/registry/past-withdrawn.ts'
import type { Database } from '../open.ts'
import { append } from '../record/append.ts'
import { entriesOf } from '../record/read.ts'

export interface PastRow {
  readonly id: string
  readonly key: string
  readonly procedure: string
  readonly treatedOn: string
  readonly withdrawnAt: Date | null
  /** Of a patient who is registered here. */
  readonly isLinked: boolean
}

export const pastOnPage = 50

/** An organisation's, the latest treatment first; of one key, where one is asked for. Within a scope. */
export async function pastOf(
  db: Database,
  organisation: string,
  view: { readonly page: number; readonly key?: string | undefined },
): Promise<{ readonly rows: readonly PastRow[]; readonly total: number }> {
  const where = sql`where organisation = ${organisation} ${view.key ? sql`and local_key = ${view.key}` : sql``}`
  const [{ rows }, counted] = await Promise.all([
    sql<PastRow>`select id, local_key as key, procedure, treated_on::text as "treatedOn",
        withdrawn_at as "withdrawnAt", patient is not null as "isLinked"
      from past_treatment ${where} order by treated_on desc, id desc
      limit ${pastOnPage} offset ${(view.page - 1) * pastOnPage}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from past_treatment ${where}`.execute(db),
  ])
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

export interface PastRecord extends PastRow {
  readonly organisation: string
  readonly entries: readonly Entry[]
  /** What stands; null where it was erased. */
  readonly body: PastTreatmentBody | null
}

/** One with its record; null where there is none, or none that the scope shows. */
export async function pastById(db: Database, id: string): Promise<PastRecord | null> {
  const { rows } = await sql<PastRow & { organisation: string; entry: string }>`
    select id, local_key as key, procedure, treated_on::text as "treatedOn", withdrawn_at as "withdrawnAt",
      patient is not null as "isLinked", organisation, entry from past_treatment where id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return null
  const entries = await entriesOf(db, pastSubject(id))
  const stands = entries.find((entry) => entry.id === row.entry)
  return { ...row, entries, body: (stands?.body ?? null) as PastTreatmentBody | null }
}

/** Takes one out of the registry. The record keeps it; sent again it stands again. False: it was withdrawn before. */
export async function withdrawPast(
  db: Database,
  given: {
    readonly id: string
    readonly organisation: string
    readonly author: string
    readonly role: string
    readonly reason: Parameters<typeof pastWithdrawn.line>[0]['reason']
  },
  now: Date,
): Promise<boolean> {
  const { id, reason, ...signed } = given
  return db.transaction().execute(async (tx) => {
    const withdrawn = await tx
      .updateTable('past_treatment')
      .set({ withdrawn_at: now })
      .where('id', '=', id)
      .where('organisation', '=', given.organisation)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (withdrawn.numUpdatedRows !== 1n) return false
    const draft = {
      ...signed,
      subject: pastSubject(id),
      kind: pastWithdrawn,
      occurredAt: now,
      body: { reason },
    }
    const appended = await append(tx, draft)
    if (appended.outcome !== 'appended') throw new Error(`a withdrawal was ${appended.outcome}`)
    return true
  })
}
