/** What a leaflet rests on: its sources by number, and what has none and waits for a clinician's check. */

import { claimsOf, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { partsOf } from '#core/leaflet/parts.ts'
import { filled } from '#core/leaflet/words/words.ts'
import { plainSource } from '#core/plain/sources.ts'
import type { PageMarks } from './statement.tsx'

interface SourcesProps {
  readonly leaflet: LeafletBody
  readonly marks: PageMarks
}

export function Sources({ leaflet, marks }: SourcesProps) {
  const { page } = marks.words
  const claims = claimsOf(leaflet).filter(({ path }) => !path.startsWith('easy-read/'))
  const unchecked = new Set(claims.filter(({ source }) => source === 'for-review').map(({ path }) => path))
  const under = Map.groupBy(
    partsOf(leaflet).filter(({ path }) => unchecked.has(path)),
    (part) => part.under,
  )
  return (
    <section aria-labelledby="sources">
      <h2 className="nhsuk-heading-m" id="sources">
        {page.restsOn}
      </h2>
      <p>
        {filled(page.sourced, {
          sourced: claims.length - unchecked.size,
          all: claims.length,
          unchecked: unchecked.size,
        })}
      </p>
      <ol className="fp-leaflet__sources" lang="en-GB">
        {marks.cited.map(({ id, number }) => (
          <li key={id} id={`source-${number}`}>
            <Citation id={id} />
          </li>
        ))}
      </ol>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{page.waiting}</span>
        </summary>
        <div className="nhsuk-details__text">
          {[...under].map(([heading, parts]) => (
            <div key={heading}>
              <p className="nhsuk-u-margin-bottom-1">
                <strong>{heading}</strong>
              </p>
              <ul>
                {parts.map(({ path, text }) => (
                  <li key={path}>
                    <a href={`#${path.replace('/', '-')}`}>
                      {text.length > 90 ? `${text.slice(0, 88)}…` : text}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </section>
  )
}

function Citation({ id }: { readonly id: string }) {
  const source = plainSource(id)
  if (!source) return <>{id}</>
  const { title, publisher, edition, address } = source
  return (
    <>
      {address ? <a href={address}>{title}</a> : <cite>{title}</cite>}. {publisher}
      {edition ? `, ${edition}` : ''}.{' '}
      {source.read === 'in part' ? 'Read in part, November 2026.' : 'Read November 2026.'}
    </>
  )
}
