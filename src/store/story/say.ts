/** One thing said in a story's record, with what stands of it afterwards; and the erasure of what no longer has to be kept. */

import { sql } from 'kysely'
import type { Kind } from '#core/record/kind.ts'
import { storySubject } from '#core/story/kinds.ts'
import type { Database, Transaction } from '../open.ts'
import { append } from '../record/append.ts'
import { erase } from '../record/erase.ts'
import { entriesOf } from '../record/read.ts'

/** Who says it: `person:<id>` of a moderator, or nobody in particular: the author. */
export interface StorySpeaker {
  readonly id: string
  readonly name: string
  readonly role: string
}

/** An author is known by their link alone. */
export const theAuthor: StorySpeaker = { id: 'story-author', name: 'The author', role: 'story-author' }

/** Everything that is said of one story waits for what was said before. */
export async function ofStory<Result>(
  db: Database | Transaction,
  id: string,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const within = async (tx: Transaction) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${storySubject(id)}, 0))`.execute(tx)
    return work(tx)
  }
  return db.isTransaction ? within(db as Transaction) : (db as Database).transaction().execute(within)
}

/** Appends an entry to the story's record; answers its id and when it was recorded. What a schema refuses throws. */
export async function say<Body>(
  tx: Transaction,
  id: string,
  kind: Kind<string, Body>,
  body: Body,
  { by, at }: { readonly by: StorySpeaker; readonly at: Date },
): Promise<{ readonly entry: string; readonly recordedAt: Date }> {
  const answer = await append(tx, {
    ...{ subject: storySubject(id), kind, body, occurredAt: at },
    ...{ author: by.id, role: by.role, organisation: null },
  })
  if (answer.outcome !== 'appended')
    throw new Error(
      `${kind.name} was ${answer.outcome}${answer.outcome === 'refused' ? `: ${answer.problems.map(({ path, words }) => `${path} ${words}`).join('; ')}` : ''}`,
    )
  return { entry: answer.entry.id, recordedAt: new Date(answer.entry.recordedAt) }
}

/**
 * Erases what was told in versions other than `keep`, in the record and in what is shown. With `all`, what moderators
 * said about them, too, for it may quote them. The erasures are entries, and the chain verifies as before.
 */
export async function eraseTold(
  tx: Transaction,
  id: string,
  {
    keep,
    all = false,
    reason,
    authority,
    at,
  }: {
    readonly keep: readonly string[]
    readonly all?: boolean
    readonly reason: string
    readonly authority: string
    readonly at: Date
  },
): Promise<void> {
  const subject = storySubject(id)
  const kinds = all ? ['story-told', 'story-decided'] : ['story-told']
  for (const { id: entry, kind, body } of await entriesOf(tx, subject)) {
    if (body === null || !kinds.includes(kind) || keep.includes(entry)) continue
    const { id: author, role } = theAuthor
    const done = await erase(tx, {
      ...{ subject, entry, reason, authority, occurredAt: at, author, role, organisation: null },
    })
    if (done.outcome !== 'appended') throw new Error(`The erasure of ${entry} was ${done.outcome}`)
  }
  const gone = tx.deleteFrom('story_version').where('story', '=', id)
  await (keep.length > 0 ? gone.where('entry', 'not in', [...keep]) : gone).execute()
}
