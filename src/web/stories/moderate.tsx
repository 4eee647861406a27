/** Moderators: what waits to be read, and one story with what to look for and what may be decided. */

import { Button, Checkboxes, Radios, Textarea } from 'nhsuk-react-components'
import { procedureById } from '#core/catalogue/procedures.ts'
import { CHECKS } from '#core/story/checks.ts'
import { HINT_WORDS, hintsIn } from '#core/story/hints.ts'
import { conditionName, type StoryState, saidAtMost, tellerWords } from '#core/story/story.ts'
import {
  type ListedStory,
  type ModeratedList,
  moderatedLists,
  storiesToModerate,
} from '#store/story/lists.ts'
import { type StoryVersion, type WholeStory, wholeStory } from '#store/story/read.ts'
import { dateTimeWords } from '../components/dates.ts'
import { Done } from '../components/done.tsx'
import type { Fields } from '../components/form.ts'
import { Pager, pageNumber } from '../components/pager.tsx'
import { Parts } from '../components/parts.tsx'
import { errorFor, type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { Marked, StoryText } from './story-text.tsx'

const STATE_WORDS: Readonly<Record<StoryState, string>> = {
  waiting: 'Waits to be read',
  'change-asked': 'A change is asked for',
  refused: 'Refused',
  published: 'Published',
  'taken-down': 'Taken down',
  withdrawn: 'Withdrawn by its author',
}

const LISTS: Readonly<Record<ModeratedList, { readonly text: string; readonly empty: string }>> = {
  waiting: { text: 'To read', empty: 'None waits.' },
  read: { text: 'Read', empty: 'None was read yet.' },
}

export async function moderatePage(c: PageContext) {
  const list = moderatedLists.find((each) => each === c.req.query('list')) ?? 'waiting'
  const asked = pageNumber(c.req.query('page'))
  const { counts, rows, page, pages } = await storiesToModerate(c.var.store.db, list, asked)
  const href = (of: ModeratedList, at = 1) =>
    paths.storiesModerate(undefined, {
      list: of === 'waiting' ? undefined : of,
      page: at > 1 ? String(at) : undefined,
    })
  return show(
    c,
    <Page c={c} title="Stories to read" here={paths.storiesModerate()}>
      <Done c={c} words={doneWords} />
      <h1 className="nhsuk-heading-l">Stories to read</h1>
      <Parts
        label="Lists"
        parts={moderatedLists.map((id) => ({
          isHere: id === list,
          text: `${LISTS[id].text}: ${counts[id].toLocaleString('en-GB')}`,
          href: href(id),
        }))}
      />
      <p>
        {list === 'waiting'
          ? 'The one that waits longest stands first.'
          : 'The one decided on last stands first.'}{' '}
        <a href={paths.stories()}>What everybody can read</a>
      </p>
      <StoryTable caption={LISTS[list].text} rows={rows} empty={LISTS[list].empty} />
      <Pager page={page} pages={pages} hrefOf={(at) => href(list, at)} />
    </Page>,
  )
}

function StoryTable({
  caption,
  rows,
  empty,
}: {
  readonly caption: string
  readonly rows: readonly ListedStory[]
  readonly empty: string
}) {
  return (
    <DataTable
      stacks
      caption={caption}
      rows={rows}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        {
          heading: 'Story',
          names: true,
          cell: ({ id, title }) => (
            <a className="fp-wrap" href={paths.storiesModerate(id)}>
              {title}
            </a>
          ),
        },
        { heading: 'Sent', cell: ({ toldAt }) => dateTimeWords(toldAt) },
        { heading: 'State', cell: ({ state }) => STATE_WORDS[state] },
        { heading: 'Public', cell: ({ isPublic }) => (isPublic ? 'Yes' : 'No') },
        {
          heading: 'Last read by',
          cell: ({ decidedBy, decidedAt }) =>
            decidedBy && decidedAt ? `${decidedBy}, ${dateTimeWords(decidedAt)}` : 'Nobody',
        },
      ]}
    />
  )
}

export async function reviewPage(
  c: PageContext,
  fields: Fields = {},
  problems: readonly FieldProblem[] = [],
) {
  const story = await wholeStory(c.var.store.db, c.req.param('id') ?? '')
  if (!story) return notFound(c)
  const { latest, published } = story
  return show(
    c,
    <Page
      c={c}
      title="Read a story"
      here={paths.storiesModerate()}
      breadcrumbs={[{ text: 'Stories to read', href: paths.storiesModerate() }]}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l fp-wrap">{latest?.title ?? 'A story that was withdrawn'}</h1>
      <p>{standsWords(story)}</p>
      {latest ? <Version version={latest} /> : null}
      {published && published.entry !== latest?.entry ? (
        <p>
          Everybody reads an earlier version: <a href={paths.story(story.id)}>see it</a>.
        </p>
      ) : null}
      <Decide story={story} fields={fields} problems={problems} />
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function standsWords({ state, decidedBy, decidedAt, said, toldAt }: WholeStory): string {
  const last = decidedBy && decidedAt ? ` Last read by ${decidedBy}, ${dateTimeWords(decidedAt)}.` : ''
  return `${STATE_WORDS[state]}. Sent ${dateTimeWords(toldAt)}.${last}${said ? ` The author was told: ${said}` : ''}`
}

function Version({ version }: { readonly version: StoryVersion }) {
  const { title, words, by, name, procedure, condition } = version
  const hints = [title, words, name ?? ''].flatMap((text) => hintsIn(text))
  const about = [
    procedure ? (procedureById(procedure)?.plainName ?? procedure) : null,
    condition ? conditionName(condition) : null,
  ].filter((each) => each !== null)
  return (
    <section aria-label="The story" className="nhsuk-u-reading-width">
      <p className="fp-quiet">
        {tellerWords(by, name)}. About: {about.length > 0 ? about.join('; ') : 'nothing in particular'}.
      </p>
      <p>
        {hints.length === 0
          ? 'Nothing in it looks like a number, an address or a name with a title. That finds only part of what there can be: read it.'
          : `Marked in it: ${[...new Set(hints.map(({ kind }) => HINT_WORDS[kind]))].join(', ')}. There can be more that no machine finds.`}
      </p>
      {hintsIn(title).length > 0 ? (
        <p>
          Title: <Marked text={title} />
        </p>
      ) : null}
      <StoryText words={words} marked />
    </section>
  )
}

interface DecideProps {
  readonly story: WholeStory
  readonly fields: Fields
  readonly problems: readonly FieldProblem[]
}

function Decide({ story, fields, problems }: DecideProps) {
  const waits = story.state === 'waiting'
  if (!waits && !story.published)
    return <p>There is nothing to decide: it waits for its author, or is gone.</p>
  const choices = [
    ...(waits
      ? [
          { value: 'publish', words: 'Publish it' },
          { value: 'ask-change', words: 'Ask its author for a change' },
          { value: 'refuse', words: 'Refuse it' },
        ]
      : []),
    ...(story.published ? [{ value: 'take-down', words: 'Take down what is public' }] : []),
  ]
  return (
    <form method="post" action={paths.storiesModerate(story.id)} noValidate>
      <input type="hidden" name="seen" value={story.revision} />
      {waits ? (
        <Checkboxes
          id="checks"
          name="checks"
          legend="Before it is published: you have looked that"
          legendProps={{ size: 'm' }}
          {...errorFor(problems, 'checks')}
        >
          {CHECKS.map(({ id, says }) => (
            <Checkboxes.Item
              key={id}
              id={`check-${id}`}
              name={`check-${id}`}
              value="yes"
              defaultChecked={fields[`check-${id}`] === 'yes'}
            >
              {says}
            </Checkboxes.Item>
          ))}
        </Checkboxes>
      ) : null}
      <Radios
        id="decision"
        name="decision"
        legend="What do you decide?"
        legendProps={{ size: 'm' }}
        {...errorFor(problems, 'decision')}
      >
        {choices.map(({ value, words }) => (
          <Radios.Item key={value} value={value} defaultChecked={fields.decision === value}>
            {words}
          </Radios.Item>
        ))}
      </Radios>
      <Textarea
        label="To the author: what to change, or why"
        hint={`Not needed to publish. Up to ${saidAtMost.toLocaleString('en-GB')} characters; the author reads it by the private link.`}
        rows={4}
        {...inputOf(fields, problems, 'said')}
      />
      <Button preventDoubleClick>Decide</Button>
    </form>
  )
}

const doneWords = new Map([
  ['publish', 'It is published: everybody can read it.'],
  ['ask-change', 'Its author sees what to change.'],
  ['refuse', 'It is refused, and its author sees why.'],
  ['take-down', 'It is taken down, and its author sees why.'],
])
