/** Telling a story: without an account; the form brings the token that will open it. */

import { Button, TextInput } from 'nhsuk-react-components'
import { makeSecret } from '#store/census/link.ts'
import { isStoryToken } from '#store/story/read.ts'
import { tellStory } from '#store/story/write.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { keepPrivate } from '../components/private.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { readAddress, readStory } from './fields.ts'
import { StoryFields } from './form-fields.tsx'
import { sendings } from './limits.ts'

export const tellPage = (c: PageContext) => page(c, { procedure: c.req.query('procedure') ?? '' }, [], {})

export async function tell(c: PageContext) {
  const fields = await fieldsOf(c)
  const taken = sendings.take(c)
  if (!taken.isAllowed) {
    c.header('Retry-After', String(taken.seconds))
    const words = `Too much was sent from here. Wait ${taken.seconds} seconds, then send it again: what you wrote is still below`
    return page(c, fields, [{ field: 'title', words }], { status: 429 })
  }
  const { body, problems, asksAgain } = readStory(fields)
  const { email, problem } = readAddress(fields)
  const all = problem ? [...problems, problem] : problems
  if (!body || all.length > 0) return page(c, fields, all, { status: 422, asksAgain })
  const token = isStoryToken(fields.token ?? '') ? (fields.token ?? '') : makeSecret().secret
  const told = await tellStory(c.var.store.db, { token, body, email, at: c.var.now() })
  keepPrivate(c)
  return c.redirect(`${paths.storyOwn(token)}?done=${told.outcome === 'told' ? 'sent' : 'sent-before'}`, 303)
}

function page(
  c: PageContext,
  fields: Fields,
  problems: readonly FieldProblem[],
  { status = 200, asksAgain = false }: { readonly status?: 200 | 422 | 429; readonly asksAgain?: boolean },
) {
  keepPrivate(c)
  const token = isStoryToken(fields.token ?? '') ? (fields.token ?? '') : makeSecret().secret
  return show(
    c,
    <Page
      c={c}
      title="Tell your story"
      here={paths.stories()}
      breadcrumbs={[{ text: 'Stories', href: paths.stories() }]}
      hasErrors={problems.length > 0}
      description="Tell how a treatment was for you: without an account, changed or withdrawn whenever you wish."
    >
      <div className="fp-reading nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-xl">Tell your story</h1>
        <p className="nhsuk-lede-text">
          How was it for you? Others who are to have the same treatment may be glad to read it.
        </p>
        <ul>
          <li>You need no account. You get a private link by which you change or withdraw your story.</li>
          <li>Somebody reads it before it is published. They may ask you to change something.</li>
          <li>
            Tell what you saw and felt. Leave out names of other people and of staff, telephone numbers,
            addresses, and advice on what others should do.
          </li>
        </ul>
        <p>
          This is not the place for a complaint or for anything urgent: ring your hospital, or 111; in an
          emergency 999.
        </p>
        <form method="post" action={paths.storyTell()} noValidate autoComplete="off">
          <input type="hidden" name="token" value={token} />
          <StoryFields fields={fields} problems={problems} asksAgain={asksAgain} />
          <TextInput
            type="email"
            label="Your e-mail address (optional)"
            labelProps={{ size: 's' }}
            hint="We write there only to say that your story was read. It is shown to nobody, kept apart from your story, and forgotten when you say so."
            width={30}
            autoComplete="email"
            {...inputOf(fields, problems, 'email')}
          />
          <Button preventDoubleClick>Send my story</Button>
        </form>
      </div>
    </Page>,
    status,
  )
}
