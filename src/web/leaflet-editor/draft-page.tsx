/** The draft: its sections to open, what differs so far, and what to do with it. */

import { Button } from 'nhsuk-react-components'
import { changesBetween } from '#core/leaflet/compare.ts'
import { dropDraft, type LeafletDraft } from '#store/leaflet/draft.ts'
import { dateTimeWords } from '../components/dates.ts'
import { fieldsOf } from '../components/form.ts'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { type LeafletAt, leafletAt } from './at.ts'
import { Comparison } from './comparison.tsx'
import { EDITED, sectionTitle } from './draft.ts'
import { EditorFrame } from './frame.tsx'

export async function draftPage(c: PageContext) {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  const { draft, name } = at
  if (!draft) return c.redirect(paths.leafletEditorOf(name), 303)
  const against = comparedWith(at)
  return show(
    c,
    <EditorFrame c={c} title="Draft" at={at}>
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.title}</span>
        Draft
      </h1>
      <p>
        Saved by {draft.savedBy} on {dateTimeWords(draft.savedAt)}. Everyone who edits this leaflet shares it.{' '}
        <a href={paths.leafletEditorOf(name, 'preview')}>See it as it will be</a>.
      </p>
      <h2 className="nhsuk-heading-m">Sections</h2>
      <ul>
        {EDITED.map((section) => (
          <li key={section}>
            {at.mayWrite ? (
              <a href={paths.leafletEditorSection(name, section)}>{sectionTitle(section)}</a>
            ) : (
              sectionTitle(section)
            )}
          </li>
        ))}
      </ul>
      {at.mayWrite ? <Actions at={at} draft={draft} /> : null}
      <h2 className="nhsuk-heading-m">What differs from {against?.words ?? 'nothing'}</h2>
      {against ? (
        <Comparison
          changes={changesBetween(against.leaflet, draft.leaflet)}
          beside={({ path, kind }) =>
            at.key.organisation && kind === 'clinical' ? (
              <p className="fp-quiet">Reason: {draft.reasons[path] ?? 'none given yet; it needs one'}</p>
            ) : null
          }
        />
      ) : (
        <p>It is the first version.</p>
      )}
    </EditorFrame>,
  )
}

/** A variant is laid beside the master that it follows; the master beside its version in use. */
function comparedWith({ key, followed, inUse }: LeafletAt) {
  if (key.organisation)
    return followed ? { leaflet: followed.leaflet, words: `the master’s version ${followed.version}` } : null
  return inUse ? { leaflet: inUse.leaflet, words: `version ${inUse.version}, in use` } : null
}

function Actions({ at: { name }, draft }: { readonly at: LeafletAt; readonly draft: LeafletDraft }) {
  return (
    <>
      <Button href={paths.leafletEditorOf(name, 'hand-in')}>Hand in for review</Button>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Give the draft up</span>
        </summary>
        <div className="nhsuk-details__text">
          <form method="post" action={paths.leafletEditorOf(name, 'drop')}>
            <input type="hidden" name="seen" value={draft.revision} />
            <p>What was written since the last version is lost for everyone.</p>
            <Button warning>Give the draft up</Button>
          </form>
        </div>
      </details>
    </>
  )
}

export async function drop(c: PageContext) {
  const at = await leafletAt(c)
  if (!at) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  const { seen = '0' } = await fieldsOf(c)
  await dropDraft(c.var.store.db, { ...at.key, seen: Number(seen) || 0 })
  const still = await leafletAt(c)
  const back = still?.draft
    ? paths.leafletEditorOf(at.name, 'draft')
    : `${paths.leafletEditorOf(at.name)}?done=dropped`
  return c.redirect(back, 303)
}
