/** The entries of a service's record, newest first: one line each that opens to who, when, and its place in the chain. */

import type { Entry } from '#core/record/entry.ts'
import { kindOf } from '#core/record/kind.ts'
import { dateTimeWords } from '../components/dates.ts'
import { authorWords } from './answers.tsx'

interface TimelineProps {
  readonly entries: readonly Entry[]
  readonly names: ReadonlyMap<string, string>
  /** Of the editions, by id: an entry itself knows the id alone. */
  readonly titles?: ReadonlyMap<string, string>
}

export function Timeline({ entries, names, titles = new Map() }: TimelineProps) {
  const replaced = new Set(entries.flatMap(({ corrects }) => corrects ?? []))
  if (entries.length === 0) return <p>Nothing is in the record yet.</p>
  return (
    <ol className="fp-timeline" reversed>
      {entries.toReversed().map((entry) => (
        <li key={entry.id} className="fp-timeline__entry">
          <details className="nhsuk-details">
            <summary className="nhsuk-details__summary">
              <span className="nhsuk-details__summary-text">
                {replaced.has(entry.id) ? <del>{lineOf(entry, titles)}</del> : lineOf(entry, titles)}
              </span>{' '}
              <span className="fp-quiet">
                {dateTimeWords(entry.occurredAt)}
                {replaced.has(entry.id) ? ', corrected since' : ''}
              </span>
            </summary>
            <div className="nhsuk-details__text">
              <dl className="fp-facts">
                <dt>By</dt>
                <dd>{authorWords(entry.author, names)}</dd>
                <dt>Written</dt>
                <dd>{dateTimeWords(entry.recordedAt)}</dd>
                <dt>Place in the record</dt>
                <dd>{entry.position}</dd>
                {reasonOf(entry) ? (
                  <>
                    <dt>Reason</dt>
                    <dd className="fp-wrap">{reasonOf(entry)}</dd>
                  </>
                ) : null}
                <dt>Corrects</dt>
                <dd>{entry.corrects ? 'An earlier entry, struck through below' : 'Nothing'}</dd>
                <dt>Digest</dt>
                <dd className="fp-digest" title={entry.digest}>
                  {entry.digest.slice(0, 16)}…
                </dd>
              </dl>
            </div>
          </details>
        </li>
      ))}
    </ol>
  )
}

function lineOf(entry: Entry, titles: ReadonlyMap<string, string>): string {
  const kind = kindOf(entry.kind, entry.version)
  if (entry.body === null) return `${kind?.title ?? entry.kind}: erased`
  const parsed = kind?.schema.safeParse(entry.body)
  if (!kind || !parsed?.success) return kind?.title ?? entry.kind
  const { edition } = entry.body as { edition?: unknown }
  const title = typeof edition === 'string' ? titles.get(edition) : undefined
  const line = kind.line(parsed.data)
  return title === undefined ? line : line.replace(String(edition), () => title)
}

function reasonOf(entry: Entry): string | null {
  const reason = (entry.body as { reason?: unknown } | null)?.reason
  return typeof reason === 'string' ? reason : null
}
