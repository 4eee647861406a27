/** The next place in a chain: what the record has to say to a draft before it becomes an entry. */

import { CompiledQuery, sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { checkCorrection } from '#core/record/correction.ts'
import { entryDigest, nothingBefore } from '#core/record/digest.ts'
import type { Draft, Entry, Problem } from '#core/record/entry.ts'
import { checkErasure, type Erasure, erasure } from '#core/record/erasure.ts'
import type { Database, Transaction } from '../open.ts'
import type { Appended, AppendOptions } from './append.ts'
import { entriesOf } from './read.ts'

/** A draft that is checked, with all that does not depend on its place. */
export interface Prepared<Body> {
  readonly draft: Draft<Body>
  readonly body: Body
  readonly canonicalBody: string
  readonly salt: Buffer
  readonly bodyDigest: string
  readonly options: AppendOptions<Body>
}

/** The entry as it would stand after the present head, or why it cannot. */
export async function findPlace<Body>(
  db: Database | Transaction,
  prepared: Prepared<Body>,
): Promise<Entry<Body> | Appended<Body>> {
  const { draft, options } = prepared
  const problem = await checkAgainstRecord(db, draft)
  if (problem) return { outcome: 'refused', problems: [problem] }
  const head = await readHead(db, draft.subject)
  if (options.expected !== undefined && options.expected !== head.position) {
    return { outcome: 'overtaken', since: await entriesOf(db, draft.subject, options.expected) }
  }
  return entryAfter(head, prepared)
}

interface HeadNow {
  readonly position: number
  readonly digest: string
  readonly recordedAt: Date
}

async function readHead(db: Database | Transaction, subject: string): Promise<HeadNow> {
  const { rows } = await db.executeQuery<HeadNow>(CompiledQuery.raw(headStatement, [subject]))
  const [head] = rows
  if (!head) throw new Error('the head and the clock are always one row')
  return head
}

/** One row always: the head, or that there is none; and the time to write, never before the head's. */
const headStatement = `
  select coalesce(h.position, 0) as position, coalesce(encode(h.digest, 'hex'), '${nothingBefore}') as digest,
    greatest(date_trunc('milliseconds', clock_timestamp()), h.recorded_at) as "recordedAt"
  from (values (1)) as one left join lateral (
    select position, digest, recorded_at from record_entry where subject = $1 order by position desc limit 1
  ) as h on true`

function entryAfter<Body>(head: HeadNow, { draft, body, bodyDigest }: Prepared<Body>): Entry<Body> {
  const signed = {
    id: uuid(),
    subject: draft.subject,
    position: head.position + 1,
    kind: draft.kind.name,
    version: draft.kind.version,
    occurredAt: draft.occurredAt.toISOString(),
    recordedAt: head.recordedAt.toISOString(),
    author: draft.author,
    role: draft.role,
    organisation: draft.organisation,
    corrects: draft.corrects ?? null,
    bodyDigest,
    previous: head.digest,
  }
  return { ...signed, body, digest: entryDigest(signed) }
}

/** What only the record knows: may this entry be corrected, may that body be erased? */
async function checkAgainstRecord<Body>(
  db: Database | Transaction,
  draft: Draft<Body>,
): Promise<Problem | null> {
  if (draft.kind.name === erasure.name) {
    return checkErasure(draft.subject, await named(db, (draft.body as Erasure).entry))
  }
  if (draft.corrects === undefined) return null
  return checkCorrection(draft, isUuid(draft.corrects) ? await named(db, draft.corrects) : null)
}

async function named(db: Database | Transaction, id: string) {
  const { rows } = await sql<{
    id: string
    subject: string
    kind: string
    correctedBy: string | null
    hasBody: boolean
  }>`
    select e.id, e.subject, e.kind, c.id as "correctedBy", b.entry is not null as "hasBody"
    from record_entry e left join record_entry c on c.corrects = e.id left join record_body b on b.entry = e.id
    where e.id = ${id}`.execute(db)
  const [entry] = rows
  return entry ? { entry, correctedBy: entry.correctedBy, hasBody: entry.hasBody } : null
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}

/** Writes entry and body as one; a place that is taken is an error. */
export function insert<Body>(entry: Entry<Body>, prepared: Prepared<Body>): CompiledQuery {
  return CompiledQuery.raw(insertStatement(''), values(entry, prepared))
}

/** Writes entry and body as one, or nothing where the place is taken: see the number of rows. */
export function insertUnlessTaken<Body>(entry: Entry<Body>, prepared: Prepared<Body>): CompiledQuery {
  return CompiledQuery.raw(insertStatement('on conflict do nothing'), values(entry, prepared))
}

function insertStatement(conflict: '' | 'on conflict do nothing'): string {
  return `
  with entry as (
    insert into record_entry (id, subject, position, kind, version, occurred_at, recorded_at,
      author, role, organisation, corrects, body_digest, previous, digest)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ${conflict}
    returning id
  )
  insert into record_body (entry, salt, body) select id, $15, $16 from entry`
}

function values<Body>(entry: Entry<Body>, { salt, canonicalBody }: Prepared<Body>): unknown[] {
  const {
    id,
    subject,
    position,
    kind,
    version,
    occurredAt,
    recordedAt,
    author,
    role,
    organisation,
    corrects,
  } = entry
  const digests = [entry.bodyDigest, entry.previous, entry.digest].map((hex) => Buffer.from(hex, 'hex'))
  return [
    ...[id, subject, position, kind, version, occurredAt, recordedAt, author, role, organisation, corrects],
    ...[...digests, salt, canonicalBody],
  ]
}
