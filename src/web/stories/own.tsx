/** What an author's private link opens: where the story is, what a moderator says, and what the author can do. */

import { Button } from 'nhsuk-react-components'
import { storyOfToken, type WholeStory } from '#store/story/read.ts'
import { forgetStoryAddress, withdrawStory } from '#store/story/write.ts'
import { dateWords } from '../components/dates.ts'
import { Done } from '../components/done.tsx'
import { fieldsOf } from '../components/form.ts'
import { keepToPatient } from '../components/private.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { QrCode } from '../components/qr-code.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { openings } from './limits.ts'
import { StoryText } from './story-text.tsx'

/** The story that the link opens, or the page that says that it opens none: the same for every link that does not. */
export async function opened(
  c: PageContext,
): Promise<{ readonly token: string; readonly story: WholeStory } | Response> {
  keepToPatient(c)
  const token = c.req.param('token') ?? ''
  const taken = openings.take(c)
  if (!taken.isAllowed) {
    c.header('Retry-After', String(taken.seconds))
    return noStory(c, `Too many links were tried from here. Wait ${taken.seconds} seconds.`, 429)
  }
  const story = await storyOfToken(c.var.store.db, token)
  return story
    ? { token, story }
    : noStory(c, 'Type the whole address as it stands on your sheet, or use the square code.', 404)
}

function noStory(c: PageContext, says: string, status: 404 | 429) {
  return show(
    c,
    <Page c={c} title="This link opens no story" focused>
      <div className="fp-reading">
        <h1 className="nhsuk-heading-l">This link opens no story</h1>
        <p>{says}</p>
        <p>
          <a href={paths.stories()}>Stories that are published</a>
        </p>
      </div>
    </Page>,
    status,
  )
}

export async function ownPage(c: PageContext, problems: readonly FieldProblem[] = []) {
  const found = await opened(c)
  if (found instanceof Response) return found
  const { token, story } = found
  const isGone = story.state === 'withdrawn'
  const isNew = ['sent', 'sent-before'].includes(c.req.query('done') ?? '')
  return show(
    c,
    <Page c={c} title="Your story" focused hasErrors={problems.length > 0}>
      <div className="fp-reading nhsuk-u-reading-width">
        <Done c={c} words={doneWords} />
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Your story</h1>
        <p>{stateWords(story)}</p>
        {story.said && !isGone ? (
          <div className="nhsuk-inset-text">
            <span className="nhsuk-u-visually-hidden">Information: </span>
            <p>They say: {story.said}</p>
          </div>
        ) : null}
        {isNew && !isGone ? <LinkSheet c={c} token={token} /> : null}
        {story.published && !isGone ? (
          <p>
            <a href={paths.story(story.id)}>Read it as everybody can</a>
          </p>
        ) : null}
        {isGone ? null : <Actions token={token} story={story} problems={problems} />}
        {story.latest ? (
          <section aria-labelledby="latest" className="fp-screen-only">
            <h2 className="nhsuk-heading-m" id="latest">
              What you sent{story.latest.number > 1 ? ' last' : ''}
            </h2>
            <h3 className="nhsuk-heading-s fp-wrap">{story.latest.title}</h3>
            <StoryText words={story.latest.words} />
          </section>
        ) : null}
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}

function stateWords({ state, published, decidedAt, toldAt }: WholeStory): string {
  const also = published ? ' Until then, everybody reads the version that was published before.' : ''
  const on = decidedAt ? ` on ${dateWords(decidedAt)}` : ''
  switch (state) {
    case 'waiting':
      return `You sent it on ${dateWords(toldAt)}. It waits to be read; nobody else can see it.${also}`
    case 'change-asked':
      return `It was read${on}. Please change something, then it is read again.${also}`
    case 'refused':
      return `It was read${on}, and will not be published as it is. You can change it and send it again, or withdraw it.${also}`
    case 'published':
      return `It was published${on}: everybody can read it.`
    case 'taken-down':
      return `It was published, and taken down${on}. You can change it and send it again, or withdraw it.`
    case 'withdrawn':
      return 'You withdrew it. Its words are erased here, and in the record, for good. There is nothing more to do.'
  }
}

/** Shown when the story was sent; the link is kept nowhere in words. */
function LinkSheet({ c, token }: { readonly c: PageContext; readonly token: string }) {
  const address = `${c.var.config.baseUrl}${paths.storyOwn(token)}`
  return (
    <section className="fp-hand-over" aria-labelledby="sheet">
      <h2 className="nhsuk-heading-m" id="sheet">
        Your private link: keep it
      </h2>
      <p>
        With it you see what became of your story, change it, or withdraw it at any time. We show it now and
        cannot send it again. Print this page, photograph the square, or write the address down.
      </p>
      <QrCode text={address} label="QR code of your private link" />
      <p className="fp-hand-over__address">{address}</p>
      <p>Whoever has it can change or withdraw your story.</p>
    </section>
  )
}

interface ActionsProps {
  readonly token: string
  readonly story: WholeStory
  readonly problems: readonly FieldProblem[]
}

function Actions({ token, story, problems }: ActionsProps) {
  const wrong = problems.find(({ field }) => field === 'sure')
  return (
    <div className="fp-screen-only fp-story__do">
      <p>
        <a className="nhsuk-button nhsuk-button--secondary" href={paths.storyOwn(token, 'change')}>
          Change it
        </a>
      </p>
      <h2 className="nhsuk-heading-m">Withdraw it</h2>
      <form method="post" action={paths.storyOwn(token, 'withdraw')} noValidate>
        <div className={`nhsuk-form-group${wrong ? ' nhsuk-form-group--error' : ''}`}>
          {wrong ? (
            <span className="nhsuk-error-message" id="sure-error">
              {wrong.words}
            </span>
          ) : null}
          <div className="nhsuk-checkboxes__item">
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id="sure"
              name="sure"
              value="yes"
              aria-describedby={wrong ? 'sure-error' : undefined}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="sure">
              Take my story down and erase its words for good
            </label>
          </div>
        </div>
        <Button secondary preventDoubleClick>
          Withdraw my story
        </Button>
      </form>
      {story.hasAddress ? (
        <>
          <h2 className="nhsuk-heading-m">Your e-mail address</h2>
          <p>We have one, to write to you when your story was read.</p>
          <form method="post" action={paths.storyOwn(token, 'forget')}>
            <Button secondary preventDoubleClick>
              Forget my e-mail address
            </Button>
          </form>
        </>
      ) : null}
    </div>
  )
}

export async function withdraw(c: PageContext) {
  const found = await opened(c)
  if (found instanceof Response) return found
  const { token } = found
  if ((await fieldsOf(c)).sure !== 'yes')
    return ownPage(c, [{ field: 'sure', words: 'Tick the box if you are sure: it cannot be undone' }])
  await withdrawStory(c.var.store.db, { token, at: c.var.now() })
  return c.redirect(`${paths.storyOwn(token)}?done=withdrawn`, 303)
}

export async function forget(c: PageContext) {
  const found = await opened(c)
  if (found instanceof Response) return found
  await forgetStoryAddress(c.var.store.db, found.story.id)
  return c.redirect(`${paths.storyOwn(found.token)}?done=forgotten`, 303)
}

const doneWords = new Map([
  ['sent', 'Thank you. Your story is with us.'],
  ['sent-before', 'Your story was with us already: it was not sent twice.'],
  ['changed', 'Your change is with us. It is read before it is published.'],
  ['withdrawn', 'Your story is withdrawn, and its words are erased.'],
  ['forgotten', 'We have forgotten your e-mail address.'],
])
