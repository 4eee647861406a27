/** Stories of the demonstration: invented, and marked as such; two are published, one waits to be read. */

import { CHECKS } from '#core/story/checks.ts'
import type { StoryBody } from '#core/story/story.ts'
import { makeSecret } from '#store/census/link.ts'
import type { Database } from '#store/open.ts'
import { decideOnStory } from '#store/story/decide.ts'
import { tellStory } from '#store/story/write.ts'

const moderator = { id: 'system:demonstration', name: 'Edda Fictional', role: 'editor' }

const stories: readonly (Omit<StoryBody, 'fictional'> & { readonly isPublished: boolean })[] = [
  {
    title: 'A tube in my back, and a good night’s sleep',
    words: [
      'My kidney was blocked, and I was sick and shivering. I was told that a thin tube through my back would let it drain. I did not like the sound of it at all.',
      'What I remember is lying on my front, a cold wipe, and a sting. Then pushing, which was odd more than sore. Somebody told me at each step what came next. I had thought it would take all day, but I was back in bed before my tea was cold.',
      'The bag took some getting used to. I slept on the other side and tucked it in. After a week I hardly thought of it. What I wish I had asked first: how to wash with it.',
    ].join('\n\n'),
    ...{ by: 'patient', procedure: 'nephrostomy', condition: 'blocked-kidney' },
    ...{ naming: 'chosen-name', name: 'Robin', isPublished: true },
  },
  {
    title: 'Waiting is the hard part',
    words: [
      'My husband had beads put into the blood vessels of his liver. The day itself was calm. The weeks before it were not: we did not know who would ring, or when.',
      'On the day I could wait close by. He came back pale and tired, with a sore tummy, and for some days he wanted only soup and sleep. We had read in the leaflet that it might be so, and that helped us not to worry.',
      'What I would say of it: bring a book, and somebody to hold your hand, even if your hand is not the one with the needle.',
    ].join('\n\n'),
    ...{ by: 'carer', procedure: 'selective-internal-radiation-therapy', condition: null },
    ...{ naming: 'anonymous', name: null, isPublished: true },
  },
  {
    title: 'The scan that found it',
    words:
      'They took a tiny piece of my lung with a needle. I was awake. Dr Fictional counted my breaths with me, and the nurse had a joke ready. It was over sooner than I had feared, and I was home the same day with a plaster and a sheet of what to look out for.',
    ...{ by: 'patient', procedure: 'image-guided-biopsy', condition: null },
    ...{ naming: 'first-name', name: 'Alex', isPublished: false },
  },
]

/** Enters them once. Nobody has their links. */
export async function seedStories(db: Database, now: Date): Promise<void> {
  const known = await db.selectFrom('story').select('id').limit(1).executeTakeFirst()
  if (known) return
  for (const [index, { isPublished, ...story }] of stories.entries()) {
    const at = new Date(now.getTime() - (stories.length - index) * 86_400_000)
    const { id } = await tellStory(db, {
      ...{ token: makeSecret().secret, email: null, at },
      body: { ...story, fictional: true },
    })
    if (!isPublished) continue
    const done = await decideOnStory(db, {
      ...{ id, seen: 1, decision: 'publish', said: null, by: moderator, at },
      checked: CHECKS.map((check) => check.id),
    })
    if (done.outcome !== 'decided') throw new Error(`A story of the demonstration was ${done.outcome}`)
  }
}
