/** What a moderator decides on a story: published, sent back with words, refused, taken down. Each is an entry. */

import { CHECKS, type CheckId } from '#core/story/checks.ts'
import { type Decision, storyDecided } from '#core/story/kinds.ts'
import type { StoryState } from '#core/story/story.ts'
import { queueMail } from '../mail/message.ts'
import type { Database, Transaction } from '../open.ts'
import { type WholeStory, wholeStory } from './read.ts'
import { eraseTold, ofStory, type StorySpeaker, say } from './say.ts'

export type StoryDecided =
  | { readonly outcome: 'decided' | 'not-found' }
  /** It is published only when every check was made. */
  | { readonly outcome: 'not-checked'; readonly missing: readonly CheckId[] }
  /** Somebody decided, or the author changed or withdrew it, since it was read. */
  | { readonly outcome: 'overtaken'; readonly story: WholeStory }

const nextState: Readonly<Record<Decision, StoryState>> = {
  publish: 'published',
  'ask-change': 'change-asked',
  refuse: 'refused',
  'take-down': 'taken-down',
}

/**
 * Decides on the version that the moderator read.
 *
 * @param seen the story's revision when the page was made: any other means that something was said since
 */
export function decideOnStory(
  db: Database,
  asked: {
    readonly id: string
    readonly seen: number
    readonly decision: Decision
    readonly checked: readonly CheckId[]
    readonly said: string | null
    readonly by: StorySpeaker
    readonly at: Date
  },
): Promise<StoryDecided> {
  const { id, seen, decision, checked, said, by, at } = asked
  return ofStory<StoryDecided>(db, id, async (tx) => {
    const story = await wholeStory(tx, id)
    if (!story) return { outcome: 'not-found' }
    const about = decision === 'take-down' ? story.published : story.latest
    const isOpen = decision === 'take-down' ? story.published !== null : story.state === 'waiting'
    if (story.revision !== seen || !about || !isOpen) return { outcome: 'overtaken', story }
    const missing = CHECKS.map((check) => check.id).filter((check) => !checked.includes(check))
    if (decision === 'publish' && missing.length > 0) return { outcome: 'not-checked', missing }
    const { recordedAt } = await say(
      tx,
      id,
      storyDecided,
      { entry: about.entry, decision, checked, said },
      { by, at },
    )
    await tx
      .updateTable('story')
      .set({
        ...{ state: stateAfter(decision, story), revision: story.revision + 1, said },
        ...{ decided_by: by.name, decided_at: recordedAt },
        ...(decision === 'publish' ? { published: about.entry, published_at: recordedAt } : {}),
        ...(decision === 'take-down' ? { published: null, published_at: null } : {}),
      })
      .where('id', '=', id)
      .execute()
    if (decision === 'publish')
      await eraseTold(tx, id, {
        keep: [about.entry],
        reason: 'A newer version was published',
        authority: 'UK GDPR, article 17 (1) (a)',
        at,
      })
    await tellAuthor(tx, story, at)
    return { outcome: 'decided' }
  })
}

/** What is taken down while a newer version waits leaves that version waiting. */
const stateAfter = (decision: Decision, { state }: WholeStory): StoryState =>
  decision === 'take-down' && state === 'waiting' ? 'waiting' : nextState[decision]

/** A letter to whoever left an address. It says that something was decided, and nothing of the story. */
async function tellAuthor(tx: Transaction, { id, hasAddress }: WholeStory, at: Date): Promise<void> {
  if (hasAddress)
    await queueMail(tx, [{ purpose: 'story', recipient: 'The author of a story', occasion: id }], at)
}

/** Where the letter goes; null where the author left no address, or had it forgotten. */
export async function storyAddress(db: Database, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('story_contact')
    .select('email')
    .where((where) => where.cast<string>('story', 'text'), '=', id)
    .executeTakeFirst()
  return row?.email ?? null
}
