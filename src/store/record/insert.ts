/** The one statement of an append: reads the head and the clock, completes the entry, digests, inserts. */

import { CompiledQuery } from 'kysely'
import { v7 as uuid } from 'uuid'
import { chained, nothingBefore, signedText } from '#core/record/digest.ts'
import type { Draft, Entry } from '#core/record/entry.ts'
import { codeOf } from '../error.ts'
import { freshRandom } from './fresh-random.ts'
import { nativeHash } from './native-hash.ts'

/** A draft that is checked, with all of the entry that does not depend on its place. */
export interface Prepared<Body> {
  readonly draft: Draft<Body>
  readonly body: Body
  readonly canonicalBody: string
  readonly salt: Buffer
  readonly bodyDigest: string
  /** The position of the only head that it may follow. */
  readonly expected: number | undefined
}

/** An entry but for what its place gives it. */
export type Unplaced<Body> = Omit<Entry<Body>, 'position' | 'recordedAt' | 'previous' | 'digest'>

export interface Insertion<Body> {
  readonly query: CompiledQuery<Place>
  /** The whole entry from the statement's answer; null where the place was not to be had. */
  complete(rows: readonly Place[]): Entry<Body> | null
}

/**
 * The statement that inserts entry and body at the next place. Where another writer takes the place, or
 * the head is not the expected one, it inserts nothing or fails, as `taken` says. What runs `alongside`
 * is part of the statement, and so is done or not done with it.
 */
export function insertion<Body>(
  prepared: Prepared<Body>,
  taken: 'nothing' | 'error',
  alongside: (entry: Unplaced<Body>) => readonly CompiledQuery[] = () => [],
): Insertion<Body> {
  const { draft, body, canonicalBody, salt, bodyDigest, expected } = prepared
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
    bodyDigest,
  }
  const { before, between, after } = signedText(entry)
  const values = [
    ...[entry.id, entry.subject, entry.kind, entry.version, entry.occurredAt, entry.author, entry.role],
    ...[entry.organisation, entry.corrects, Buffer.from(bodyDigest, 'hex'), before, between, after],
    ...[salt, canonicalBody, expected ?? null, guarded(entry.subject)],
  ]
  const others = alongside({ ...entry, body })
  const text = taken === 'error' ? orFail : orNothing
  return {
    query: CompiledQuery.raw(withOthers(text, values.length, others), [
      ...values,
      ...others.flatMap(({ parameters }) => parameters),
    ]),
    complete([place]) {
      if (!place) return null
      const { position, previous, digest } = place
      const recordedAt = place.recorded_at.toISOString()
      // The database completed the text and hashed it: the core has to come to the same.
      if (chained(previous, before + position + between + recordedAt + after, nativeHash) !== digest)
        throw new Error(`entry ${entry.id} was chained with another digest than its own`)
      return { ...entry, position, previous, recordedAt, body, digest }
    },
  }
}

/** Whether an error is that of an insertion whose place was not to be had. */
export function isPlaceTaken(error: unknown): boolean {
  const { table, column, constraint } = error as { table?: string; column?: string; constraint?: string }
  // Of two of the same id at once, the body may find the other's first.
  if (table === 'record_body') return codeOf(error) === '23505'
  if (table !== 'record_entry') return false
  if (codeOf(error) === '23505') return constraint !== undefined
  return codeOf(error) === '23502' && column === 'position'
}

/** Bodies of cases, patients and past treatments say whose they are, for row-level security; others are shown to all. */
export function guarded(subject: string): string | null {
  return /^(case|patient|past):/.test(subject) ? subject : null
}

interface Place {
  readonly position: number
  readonly recorded_at: Date
  readonly previous: string
  readonly digest: string
}

/** A text and what follows when one more statement joins it. */
interface Composed {
  whole: string | null
  readonly next: Map<string, Composed>
}
const composed = new Map<string, Composed>()

/** The text with further statements in its `with`; the same text for the same ones, so that it is prepared once. */
function withOthers(text: string, values: number, others: readonly CompiledQuery[]): string {
  if (others.length === 0) return text
  // Looked up statement by statement: joining them to one key would cost more than all else here.
  let found = nextOf(composed, text)
  for (const { sql } of others) found = nextOf(found.next, sql)
  found.whole ??= compose(text, values, others)
  return found.whole
}

function nextOf(known: Map<string, Composed>, text: string): Composed {
  const found = known.get(text)
  if (found) return found
  const made = { whole: null, next: new Map() }
  if (known.size < mostComposed) known.set(text, made)
  return made
}

function compose(text: string, values: number, others: readonly CompiledQuery[]): string {
  let shift = values
  const parts = others.map(({ sql, parameters }, index) => {
    const shifted = sql.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + shift}`)
    shift += parameters.length
    return `, also_${index} as (${shifted})`
  })
  return text.replace(placeOfOthers, () => parts.join(''))
}

const mostComposed = 100
const placeOfOthers = '/* alongside */'

const asExpected = '$16::integer is null or position = $16 + 1'

const place = `
  with place as (
    select position, previous, recorded_at, sha256(previous || convert_to(
      $11::text || position || $12::text
        || to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || $13::text, 'UTF8')) as digest
    from (
      select coalesce(head.position, 0) + 1 as position,
        coalesce(head.digest, '\\x${nothingBefore}'::bytea) as previous,
        greatest(date_trunc('milliseconds', clock_timestamp()), head.recorded_at) as recorded_at
      from (values (1)) as one left join lateral (
        select position, digest, recorded_at from record_entry where subject = $2 order by position desc limit 1
      ) as head on true
    ) as next
  )`
const intoEntry = `insert into record_entry (id, subject, position, kind, version, occurred_at, recorded_at,
      author, role, organisation, corrects, body_digest, previous, digest)`
const entryAt = (position: string) =>
  `select $1::uuid, $2, ${position}, $3, $4, $5, recorded_at, $6, $7, $8, $9, $10, previous, digest from place`
const intoBody = 'insert into record_body (entry, salt, body, subject)'
const answer = `
  select position, recorded_at, encode(previous, 'hex') as previous, encode(digest, 'hex') as digest from place`

const orNothing = `${place}, entry as (
    ${intoEntry} ${entryAt('position')} where ${asExpected} on conflict do nothing returning id
  ), body as (
    ${intoBody} select id, $14, $15, $17 from entry
  )${placeOfOthers}${answer} where exists (select from entry)`

// No position at all is refused by the column. Nothing is returned by the insertion itself: row-level
// security would ask once more whether it may be read.
const orFail = `${place}, entry as (
    ${intoEntry} ${entryAt(`case when ${asExpected} then position end`)}
  ), body as (
    ${intoBody} values ($1, $14, $15, $17)
  )${placeOfOthers}${answer}`
