/** People by the length of their way as one bar, and the key of such bars. */

import { bandWords, type Reach } from '#core/network/siting/reach.ts'
import { manyPeople, people, percent } from './words.ts'

export function BandBar({ reach, of }: { readonly reach: Reach; readonly of: string }) {
  let from = 0
  return (
    <svg className="fp-bands" role="img" aria-label={`${of}: ${wordsOf(reach)}`}>
      {reach.bands.map((count, band) => {
        const share = (100 * count) / (reach.people || 1)
        const x = from
        from += share
        return count > 0 ? (
          <rect
            key={bandWords[band]}
            className={`fp-band-${band}`}
            x={`${x.toFixed(2)}%`}
            width={`${share.toFixed(2)}%`}
            height="100%"
          />
        ) : null
      })}
    </svg>
  )
}

interface BandKeyProps {
  readonly of: string
  /** By band, in the order of the colours. */
  readonly bands: readonly string[]
  readonly people: readonly number[]
}

/** The colours with how many people are in each. */
export function BandKey({ of, bands, people: counts }: BandKeyProps) {
  return (
    <ul className="fp-bands-key" aria-label={`Key: ${of}, and how many people`}>
      {bands.map((words, band) => (
        <li key={words}>
          <svg className="fp-bands-key__mark" aria-hidden="true" focusable="false">
            <rect className={`fp-band-${band}`} width="100%" height="100%" />
          </svg>
          <span>{words}</span>
          <strong className="fp-number">{manyPeople(counts[band] ?? 0)}</strong>
        </li>
      ))}
    </ul>
  )
}

function wordsOf(reach: Reach): string {
  return reach.bands
    .flatMap((count, band) =>
      count > 0
        ? [`${bandWords[band]?.toLowerCase()} ${percent(count / reach.people)} (${people(count)})`]
        : [],
    )
    .join(', ')
}
