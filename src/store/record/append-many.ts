/** Appends many entries to many records at once, in one transaction: what an import or a seed brings. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { bodyDigest, chained, nothingBefore, signedText } from '#core/record/digest.ts'
import { checkDraft, checkWritten } from '#core/record/draft.ts'
import type { Draft, Head, Problem } from '#core/record/entry.ts'
import type { Transaction } from '../open.ts'
import { freshRandom } from './fresh-random.ts'
import { guarded } from './insert.ts'
import { nativeHash } from './native-hash.ts'

export type AppendedMany =
  | { readonly outcome: 'appended'; readonly entries: number }
  | { readonly outcome: 'refused'; readonly draft: number; readonly problems: readonly Problem[] }

interface Row {
  readonly id: string
  readonly subject: string
  readonly position: number
  readonly kind: string
  readonly version: number
  readonly occurred_at: string
  readonly recorded_at: string
  readonly author: string
  readonly role: string
  readonly organisation: string | null
  readonly corrects: string | null
  readonly body_digest: string
  readonly previous: string
  readonly digest: string
  readonly salt: string
  readonly body: string
  readonly guarded: string | null
}

/**
 * Appends drafts in their order, each at the next place of its own record: all or none. They are chained
 * here and not by the database, so each is written as of one moment of its clock.
 *
 * What a draft corrects is taken on trust. Another writer to one of the records at the same time makes
 * the transaction fail; nothing is written then.
 *
 * @param written the canonical forms of the drafts' bodies, where each came out of its kind's schema before: they are
 *   not read by it a second time, which is half of the work
 * @returns 'refused' with the place of the first draft that its kind does not take
 */
export async function appendMany(
  tx: Transaction,
  drafts: readonly Draft[],
  written?: readonly string[],
): Promise<AppendedMany> {
  if (drafts.length === 0) return { outcome: 'appended', entries: 0 }
  const heads = await headsOf(tx, [...new Set(drafts.map(({ subject }) => subject))])
  const now = await clock(tx)
  const rows: Row[] = []
  for (const [index, draft] of drafts.entries()) {
    const text = written?.[index]
    const checked = text === undefined ? checkDraft(draft) : checkWritten(draft, text)
    if ('problems' in checked) return { outcome: 'refused', draft: index, problems: checked.problems }
    const head = heads.get(draft.subject) ?? { position: 0, digest: nothingBefore, recordedAt: now }
    const row = rowOf(draft, checked.canonicalBody, head, now > head.recordedAt ? now : head.recordedAt)
    heads.set(draft.subject, { position: row.position, digest: row.digest, recordedAt: row.recorded_at })
    rows.push(row)
  }
  await insert(tx, rows)
  return { outcome: 'appended', entries: rows.length }
}

type Last = Omit<Head, 'subject'> & { readonly recordedAt: string }

async function headsOf(tx: Transaction, subjects: readonly string[]): Promise<Map<string, Last>> {
  const { rows } = await sql<{ subject: string; position: number; digest: Buffer; recorded_at: Date }>`
    select distinct on (subject) subject, position, digest, recorded_at from record_entry
    where subject = any (${subjects}) order by subject, position desc`.execute(tx)
  return new Map(
    rows.map(({ subject, position, digest, recorded_at }) => [
      subject,
      { position, digest: digest.toString('hex'), recordedAt: recorded_at.toISOString() },
    ]),
  )
}

async function clock(tx: Transaction): Promise<string> {
  const { rows } = await sql<{ now: Date }>`
    select date_trunc('milliseconds', clock_timestamp()) as now`.execute(tx)
  if (!rows[0]) throw new Error('the database did not say what time it is')
  return rows[0].now.toISOString()
}

function rowOf(draft: Draft, canonicalBody: string, head: Last, recordedAt: string): Row {
  const salt = freshRandom(32)
  const entry = {
    id: draft.id ?? uuid({ random: freshRandom(16) }),
    subject: draft.subject,
    kind: draft.kind.name,
    version: draft.kind.version,
    occurredAt: draft.occurredAt.toISOString(),
    author: draft.author,
    role: draft.role,
    organisation: draft.organisation,
    corrects: draft.corrects ?? null,
    bodyDigest: bodyDigest(salt, canonicalBody, nativeHash),
  }
  const position = head.position + 1
  const { before, between, after } = signedText(entry)
  const { id, subject, kind, version, occurredAt, author, role, organisation, corrects } = entry
  return {
    ...{ id, subject, position, kind, version, author, role, organisation, corrects },
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    body_digest: entry.bodyDigest,
    previous: head.digest,
    digest: chained(head.digest, before + position + between + recordedAt + after, nativeHash),
    salt: salt.toString('hex'),
    body: canonicalBody,
    guarded: guarded(subject),
  }
}

async function insert(tx: Transaction, rows: readonly Row[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, subject text,
        position integer, kind text, version integer, occurred_at timestamptz, recorded_at timestamptz,
        author text, role text, organisation text, corrects uuid, body_digest text, previous text,
        digest text, salt text, body text, guarded text)
    ), entries as (
      insert into record_entry (id, subject, position, kind, version, occurred_at, recorded_at,
        author, role, organisation, corrects, body_digest, previous, digest)
      select id, subject, position, kind, version, occurred_at, recorded_at, author, role, organisation,
        corrects, decode(body_digest, 'hex'), decode(previous, 'hex'), decode(digest, 'hex') from given
    )
    insert into record_body (entry, salt, body, subject)
    select id, decode(salt, 'hex'), body::jsonb, guarded from given`.execute(tx)
}
