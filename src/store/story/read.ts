/** A story as it stands: to everybody what is published of it, to its author and to moderators the whole. */

import type { StoryState, Teller } from '#core/story/story.ts'
import { digestOf } from '../census/link.ts'
import type { Database, Transaction } from '../open.ts'

/** A version that its author sent. */
export interface StoryVersion {
  readonly entry: string
  readonly number: number
  readonly title: string
  readonly words: string
  readonly by: Teller
  readonly procedure: string | null
  readonly condition: string | null
  /** As it is shown; null: no name. */
  readonly name: string | null
  readonly isFictional: boolean
  readonly toldAt: Date
}

export interface PublishedStory extends StoryVersion {
  readonly id: string
  readonly publishedAt: Date
}

/** A story with all that stands of it; for its author and for moderators only. */
export interface WholeStory {
  readonly id: string
  readonly state: StoryState
  readonly revision: number
  readonly said: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly toldAt: Date
  readonly published: StoryVersion | null
  readonly publishedAt: Date | null
  /** Null once it is withdrawn. */
  readonly latest: StoryVersion | null
  readonly hasAddress: boolean
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
/** 256 bits in base64url. */
export const isStoryToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

export const versionColumns = [
  'story_version.entry',
  'story_version.number',
  'story_version.title',
  'story_version.words',
  'story_version.told_by as by',
  'story_version.procedure',
  'story_version.condition',
  'story_version.name',
  'story_version.fictional as isFictional',
  'story_version.told_at as toldAt',
] as const

/** How many are published about each procedure. */
export async function storiesByProcedure(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.entry', 'story.published')
    .select(['story_version.procedure', (of) => of.fn.countAll<string>().as('count')])
    .where('story_version.procedure', 'is not', null)
    .groupBy('story_version.procedure')
    .execute()
  return new Map(rows.map(({ procedure, count }) => [procedure ?? '', Number(count)]))
}

/** One that everybody can read; null for every other. */
export async function publishedStory(db: Database, id: string): Promise<PublishedStory | null> {
  if (!isUuid(id)) return null
  const row = await db
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.entry', 'story.published')
    .select([...versionColumns, 'story.id', 'story.published_at as publishedAt'])
    .where('story.id', '=', id)
    .executeTakeFirst()
  return row?.publishedAt ? { ...row, publishedAt: row.publishedAt } : null
}

/** The story that a private link opens; null where it opens none. */
export async function storyOfToken(db: Database | Transaction, token: string): Promise<WholeStory | null> {
  if (!isStoryToken(token)) return null
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('digest', '=', digestOf(token))
    .executeTakeFirst()
  return row ? wholeStory(db, row.id) : null
}

/** A story whatever its state. */
export async function wholeStory(db: Database | Transaction, id: string): Promise<WholeStory | null> {
  if (!isUuid(id)) return null
  const row = await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const versions = await db
    .selectFrom('story_version')
    .select(versionColumns)
    .where('story', '=', id)
    .orderBy('number', 'desc')
    .execute()
  const address = await db
    .selectFrom('story_contact')
    .select('story')
    .where('story', '=', id)
    .executeTakeFirst()
  return {
    ...{ id, state: row.state, revision: row.revision, said: row.said, toldAt: row.told_at },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, publishedAt: row.published_at },
    published: versions.find(({ entry }) => entry === row.published) ?? null,
    latest: versions[0] ?? null,
    hasAddress: address !== undefined,
  }
}
