/** Published reports of the network: kept as their data byte for byte, with the digest; withdrawn with a reason. */

import { sql } from 'kysely'
import { type ReportData, reportSchema } from '#core/network/report/data.ts'
import { reportPublished, reportSubject, reportWithdrawn } from '#core/network/report/kinds.ts'
import { canonical } from '#core/record/digest.ts'
import type { Problem } from '#core/record/entry.ts'
import type { Database } from '../open.ts'
import { append } from '../record/append.ts'
import { nativeHash } from '../record/native-hash.ts'
import {
  type PublicationAuthor,
  type Withdrawal,
  type Withdrawn,
  withdrawPublished,
} from '../record/withdraw.ts'

export interface ListedReport {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly finding: string
  /** That it describes, `2026-11-22`. */
  readonly day: string
  readonly author: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
}

export interface PublishedReport extends ListedReport {
  readonly authorId: string
  readonly code: string
  readonly digest: string
  /** Of the PDF as that code set it; null: it had no Typst. */
  readonly pdfDigest: string | null
  readonly data: ReportData
  /** The bytes under the digest. */
  readonly text: string
  readonly reason: string | null
}

const encoder = new TextEncoder()

/** SHA-256 over the canonical form (RFC 8785) of a report's data. */
export const reportDigest = (data: ReportData): string => nativeHash(encoder.encode(canonical(data)))

export type ReportOutcome =
  | { readonly outcome: 'published'; readonly id: string }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }

/** Publishes a report under an id that the form carried: sent twice, it is one report. */
export async function publishReport(
  db: Database,
  given: {
    readonly id: string
    readonly data: ReportData
    readonly pdfDigest: string | null
    readonly author: PublicationAuthor
    readonly at: Date
  },
): Promise<ReportOutcome> {
  const { id, data, pdfDigest, author, at } = given
  const digest = reportDigest(data)
  const { title, place, finding, code, day } = data
  const answer = await append(
    db,
    {
      subject: reportSubject(id),
      kind: reportPublished,
      occurredAt: at,
      author: author.id,
      role: author.role,
      organisation: null,
      body: { title, place, finding, digest, code },
    },
    {
      expected: 0,
      project: async (tx, entry) => {
        await tx
          .insertInto('network_report')
          .values({
            ...{ id, title, place, finding, code, day, digest },
            author: author.name,
            author_id: author.id,
            published_at: new Date(entry.recordedAt),
            pdf_digest: pdfDigest,
            data: canonical(data),
            ...{ withdrawn_at: null, withdrawn_by: null, reason: null },
          })
          .execute()
      },
    },
  )
  if (answer.outcome === 'refused') return answer
  // Overtaken: the other press of the same button was first.
  return { outcome: 'published', id }
}

/** Withdraws a report: its page stays, with the reason. */
export function withdrawReport(db: Database, withdrawal: Withdrawal): Promise<Withdrawn> {
  const subject = reportSubject(withdrawal.id)
  return withdrawPublished(db, { kind: reportWithdrawn, subject, table: 'network_report' }, withdrawal)
}

const listed = sql<ListedReport>`id, title, place, finding, day::text as day, author,
  published_at as "publishedAt", withdrawn_at as "withdrawnAt"`

/** One page of the list, the latest first. */
export async function listReports(
  db: Database,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly reports: readonly ListedReport[]; readonly total: number }> {
  const { rows } = await sql<ListedReport & { total: string }>`
    select ${listed}, count(*) over () as total from network_report
     order by published_at desc, id limit ${limit} offset ${offset}`.execute(db)
  return { reports: rows.map(({ total: _, ...row }) => row), total: Number(rows[0]?.total ?? 0) }
}

/** One report; null where there is none of that id. */
export async function publishedReport(db: Database, id: string): Promise<PublishedReport | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const { rows } = await sql<Omit<PublishedReport, 'data'>>`
    select ${listed}, author_id as "authorId", code, digest, pdf_digest as "pdfDigest", data as text, reason
      from network_report where id = ${id}::uuid`.execute(db)
  const [row] = rows
  return row ? { ...row, data: reportSchema.parse(JSON.parse(row.text)) } : null
}
