/** One entry of the timeline: its line; opened, all that it says, who wrote it, and what it replaced. */

import { roleNames } from '#core/access/role.ts'
import { ukDay } from '#core/calendar/uk-day.ts'
import { detailLines, detailsOf } from '#core/pathway/details.ts'
import { caseKindNamed } from '#core/pathway/kinds.ts'
import type { TimelineItem, TimelineLine } from '#core/pathway/timeline.ts'
import { dateTimeWords, dateWords, timeWords } from '../components/dates.ts'
import { paths } from '../paths.ts'
import { DetailList, namingOf } from './details.tsx'
import { type CaseView, organisationWords } from './view.ts'

interface TimelineEntryProps {
  readonly item: TimelineItem
  readonly view: CaseView
  /** False: what it says is on its own page, from where it is fetched when it is opened. */
  readonly isFull: boolean
}

export function TimelineEntry({ item, view, isFull }: TimelineEntryProps) {
  const address = paths.caseEntry(view.id, item.id)
  return (
    <li id={`entry-${item.first}`}>
      <details className="fp-entry" data-fetch={isFull ? undefined : ''}>
        <summary>
          <span className="fp-entry__when">{happenedWords(item)}</span>
          <span className="fp-entry__line">{item.words}</span>
          {item.replaced.length > 0 ? <span className="nhsuk-tag nhsuk-tag--grey">Corrected</span> : null}
          {writtenLater(item) ? (
            <span className="fp-entry__late">written {dateWords(item.recordedAt)}</span>
          ) : null}
        </summary>
        <div className="fp-entry__body">
          {isFull ? (
            <EntryWhole item={item} view={view} />
          ) : (
            <p>
              <a href={address}>
                All that it says<span className="nhsuk-u-visually-hidden">: {item.words}</span>
              </a>
            </p>
          )}
        </div>
      </details>
    </li>
  )
}

/** All that an entry says, what it replaced, and where one goes from it. */
export function EntryWhole({ item, view }: Omit<TimelineEntryProps, 'isFull'>) {
  return (
    <>
      <LineBody line={item} view={view} />
      {item.erasure ? (
        <p>
          Erased: {item.erasure.reason} ({item.erasure.authority})
        </p>
      ) : null}
      {item.replaced.map((line, at) => (
        <details key={line.id} className="fp-entry__replaced">
          <summary>
            <s>{line.words}</s>
            <span className="fp-quiet">replaced, written {dateTimeWords(line.recordedAt)}</span>
          </summary>
          <Changed from={line} to={item.replaced[at - 1] ?? item} view={view} />
          <LineBody line={line} view={view} />
        </details>
      ))}
      <p className="fp-entry__links">
        {item.correctable && view.recordable.has(item.kind) ? (
          <a href={paths.caseCorrect(view.id, item.id)}>
            Correct<span className="nhsuk-u-visually-hidden">: {item.words}</span>
          </a>
        ) : null}
        <a href={paths.caseEntry(view.id, item.id)}>
          In the chain<span className="nhsuk-u-visually-hidden">: {item.words}</span>
        </a>
      </p>
    </>
  )
}

interface ChangedProps {
  readonly from: TimelineLine
  readonly to: TimelineLine
  readonly view: CaseView
}

/** What a correction changed. */
export function Changed({ from, to, view }: ChangedProps) {
  const [before, after] = [linesOf(from, view), linesOf(to, view)]
  const gone = before.filter((line) => !after.includes(line))
  const come = after.filter((line) => !before.includes(line))
  if (gone.length + come.length === 0) return null
  return (
    <p className="fp-entry__changed">
      {gone.length > 0 ? <s>{gone.join('; ')}</s> : 'Nothing'} became{' '}
      <strong>{come.length > 0 ? come.join('; ') : 'not recorded'}</strong>
    </p>
  )
}

function linesOf({ kind, body }: TimelineLine, view: CaseView): readonly string[] {
  const fields = caseKindNamed(kind)?.fields
  if (!fields || body === null) return []
  return detailLines(detailsOf(fields, body as Readonly<Record<string, unknown>>, namingOf(view)))
}

/** All the fields of an entry, and who wrote it when. */
export function LineBody({ line, view }: { readonly line: TimelineLine; readonly view: CaseView }) {
  const kind = caseKindNamed(line.kind)
  const body = line.body as Readonly<Record<string, unknown>> | null
  return (
    <>
      {kind && body !== null ? <DetailList fields={kind.fields} body={body} view={view} /> : null}
      {line.kind === 'attachment' && body !== null ? (
        <p>
          <a href={paths.caseAttachment(view.id, line.id)}>
            Download<span className="nhsuk-u-visually-hidden">: {line.words}</span>
          </a>
        </p>
      ) : null}
      <p className="fp-entry__written">{writtenWords(line, view)}</p>
    </>
  )
}

type Dated = Pick<TimelineLine, 'occurredAt' | 'recordedAt' | 'timed'>

const happenedWords = ({ occurredAt, timed }: Dated) =>
  timed ? dateTimeWords(occurredAt) : dateWords(occurredAt)

const writtenLater = ({ occurredAt, recordedAt }: Dated) => ukDay(occurredAt) !== ukDay(recordedAt)

/** Who wrote it, as what, for whom; and when, where that is not when it happened. */
function writtenWords(line: TimelineLine, view: CaseView): string {
  const who = [
    line.author === 'patient'
      ? 'the patient, by a personal link'
      : (view.authors.get(line.author) ?? 'a person no longer known'),
    line.author === 'patient' ? null : (roleNames[line.role as keyof typeof roleNames] ?? line.role),
    line.organisation ? organisationWords(view, line.organisation) : null,
  ]
    .filter(Boolean)
    .join(', ')
  return writtenLater(line)
    ? `Happened on ${happenedWords(line)}. Written on ${dateTimeWords(line.recordedAt)} by ${who}.`
    : `Written on the same day, at ${timeWords(line.recordedAt)}, by ${who}.`
}
