/** What the master changed since a service's variant followed it: each change beside what the service says. */

import { Button } from 'nhsuk-react-components'
import { type MasterChange, masterChanges, mergedWith } from '#core/leaflet/variant.ts'
import { saveDraft } from '#store/leaflet/draft.ts'
import type { KeptVersion } from '#store/leaflet/read.ts'
import { fieldsOf } from '../components/form.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { authorOf, type LeafletAt, leafletAt } from './at.ts'
import { Comparison } from './comparison.tsx'
import { type Begun, beginning } from './draft.ts'
import { EditorFrame } from './frame.tsx'

interface Merging {
  readonly at: LeafletAt
  readonly before: KeptVersion
  readonly after: KeptVersion
  /** What the service says now: its draft, else its version in use. */
  readonly ours: Begun
  readonly seen: number
  readonly changes: readonly MasterChange[]
}

export async function mergePage(c: PageContext) {
  const merging = await mergingAt(c)
  return merging instanceof Response ? merging : page(c, merging, {}, [])
}

export async function merge(c: PageContext) {
  const merging = await mergingAt(c)
  if (merging instanceof Response) return merging
  const { at, before, after, ours, seen, changes } = merging
  const fields = await fieldsOf(c)
  const asked = changes.filter(({ standing }) => standing !== 'same')
  const problems: FieldProblem[] = asked
    .filter(({ path }) => !['take', 'keep'].includes(fields[path] ?? ''))
    .map(({ path, under }) => ({
      field: `${path}-take`,
      words: `${under}: choose whether to take the change`,
    }))
  if (Number(fields.seen) !== seen)
    problems.push({ field: 'merge', words: 'The draft was saved meanwhile: look again at what stands there' })
  if (problems.length > 0) return page(c, merging, fields, problems)
  const taken = new Set(asked.map(({ path }) => path).filter((path) => fields[path] === 'take'))
  const saved = await saveDraft(c.var.store.db, {
    ...at.key,
    base: after.version,
    leaflet: { ...mergedWith(before.leaflet, after.leaflet, ours.leaflet, taken), signOff: null },
    reasons: at.draft?.reasons ?? at.inUse?.reasons ?? {},
    ...{ seen, author: authorOf(c, at.key.organisation), at: c.var.now() },
  })
  if (saved.outcome === 'overtaken')
    return page(c, merging, fields, [
      { field: 'merge', words: 'The draft was saved meanwhile: look again at what stands there' },
    ])
  return c.redirect(`${paths.leafletEditorOf(at.name, 'draft')}?done=merged`, 303)
}

async function mergingAt(c: PageContext): Promise<Merging | Response> {
  const at = await leafletAt(c)
  if (!at?.key.organisation || !at.master) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  const { draft, followed: before, master: after } = at
  const ours = draft ? { leaflet: draft.leaflet, base: draft.base } : await beginning(c, at)
  if (!before || !ours || before.version === after.version)
    return c.redirect(paths.leafletEditorOf(at.name), 303)
  const changes = masterChanges(before.leaflet, after.leaflet, ours.leaflet)
  return { at, before, after, ours, seen: draft?.revision ?? 0, changes }
}

function page(
  c: PageContext,
  { at, before, after, seen, changes }: Merging,
  fields: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
) {
  return show(
    c,
    <EditorFrame c={c} title="What the master changed" at={at} hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l" id="merge">
        <span className="nhsuk-caption-l">{at.title}</span>
        What the master changed
      </h1>
      <p>
        You follow version {before.version}; the master is at {after.version}:{' '}
        {/[.!?]$/.test(after.note) ? after.note : `${after.note}.`} Your own telephone numbers and other local
        parts stay as they are.
      </p>
      <form method="post" action={paths.leafletEditorOf(at.name, 'merge')}>
        <input type="hidden" name="seen" value={seen} />
        <h2 className="nhsuk-heading-m">Its changes, one by one</h2>
        <Comparison
          changes={changes}
          beside={(change) => <Choice change={change as MasterChange} chosen={fields[change.path]} />}
        />
        <Button>Put it into the draft</Button>
      </form>
    </EditorFrame>,
    problems.length > 0 ? 422 : 200,
  )
}

/** What can be taken as it is, is taken unless said otherwise; where both changed, somebody chooses. */
function Choice({ change, chosen }: { readonly change: MasterChange; readonly chosen: string | undefined }) {
  const { path, standing, ours, after } = change
  if (standing === 'same') return <p className="fp-quiet">You say that already.</p>
  const value = chosen ?? (standing === 'take' ? 'take' : '')
  const option = (name: 'take' | 'keep', words: string) => (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        id={`${path}-${name}`}
        name={path}
        value={name}
        defaultChecked={value === name}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${path}-${name}`}>
        {words}
      </label>
    </div>
  )
  return (
    <fieldset className="nhsuk-fieldset">
      <legend className="nhsuk-fieldset__legend">
        {standing === 'both' ? `You say: ${ours ?? 'nothing here'}` : 'You say what the master said before.'}
      </legend>
      <div className="nhsuk-radios nhsuk-radios--inline">
        {option('take', after === null ? 'Take it out' : 'Take the master’s words')}
        {option('keep', 'Keep ours')}
      </div>
    </fieldset>
  )
}
