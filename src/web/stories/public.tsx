/** Stories that everybody can read: all, by procedure, and one. */

import { Button, Select } from 'nhsuk-react-components'
import { procedureById } from '#core/catalogue/procedures.ts'
import { inSentence } from '#core/sentence.ts'
import { conditionName, paragraphsOf, tellerWords } from '#core/story/story.ts'
import { publishedStories } from '#store/story/lists.ts'
import { type PublishedStory, publishedStory, storiesByProcedure } from '#store/story/read.ts'
import { dateWords } from '../components/dates.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { StoryText } from './story-text.tsx'

export async function storiesPage(c: PageContext) {
  const { db } = c.var.store
  const procedure = procedureById(c.req.query('procedure') ?? '') ?? null
  const page = pageNumber(c.req.query('page'))
  const [stories, counts] = await Promise.all([
    publishedStories(db, { procedure: procedure?.id ?? null, page }),
    storiesByProcedure(db),
  ])
  return show(
    c,
    <Page
      c={c}
      title={procedure ? `Stories: ${procedure.plainName}` : 'Stories'}
      here={paths.stories()}
      description="Patients and those who cared for them tell how a treatment was for them."
    >
      <div className="fp-reading">
        <div className="nhsuk-u-reading-width">
          <h1 className="nhsuk-heading-xl">Stories</h1>
          <p className="nhsuk-lede-text">
            Patients, and people who cared for them, tell how a treatment was for them.
          </p>
          <p>
            Each is one person’s experience. Yours may be quite different: what a treatment can do for you,
            and what can go wrong, stands in its <a href={paths.leaflets()}>leaflet</a>.
          </p>
          <p className="fp-screen-only">
            <a className="nhsuk-button" href={paths.storyTell()}>
              Tell your story
            </a>
          </p>
          {counts.size > 0 ? <Filter counts={counts} chosen={procedure?.id ?? ''} /> : null}
          <p role="status">{countWords(stories.count, procedure?.plainName ?? null)}</p>
          <ul className="fp-az">
            {stories.rows.map((story) => (
              <Listed key={story.id} story={story} />
            ))}
          </ul>
          <Pager
            page={stories.page}
            pages={stories.pages}
            hrefOf={(at) =>
              paths.stories({ procedure: procedure?.id, page: at > 1 ? String(at) : undefined })
            }
          />
          <p>You have a private link? Open it as it stands on your sheet to change or withdraw your story.</p>
        </div>
      </div>
    </Page>,
  )
}

function countWords(count: number, about: string | null): string {
  const on = about ? ` about ${inSentence(about)}` : ''
  if (count === 0) return `No story${on} is published yet.`
  return `${count} ${count === 1 ? 'story' : 'stories'}${on}, the latest first.`
}

function Filter({
  counts,
  chosen,
}: {
  readonly counts: ReadonlyMap<string, number>
  readonly chosen: string
}) {
  const known = [...counts].map(([id, count]) => ({ id, count, name: procedureById(id)?.plainName ?? id }))
  return (
    <form method="get" action={paths.stories()} className="fp-screen-only">
      <Select id="procedure" name="procedure" label="Stories about" defaultValue={chosen}>
        <Select.Option value="">All treatments</Select.Option>
        {known
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
          .map(({ id, count, name }) => (
            <Select.Option key={id} value={id}>
              {name} ({count})
            </Select.Option>
          ))}
      </Select>
      <Button secondary>Show</Button>
    </form>
  )
}

const longestBeginning = 160

function Listed({ story }: { readonly story: PublishedStory }) {
  const [first = ''] = paragraphsOf(story.words)
  const beginning =
    first.length > longestBeginning ? `${first.slice(0, longestBeginning).replace(/\s+\S*$/, '')} …` : first
  return (
    <li>
      <a href={paths.story(story.id)}>{story.title}</a>
      <p className="fp-wrap">{beginning}</p>
      <p className="fp-quiet">
        {story.isFictional ? 'Fictional. ' : ''}
        {tellerWords(story.by, story.name)}. {dateWords(story.publishedAt)}
      </p>
    </li>
  )
}

export async function storyPage(c: PageContext) {
  const story = await publishedStory(c.var.store.db, c.req.param('id') ?? '')
  if (!story) return notFound(c)
  const procedure = story.procedure ? procedureById(story.procedure) : undefined
  const condition = story.condition ? conditionName(story.condition) : null
  return show(
    c,
    <Page
      c={c}
      title={story.title}
      here={paths.stories()}
      breadcrumbs={[{ text: 'Stories', href: paths.stories() }]}
      description="One person’s experience of a treatment."
    >
      <article className="fp-reading nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl fp-wrap">{story.title}</h1>
        {story.isFictional ? (
          <div className="nhsuk-inset-text">
            <span className="nhsuk-u-visually-hidden">Information: </span>
            <p>This story is fictional: it was written for the demonstration, and nobody lived it.</p>
          </div>
        ) : null}
        <p className="fp-quiet">
          {tellerWords(story.by, story.name)}. Published on {dateWords(story.publishedAt)}.
        </p>
        <StoryText words={story.words} />
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          <p>
            This is one person’s experience, and no advice. Talk with your team about what suits you; in an
            emergency ring 999.
          </p>
        </div>
        {procedure ? (
          <p>
            It is about {inSentence(procedure.plainName)}:{' '}
            <a href={paths.leaflet(procedure.id)}>read the leaflet</a> or{' '}
            <a href={paths.stories({ procedure: procedure.id })}>other stories about it</a>.
          </p>
        ) : null}
        {condition ? <p>The illness or complaint: {condition}.</p> : null}
        <p className="fp-screen-only">
          <a href={paths.stories()}>All stories</a>
        </p>
      </article>
    </Page>,
  )
}
