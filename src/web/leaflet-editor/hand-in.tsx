/** Handing the draft in: from then on it is a version, and is what it is. */

import { Button, Textarea } from 'nhsuk-react-components'
import { changesBetween } from '#core/leaflet/compare.ts'
import { leafletBodySchema } from '#core/leaflet/leaflet.ts'
import { differenceFrom } from '#core/leaflet/variant.ts'
import { handIn } from '#store/leaflet/write.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { type FieldProblem, inputOf, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorOf, type LeafletAt, leafletAt } from './at.ts'
import { Comparison } from './comparison.tsx'
import { EditorFrame } from './frame.tsx'

export async function handInPage(c: PageContext) {
  const at = await writableDraft(c)
  return at instanceof Response ? at : page(c, at, {}, [])
}

export async function sendIn(c: PageContext) {
  const at = await writableDraft(c)
  if (at instanceof Response) return at
  const { draft, key } = at
  const fields = await fieldsOf(c)
  const note = (fields.note ?? '').trim()
  const problems = [...whyNot(at)]
  if (note === '') problems.push({ field: 'note', words: 'Say in a sentence what you changed' })
  if (note.length > 1000) problems.push({ field: 'note', words: 'Say it in 1,000 characters or fewer' })
  if (Number(fields.seen) !== draft.revision)
    problems.push({
      field: 'note',
      words: `${draft.savedBy} saved the draft since you opened this page: read what differs, then hand it in`,
    })
  if (problems.length > 0) return page(c, at, fields, problems)
  const done = await handIn(c.var.store.db, {
    ...{ leaflet: draft.leaflet, organisation: key.organisation, base: key.organisation ? draft.base : null },
    ...{ reasons: draft.reasons, note, author: authorOf(c, key.organisation), at: c.var.now() },
  })
  if (done.outcome === 'refused')
    return page(
      c,
      at,
      fields,
      done.problems.map(({ words, path }) => ({ field: 'note', words: `${path}: ${words}` })),
    )
  return c.redirect(`${paths.leafletEditorVersion(at.name, done.entry)}?done=handed-in`, 303)
}

type WithDraft = LeafletAt & { readonly draft: NonNullable<LeafletAt['draft']> }

async function writableDraft(c: PageContext): Promise<WithDraft | Response> {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  if (!at.draft) return c.redirect(paths.leafletEditorOf(at.name), 303)
  return { ...at, draft: at.draft }
}

/** What stands in the way of handing the draft in. */
function whyNot({ draft, followed, inUse }: WithDraft): readonly FieldProblem[] {
  if (!leafletBodySchema.safeParse(draft.leaflet).success)
    return [{ field: 'note', words: 'A section is not complete: open each and save it' }]
  const against = followed ?? inUse
  if (against && !followed && changesBetween(against.leaflet, draft.leaflet).length === 0)
    return [{ field: 'note', words: 'Nothing differs from the version in use' }]
  if (!followed) return []
  return differenceFrom(followed.leaflet, draft.leaflet, draft.reasons).withoutReason.map((path) => ({
    field: path,
    words: 'Give a reason for the clinical part that differs from the master',
  }))
}

function page(c: PageContext, at: WithDraft, fields: Fields, problems: readonly FieldProblem[]) {
  const { draft, followed, inUse } = at
  const against = followed ?? inUse
  const above = [{ text: 'Draft', href: paths.leafletEditorOf(at.name, 'draft') }]
  const difference = followed && differenceFrom(followed.leaflet, draft.leaflet, draft.reasons)
  return show(
    c,
    <EditorFrame c={c} title="Hand in for review" at={at} above={above} hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.title}</span>
        Hand in for review
      </h1>
      <p>
        {difference && difference.clinical.length === 0
          ? 'Only local parts differ from the master: you can publish it without a sign-off.'
          : 'Somebody else signs off what is clinical before it is published.'}
      </p>
      <h2 className="nhsuk-heading-m">
        {against
          ? `What differs from version ${against.version}${followed ? ' of the master' : ''}`
          : 'The first version'}
      </h2>
      {against ? (
        <Comparison
          changes={changesBetween(against.leaflet, draft.leaflet)}
          beside={({ path, kind }) =>
            followed && kind === 'clinical' ? (
              <p id={path} className={draft.reasons[path] ? 'fp-quiet' : 'nhsuk-error-message'}>
                {draft.reasons[path] ? `Reason: ${draft.reasons[path]}` : 'No reason is given yet.'}{' '}
                <a href={paths.leafletEditorSection(at.name, path.split('/')[0] ?? '')}>Change this part</a>
              </p>
            ) : null
          }
        />
      ) : null}
      <form method="post" action={paths.leafletEditorOf(at.name, 'hand-in')} noValidate>
        <input type="hidden" name="seen" value={draft.revision} />
        <Textarea label="What you changed, and why" rows={3} {...inputOf(fields, problems, 'note')} />
        <Button>Hand in</Button>
      </form>
    </EditorFrame>,
    problems.length > 0 ? 422 : 200,
  )
}
