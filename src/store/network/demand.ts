/** Demand as people stated it: kept line by line, in the record and in a table; none is ever changed. */

import { sql } from 'kysely'
import { DEMAND_SUBJECT, demandStated } from '#core/network/demand/kinds.ts'
import { type DemandLine, linesInForce, type StatedLine } from '#core/network/demand/statement.ts'
import type { Problem } from '#core/record/entry.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import { publishedIncidence } from './demand-file.ts'

export interface DemandAuthor {
  /** `person:<id>` */
  readonly id: string
  readonly name: string
  readonly role: string
}

export type DemandStated =
  | { readonly outcome: 'stated'; readonly entry: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/**
 * States lines of the table, all or none, with one reason. A line with a value of null takes back what was stated.
 *
 * @param id of the entry, a UUID of version 7, where the form carried one: sent twice, it is stated once
 */
export async function stateDemand(
  db: Database | Transaction,
  given: {
    readonly id?: string
    readonly lines: readonly DemandLine[]
    readonly reason: string
    readonly author: DemandAuthor
    readonly at: Date
  },
): Promise<DemandStated> {
  const { id, lines, reason, author, at } = given
  const answer = await append(
    db,
    {
      ...(id ? { id } : {}),
      subject: DEMAND_SUBJECT,
      kind: demandStated,
      occurredAt: at,
      author: author.id,
      role: author.role,
      organisation: null,
      body: { reason, lines: [...lines] },
    },
    {
      project: async (tx, entry) => {
        if (!entry.body) return
        const shared = {
          entry: entry.id,
          reason: entry.body.reason,
          author_id: author.id,
          author: author.name,
          stated_at: new Date(entry.recordedAt),
        }
        const rows = entry.body.lines.map((line) => ({ ...line, ...shared }))
        for (let from = 0; from < rows.length; from += 500)
          await tx
            .insertInto('demand_statement')
            .values(rows.slice(from, from + 500))
            .execute()
      },
    },
  )
  if (answer.outcome === 'refused') return answer
  // No place in the chain was asked for: an entry of this id is there already, from the first press.
  if (answer.outcome === 'overtaken') {
    const first = answer.since.find((entry) => entry.id === id)
    if (!first) throw new Error('A statement of demand was overtaken by another one')
    return { outcome: 'stated', entry: first.id }
  }
  return { outcome: 'stated', entry: answer.entry.id }
}

interface StatementRow extends DemandLine {
  readonly id: string
  readonly author: string
  readonly at: Date
  readonly reason: string
}

const columns = sql<StatementRow>`id::text, what, cancer, procedure, nation, region, district, value, basis, source,
  years, reason, author, stated_at as at`

/** The lines that hold: the last statement of each key over the published table. One query. */
export async function demandLines(db: Database | Transaction): Promise<readonly StatedLine[]> {
  const { rows } = await sql<StatementRow>`
    select distinct on (what, cancer, procedure, nation, region, district) ${columns}
      from demand_statement
     order by what, cancer, procedure, nation, region, district, demand_statement.id desc`.execute(db)
  return linesInForce(publishedIncidence(), rows.map(statedOf))
}

export interface DemandHistory {
  readonly lines: readonly StatedLine[]
  readonly total: number
}

/** What was stated, the latest first; of one line, or of all. */
export async function demandHistory(
  db: Database,
  { limit, offset, of }: { readonly limit: number; readonly offset: number; readonly of?: DemandLine | null },
): Promise<DemandHistory> {
  const where = of
    ? sql`what = ${of.what} and cancer = ${of.cancer} and procedure is not distinct from ${of.procedure}
        and nation is not distinct from ${of.nation} and region is not distinct from ${of.region}
        and district is not distinct from ${of.district}`
    : sql`true`
  const { rows } = await sql<StatementRow & { total: string }>`
    select ${columns}, count(*) over () as total from demand_statement
     where ${where} order by demand_statement.id desc limit ${limit} offset ${offset}`.execute(db)
  return { lines: rows.map(statedOf), total: Number(rows[0]?.total ?? 0) }
}

/** Grows with each statement: a key to cache by. */
export async function demandRevision(db: Database): Promise<string> {
  const { rows } = await sql<{ revision: string }>`
    select coalesce(max(id), 0)::text as revision from demand_statement`.execute(db)
  return rows[0]?.revision ?? '0'
}

function statedOf({ id, author, at, reason, ...line }: StatementRow): StatedLine {
  const { what, cancer, procedure, nation, region, district, value, basis, source, years } = line
  return {
    ...{ what, cancer, procedure, nation, region, district, value, basis, source, years },
    by: { id, author, at: at.toISOString(), reason },
    verified: false,
    note: '',
  }
}
