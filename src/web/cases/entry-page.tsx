/** One entry: what it says, its place in the chain with its digests, and its corrections. */

import { renderToStaticMarkup } from 'react-dom/server'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import { type TimelineLine, timelineOf } from '#core/pathway/timeline.ts'
import type { Entry } from '#core/record/entry.ts'
import { kindOf } from '#core/record/kind.ts'
import { dateTimeWords } from '../components/dates.ts'
import { PatientLine } from '../components/patient-line.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { caseCrumbs } from './crumbs.ts'
import { Changed, EntryWhole, LineBody } from './timeline-entry.tsx'
import { type CaseView, onCase } from './view.ts'

/** The page; or, for a timeline that opens an entry in place, its part of the timeline alone. */
export const entryPage = (c: PageContext) =>
  onCase(c, 'case entry', (view) => {
    if (c.req.query('part') === 'whole') return wholeEntry(c, view)
    const entry = view.entries.find(({ id }) => id === c.req.param('entry'))
    const found = entry && (lineWithin(view, entry.id) ?? alone(entry))
    return found ? show(c, <EntryPage c={c} view={view} entry={entry} {...found} />) : notFound(c)
  })

function wholeEntry(c: PageContext, view: CaseView) {
  const { groups } = timelineOf(view.course, view.entries)
  const item = groups.flatMap(({ items }) => items).find(({ id }) => id === c.req.param('entry'))
  if (!item) return notFound(c)
  c.header('Cache-Control', 'no-store')
  return c.html(renderToStaticMarkup(<EntryWhole item={item} view={view} />))
}

interface Found {
  readonly line: TimelineLine
  /** The statements of its line of corrections, the first one first. */
  readonly series: readonly TimelineLine[]
}

function lineWithin({ course, entries }: CaseView, id: string): Found | null {
  for (const { items } of timelineOf(course, entries).groups) {
    for (const item of items) {
      const series = [...item.replaced.toReversed(), item]
      const line = series.find((each) => each.id === id)
      if (line) return { line, series }
    }
  }
  return null
}

/** An erasure, which stands on the timeline with the entry that it emptied. */
function alone(entry: Entry): Found | null {
  const kind = kindOf(entry.kind, entry.version)
  if (!kind || entry.body === null) return null
  const { id, occurredAt, recordedAt, author, role, organisation, body } = entry
  const line: TimelineLine = {
    ...{ id, first: id, kind: entry.kind, title: kind.title, words: kind.line(body), occurredAt, recordedAt },
    ...{ timed: true, author, role, organisation, state: 'stands', body, correctable: false },
  }
  return { line, series: [line] }
}

interface EntryPageProps extends Found {
  readonly c: PageContext
  readonly view: CaseView
  readonly entry: Entry
}

function EntryPage({ c, view, entry, line, series }: EntryPageProps) {
  const kind = caseKindNamed(entry.kind)
  const standing = series.at(-1)
  return (
    <Page c={c} title={kind?.title ?? 'Entry'} here={paths.cases()} breadcrumbs={caseCrumbs(view.id)}>
      <h1 className="nhsuk-heading-l">{line.title}</h1>
      <PatientLine patient={view.patient} now={c.var.now()} />
      {line.state === 'corrected' && standing ? (
        <div className="nhsuk-inset-text">
          <p>
            This was corrected. What stands now:{' '}
            <a href={paths.caseEntry(view.id, standing.id)}>{standing.words}</a>
          </p>
        </div>
      ) : null}
      <p className="nhsuk-body-l">{line.state === 'corrected' ? <s>{line.words}</s> : line.words}</p>
      <LineBody line={line} view={view} />
      {series.length > 1 ? (
        <>
          <h2 className="nhsuk-heading-m">Corrections</h2>
          <ol>
            {series.map((each, at) => (
              <li key={each.id}>
                {each.id === line.id ? (
                  each.words
                ) : (
                  <a href={paths.caseEntry(view.id, each.id)}>{each.words}</a>
                )}
                , written {dateTimeWords(each.recordedAt)}
                {each.id === line.id ? ' (this one)' : ''}
                {series[at - 1] ? <Changed from={series[at - 1] ?? each} to={each} view={view} /> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <Chain entry={entry} view={view} />
    </Page>
  )
}

/** What anyone needs to check that nothing was changed. */
function Chain({ entry, view }: { readonly entry: Entry; readonly view: CaseView }) {
  const before = view.entries.find(({ position }) => position === entry.position - 1)
  const after = view.entries.find(({ position }) => position === entry.position + 1)
  return (
    <>
      <h2 className="nhsuk-heading-m">Its place in the record</h2>
      <p>
        Entry {entry.position} of {view.entries.length}. Each entry’s digest covers the one before it, so that
        a change of any of them would be seen.
      </p>
      <dl className="fp-details">
        <Row name="Entry">{entry.id}</Row>
        <Row name="Kind">
          {entry.kind}, version {entry.version}
        </Row>
        <Row name="Digest of what it says">{entry.bodyDigest}</Row>
        <Row name="Digest of the entry before">{entry.previous}</Row>
        <Row name="Digest">{entry.digest}</Row>
      </dl>
      <nav aria-label="Entries beside it" className="fp-actions fp-entry-beside">
        {before ? <a href={paths.caseEntry(view.id, before.id)}>The entry before</a> : null}
        {after ? <a href={paths.caseEntry(view.id, after.id)}>The entry after</a> : null}
      </nav>
    </>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="fp-digest">{children}</dd>
    </div>
  )
}
