/** What an author does with their story: tells it, changes it, withdraws it, has their address forgotten. */

import { v7 as newId } from 'uuid'
import { storyTold, storyWithdrawn } from '#core/story/kinds.ts'
import { consents, type StoryBody } from '#core/story/story.ts'
import { digestOf } from '../census/link.ts'
import type { Database, Transaction } from '../open.ts'
import { isStoryToken, storyOfToken, type WholeStory, wholeStory } from './read.ts'
import { eraseTold, ofStory, say, theAuthor } from './say.ts'

export type Told =
  | { readonly outcome: 'told'; readonly id: string }
  /** The same form came before: nothing was added. */
  | { readonly outcome: 'told-before'; readonly id: string }

/**
 * Takes a new story in. The form brought its token, so that a form that is sent twice makes one story and
 * opens the same link.
 *
 * @throws when the token is none of ours (256 bits in base64url)
 */
export async function tellStory(
  db: Database,
  given: {
    readonly token: string
    readonly body: StoryBody
    readonly email: string | null
    readonly at: Date
  },
): Promise<Told> {
  const { token, body, email, at } = given
  if (!isStoryToken(token)) throw new Error('That is not the token of a story')
  const digest = digestOf(token)
  return db.transaction().execute(async (tx) => {
    const id = newId()
    const isNew = await tx
      .insertInto('story')
      .values({
        ...{ id, digest, state: 'waiting', revision: 1, told_at: at },
        ...{ published: null, published_at: null, said: null, decided_by: null, decided_at: null },
      })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!isNew) {
      const known = await storyOfToken(tx, token)
      if (!known) throw new Error('A story that is there has gone')
      return { outcome: 'told-before' as const, id: known.id }
    }
    await version(tx, id, { body, number: 1, keepsPublished: false, at })
    if (email) await tx.insertInto('story_contact').values({ story: id, email, given_at: at }).execute()
    return { outcome: 'told' as const, id }
  })
}

export type Changed =
  | { readonly outcome: 'told' | 'not-found' | 'withdrawn' }
  /** Somebody decided, or the author changed it on another device, since the form was opened. */
  | { readonly outcome: 'overtaken'; readonly story: WholeStory }

/** A new version by the author: it waits for the moderators. The one that is public stays so meanwhile, or not. */
export function changeStory(
  db: Database,
  given: {
    readonly token: string
    readonly seen: number
    readonly body: StoryBody
    readonly keepsPublished: boolean
    readonly at: Date
  },
): Promise<Changed> {
  const { body, keepsPublished, at } = given
  return ofAuthor<Changed>(db, given.token, async (tx, story) => {
    if (story.revision !== given.seen) return { outcome: 'overtaken', story }
    const kept = keepsPublished ? story.published : null
    const entry = await version(tx, story.id, {
      ...{ body, keepsPublished: kept !== null, at },
      number: (story.latest?.number ?? 0) + 1,
    })
    await tx
      .updateTable('story')
      .set({
        ...{ state: 'waiting', revision: story.revision + 1, told_at: at, said: null },
        ...(kept ? {} : { published: null, published_at: null }),
      })
      .where('id', '=', story.id)
      .execute()
    await eraseTold(tx, story.id, {
      keep: [entry, ...(kept ? [kept.entry] : [])],
      reason: 'The author sent a newer version',
      authority: 'UK GDPR, article 17 (1) (a)',
      at,
    })
    return { outcome: 'told' }
  })
}

/** Withdraws a story at its author's wish: nobody can read it any more, and what it said is erased from the record. */
export function withdrawStory(
  db: Database,
  { token, at }: { readonly token: string; readonly at: Date },
): Promise<{ readonly outcome: 'withdrawn' | 'not-found' }> {
  return ofAuthor<{ outcome: 'withdrawn' | 'not-found' }>(db, token, async (tx, story) => {
    await say(tx, story.id, storyWithdrawn, {}, { by: theAuthor, at })
    await tx
      .updateTable('story')
      .set({
        ...{ state: 'withdrawn', revision: story.revision + 1, said: null },
        ...{ published: null, published_at: null },
      })
      .where('id', '=', story.id)
      .execute()
    await forgetStoryAddress(tx, story.id)
    await eraseTold(tx, story.id, {
      ...{ keep: [], all: true, at },
      reason: 'The author withdrew the story and their consent',
      authority: 'UK GDPR, article 17 (1) (b)',
    })
    return { outcome: 'withdrawn' }
  })
}

/** Forgets where the author could be written to. */
export async function forgetStoryAddress(db: Database | Transaction, id: string): Promise<void> {
  await db.deleteFrom('story_contact').where('story', '=', id).execute()
}

async function version(
  tx: Transaction,
  story: string,
  given: {
    readonly body: StoryBody
    readonly number: number
    readonly keepsPublished: boolean
    readonly at: Date
  },
): Promise<string> {
  const { body, number, keepsPublished, at } = given
  const { entry } = await say(
    tx,
    story,
    storyTold,
    { ...body, consents, keepsPublished },
    { by: theAuthor, at },
  )
  await tx
    .insertInto('story_version')
    .values({
      ...{ entry, story, number, told_at: at },
      ...{ title: body.title, words: body.words, told_by: body.by, fictional: body.fictional },
      ...{ procedure: body.procedure, condition: body.condition, name: body.name },
    })
    .execute()
  return entry
}

/** What a link opens, held until the work is done. A story that was withdrawn opens nothing any more. */
async function ofAuthor<Result extends { readonly outcome: string }>(
  db: Database,
  token: string,
  work: (tx: Transaction, story: WholeStory) => Promise<Result>,
): Promise<Result | { readonly outcome: 'not-found' } | { readonly outcome: 'withdrawn' }> {
  const found = await storyOfToken(db, token)
  if (!found) return { outcome: 'not-found' }
  return ofStory(db, found.id, async (tx) => {
    const story = await wholeStory(tx, found.id)
    if (!story) return { outcome: 'not-found' as const }
    return story.state === 'withdrawn' ? { outcome: 'withdrawn' as const } : work(tx, story)
  })
}
