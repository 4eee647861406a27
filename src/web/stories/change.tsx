/** Changing a story by its private link: the new version is read before it is published. */

import { Button, Radios } from 'nhsuk-react-components'
import type { WholeStory } from '#store/story/read.ts'
import { changeStory } from '#store/story/write.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { readStory } from './fields.ts'
import { StoryFields } from './form-fields.tsx'
import { opened } from './own.tsx'

export async function changePage(c: PageContext) {
  const found = await opened(c)
  if (found instanceof Response) return found
  const { token, story } = found
  if (!story.latest) return c.redirect(paths.storyOwn(token), 303)
  return page(c, found, knownFields(story), [])
}

export async function change(c: PageContext) {
  const found = await opened(c)
  if (found instanceof Response) return found
  const { token, story } = found
  if (!story.latest) return c.redirect(paths.storyOwn(token), 303)
  const fields = await fieldsOf(c)
  const { body, problems, asksAgain } = readStory(fields)
  if (!body) return page(c, found, fields, problems, asksAgain)
  const done = await changeStory(c.var.store.db, {
    ...{ token, seen: Number(fields.seen), keepsPublished: fields.meanwhile !== 'down', at: c.var.now() },
    body: { ...body, fictional: story.latest.isFictional },
  })
  if (done.outcome === 'overtaken') {
    const words =
      'Something happened to your story since you opened this form: it was read, or you changed it elsewhere. What you typed is still here. Look at it, then send it again'
    return page(
      c,
      { token, story: done.story },
      { ...fields, seen: String(done.story.revision) },
      [{ field: 'words', words }],
      asksAgain,
    )
  }
  return c.redirect(`${paths.storyOwn(token)}?done=changed`, 303)
}

/** What stands, as the form's fields; the consents are given anew. */
function knownFields({ latest, revision }: WholeStory): Fields {
  if (!latest) return {}
  const naming = latest.name === null ? 'anonymous' : /\s/.test(latest.name) ? 'chosen-name' : 'first-name'
  return {
    ...{ title: latest.title, words: latest.words, by: latest.by, naming, name: latest.name ?? '' },
    ...{ procedure: latest.procedure ?? '', condition: latest.condition ?? '', seen: String(revision) },
  }
}

function page(
  c: PageContext,
  { token, story }: { readonly token: string; readonly story: WholeStory },
  fields: Fields,
  problems: readonly FieldProblem[],
  asksAgain = false,
) {
  return show(
    c,
    <Page
      c={c}
      title="Change your story"
      focused
      backHref={paths.storyOwn(token)}
      hasErrors={problems.length > 0}
    >
      <div className="fp-reading nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Change your story</h1>
        <p>Somebody reads it again before it is published. What you sent before is erased.</p>
        <form method="post" action={paths.storyOwn(token, 'change')} noValidate autoComplete="off">
          <input type="hidden" name="seen" value={fields.seen ?? ''} />
          <StoryFields fields={fields} problems={problems} asksAgain={asksAgain} />
          {story.published ? (
            <Radios
              id="meanwhile"
              name="meanwhile"
              legend="What can everybody read until then?"
              legendProps={{ size: 's' }}
            >
              <Radios.Item value="stays" defaultChecked={fields.meanwhile !== 'down'}>
                The version that is published now
              </Radios.Item>
              <Radios.Item value="down" defaultChecked={fields.meanwhile === 'down'}>
                Nothing: take it down at once
              </Radios.Item>
            </Radios>
          ) : null}
          <Button preventDoubleClick>Send the change</Button>
        </form>
      </div>
    </Page>,
    problems.length > 0 ? 422 : 200,
  )
}
