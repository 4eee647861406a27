/** Stories: the public pages, telling one, an author's private link, the moderators' pages. */

import type { StoryBody } from '#core/story/story.ts'
import { makeSecret } from '#store/census/link.ts'
import { publishedStories } from '#store/story/lists.ts'
import { tellStory } from '#store/story/write.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer?: Viewer, status?: number) => void

const told: StoryBody = {
  title: 'A word without an end: llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
  words: `I rang 0113 496 0000 and Dr Fictional came.\n\n${'x'.repeat(200)}\n\nThat was all.`,
  ...{ by: 'patient', procedure: 'nephrostomy', condition: null, naming: 'anonymous', name: null },
  fictional: true,
}

export async function storyVisits(site: TestSite, visit: Add): Promise<void> {
  const { db } = site.store
  const token = makeSecret().secret
  const at = new Date()
  const { id } = await tellStory(db, { token, body: told, email: 'author@example.org', at })
  const editor: Viewer = { name: 'editor', cookie: await site.signInAs('editor') }
  const [published] = (await publishedStories(db)).rows
  visit('/stories', paths.stories())
  visit('/stories', paths.stories({ procedure: 'nephrostomy' }))
  if (published) visit('/stories/:id{[0-9a-f-]{36}}', paths.story(published.id))
  visit('/stories/tell', paths.storyTell())
  visit('/stories/own/:token', `${paths.storyOwn(token)}?done=sent`)
  visit('/stories/own/:token/change', paths.storyOwn(token, 'change'))
  visit('/stories/moderate', paths.storiesModerate(), editor)
  visit('/stories/moderate', paths.storiesModerate(undefined, { list: 'read' }), editor)
  visit('/stories/moderate/:id{[0-9a-f-]{36}}', paths.storiesModerate(id), editor)
  visit(null, paths.storyOwn(makeSecret().secret), undefined, 404)
  visit(null, paths.story(id), undefined, 404)
}
