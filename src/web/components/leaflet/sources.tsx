/** What a leaflet rests on: its sources by number, and what has none and waits for a clinician's check. */

import { claimsOf, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { partsOf } from '#core/leaflet/parts.ts'
import type { CitedSource } from '#core/leaflet/sources-of.ts'
import { plainSource } from '#core/plain/sources.ts'

interface SourcesProps {
  readonly leaflet: LeafletBody
  readonly cited: readonly CitedSource[]
}

export function Sources({ leaflet, cited }: SourcesProps) {
  const claims = claimsOf(leaflet).filter(({ path }) => !path.startsWith('easy-read/'))
  const unchecked = new Set(claims.filter(({ source }) => source === 'for-review').map(({ path }) => path))
  const under = Map.groupBy(
    partsOf(leaflet).filter(({ path }) => unchecked.has(path)),
    (part) => part.under,
  )
  return (
    <section aria-labelledby="sources">
      <h2 className="nhsuk-heading-m" id="sources">
        What this leaflet rests on
      </h2>
      <p>
        {claims.length - unchecked.size} of its {claims.length} statements have a source, shown as a small
        number. The other {unchecked.size} are marked with a small ring (°): a clinician has still to check
        them.
      </p>
      <ol className="fp-leaflet__sources">
        {cited.map(({ id, number }) => (
          <li key={id} id={`source-${number}`}>
            <Citation id={id} />
          </li>
        ))}
      </ol>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Statements that wait for a clinician’s check</span>
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
