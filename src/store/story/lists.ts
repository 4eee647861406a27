/** Lists of stories, a page at a time: what everybody can read, what waits for the moderators, what they decided on. */

import type { StoryState } from '#core/story/story.ts'
import type { Database } from '../open.ts'
import { type PublishedStory, versionColumns } from './read.ts'

export const storiesAPage = 50

/** One page of a list; a page behind the last one is the last one. */
export interface StoryPage<Row> {
  readonly rows: readonly Row[]
  /** On all pages. */
  readonly count: number
  /** From 1. */
  readonly page: number
  readonly pages: number
}

function within(count: number, asked: number): { count: number; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / storiesAPage))
  return { count, pages, page: Math.min(asked, pages) }
}

/** What everybody can read, the latest first. @param page from 1 */
export async function publishedStories(
  db: Database,
  { procedure = null, page = 1 }: { readonly procedure?: string | null; readonly page?: number } = {},
): Promise<StoryPage<PublishedStory>> {
  const published = db
    .selectFrom('story')
    .innerJoin('story_version', 'story_version.entry', 'story.published')
    .$if(procedure !== null, (query) => query.where('story_version.procedure', '=', procedure))
  const counted = await published.select((of) => of.fn.countAll<string>().as('count')).executeTakeFirst()
  const at = within(Number(counted?.count ?? 0), page)
  const rows = await published
    .select([...versionColumns, 'story.id', 'story.published_at as publishedAt'])
    .orderBy('story.published_at', 'desc')
    .orderBy('story.id')
    .limit(storiesAPage)
    .offset((at.page - 1) * storiesAPage)
    .execute()
  return {
    ...at,
    rows: rows.flatMap((row) => (row.publishedAt ? [{ ...row, publishedAt: row.publishedAt }] : [])),
  }
}

export interface ListedStory {
  readonly id: string
  readonly title: string
  readonly state: StoryState
  readonly isPublic: boolean
  readonly toldAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
}

/** `waiting`: to be read, the one that waits longest first. `read`: decided on, the latest first. */
export const moderatedLists = ['waiting', 'read'] as const
export type ModeratedList = (typeof moderatedLists)[number]

async function countsToModerate(db: Database): Promise<Readonly<Record<ModeratedList, number>>> {
  const row = await db
    .selectFrom('story')
    .select(({ fn }) => [
      fn.countAll<string>().filterWhere('state', '=', 'waiting').as('waiting'),
      fn.countAll<string>().filterWhere('state', 'not in', ['waiting', 'withdrawn']).as('read'),
    ])
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), read: Number(row.read) }
}

/** A page of one list of the moderators, and how many are on each. @param asked from 1 */
export async function storiesToModerate(
  db: Database,
  list: ModeratedList,
  asked = 1,
): Promise<StoryPage<ListedStory> & { readonly counts: Readonly<Record<ModeratedList, number>> }> {
  const counts = await countsToModerate(db)
  const at = within(counts[list], asked)
  const listed = db
    .selectFrom('story')
    .innerJoinLateral(
      (of) =>
        of
          .selectFrom('story_version')
          .select('title')
          .whereRef('story_version.story', '=', 'story.id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['story.id', 'latest.title', 'story.state', 'story.published', 'story.told_at as toldAt'])
    .select(['story.decided_by as decidedBy', 'story.decided_at as decidedAt'])
    .limit(storiesAPage)
    .offset((at.page - 1) * storiesAPage)
  const rows = await (list === 'waiting'
    ? listed.where('story.state', '=', 'waiting').orderBy('story.told_at').orderBy('story.id')
    : listed
        .where('story.state', 'not in', ['waiting', 'withdrawn'])
        .orderBy('story.decided_at', 'desc')
        .orderBy('story.id')
  ).execute()
  return {
    ...at,
    counts,
    rows: rows.map(({ published, ...row }) => ({ ...row, isPublic: published !== null })),
  }
}
