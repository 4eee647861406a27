/** One section of the draft as a form. Whoever saves second sees what the first wrote, and keeps their own words. */

import { Button } from 'nhsuk-react-components'
import type { Reasons } from '#core/leaflet/kinds.ts'
import type { LeafletBody } from '#core/leaflet/leaflet.ts'
import { partAt } from '#core/leaflet/parts.ts'
import { type LeafletDraft, saveDraft } from '#store/leaflet/draft.ts'
import { type Fields, fieldsOf } from '../components/form.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { forbidden, notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { AboutFields, aboutTyped, readAbout } from './about.tsx'
import { authorOf, type LeafletAt, leafletAt } from './at.ts'
import { EDITED, sectionTitle } from './draft.ts'
import { EditorFrame } from './frame.tsx'
import { Overtaken } from './overtaken.tsx'
import { RowFields } from './row-fields.tsx'
import { type EditedSection, itemsOf, type Row, readSection, rowOf, rowsSent } from './rows.ts'

type Section = 'about' | EditedSection

interface Shown {
  readonly seen: number
  readonly rows: readonly Row[]
  readonly about: Fields
  readonly reasons: Reasons
  readonly problems: readonly FieldProblem[]
  /** Somebody saved meanwhile: what stands in the draft now. */
  readonly theirs: OvertakenBy | null
}

interface OvertakenBy {
  readonly theirs: LeafletDraft
  readonly ours: LeafletBody
}

export async function sectionPage(c: PageContext) {
  const found = await sectionAt(c)
  if (found instanceof Response) return found
  const { at, draft, section } = found
  return page(c, at, section, {
    seen: draft.revision,
    rows: section === 'about' ? [] : itemsOf(draft.leaflet, section).map(rowOf),
    about: aboutTyped(draft.leaflet),
    reasons: draft.reasons,
    problems: [],
    theirs: null,
  })
}

export async function saveSection(c: PageContext) {
  const found = await sectionAt(c)
  if (found instanceof Response) return found
  const { at, draft, section } = found
  const fields = await fieldsOf(c)
  const rows = rowsSent(fields)
  const read =
    section === 'about' ? readAbout(draft.leaflet, fields) : readSection(draft.leaflet, section, rows)
  const reasons = { ...draft.reasons, ...(section === 'about' ? {} : reasonsSent(section, rows)) }
  const shown = { seen: Number(fields.seen) || 0, rows, about: fields, reasons }
  if (read.problems.length > 0)
    return page(c, at, section, { ...shown, problems: read.problems, theirs: null })
  const saved = await saveDraft(c.var.store.db, {
    ...{ ...at.key, base: draft.base, leaflet: read.leaflet, reasons, seen: shown.seen },
    ...{ author: authorOf(c, at.key.organisation), at: c.var.now() },
  })
  if (saved.outcome === 'saved') {
    const next = EDITED[EDITED.indexOf(section) + 1]
    const href =
      fields.then === 'next' && next
        ? paths.leafletEditorSection(at.name, next)
        : `${paths.leafletEditorOf(at.name, 'draft')}?done=saved`
    return c.redirect(href, 303)
  }
  const { theirs } = saved
  if (!theirs) return c.redirect(paths.leafletEditorOf(at.name), 303)
  return page(c, at, section, {
    ...{ ...shown, seen: theirs.revision, problems: [] },
    theirs: { theirs, ours: read.leaflet },
  })
}

/** A new row has no address before it is saved: its reason is asked on the draft once it has. */
function reasonsSent(section: EditedSection, rows: readonly Row[]): Reasons {
  return Object.fromEntries(
    rows.flatMap(({ id, reason }) => (id && reason ? [[`${section}/${id}`, reason.slice(0, 500)]] : [])),
  )
}

async function sectionAt(c: PageContext) {
  const at = await leafletAt(c)
  const section = EDITED.find((each) => each === c.req.param('section'))
  if (!at || !section) return notFound(c)
  if (!at.mayWrite) return forbidden(c)
  if (!at.draft) return c.redirect(paths.leafletEditorOf(at.name), 303)
  return { at, section, draft: at.draft }
}

function page(c: PageContext, at: LeafletAt, section: Section, shown: Shown) {
  const { problems, theirs, rows } = shown
  const title = sectionTitle(section)
  const master = at.key.organisation ? at.followed?.leaflet : undefined
  const above = [{ text: 'Draft', href: paths.leafletEditorOf(at.name, 'draft') }]
  return show(
    c,
    <EditorFrame c={c} title={title} at={at} above={above} hasErrors={problems.length > 0}>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{at.title}</span>
        {title}
      </h1>
      {theirs ? <Overtaken {...theirs} /> : null}
      <form method="post" action={paths.leafletEditorSection(at.name, section)} noValidate>
        <input type="hidden" name="seen" value={shown.seen} />
        {section === 'about' ? (
          <AboutFields typed={shown.about} problems={problems} leaflet={at.draft?.leaflet} />
        ) : (
          <>
            <p className="nhsuk-hint">
              Empty a part to take it out. {'{telephone}, {outOfHours}, {ward}, {stay} and {whereToCome}'}{' '}
              stand for the service’s own words.
            </p>
            {[...rows, ...(rows.some(isNew) ? [] : [{}, {}])].map((row, index) => (
              <RowFields
                key={`${row.id ?? 'new'}-${index}`}
                {...{ section, row, index, problems }}
                master={masterWords(master, section, row)}
                reason={shown.reasons[`${section}/${row.id}`]}
              />
            ))}
          </>
        )}
        <div className="fp-actions">
          <Button name="then" value="draft">
            Save
          </Button>{' '}
          <Button secondary name="then" value="next">
            Save and go on to the next section
          </Button>
        </div>
      </form>
    </EditorFrame>,
    problems.length > 0 ? 422 : theirs ? 409 : 200,
  )
}

const isNew = ({ id }: Row): boolean => !id

/** What the master says there; undefined where this is the master, null where it has no such part. */
function masterWords(
  master: LeafletBody | undefined,
  section: EditedSection,
  row: Row,
): string | null | undefined {
  if (!master) return undefined
  return row.id ? (partAt(master, `${section}/${row.id}`)?.text ?? null) : null
}
