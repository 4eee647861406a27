/** The bar of all organisations by where they stand, and its legend, each entry a link to its list. */

import type { NationResponse } from '#core/census/standing.ts'
import { STANDING_WORDS, STANDINGS } from '#core/census/standing.ts'
import { paths } from '../paths.ts'

interface BarProps {
  readonly edition: string
  readonly all: NationResponse
}

export function StandingBar({ edition, all }: BarProps) {
  const total = all.answered.denominator
  return (
    <div className="fp-standing">
      <svg className="fp-standing__bar" role="img" aria-label={barWords(all)}>
        {segmentsOf(all).map(({ standing, from, share }) => (
          <rect
            key={standing}
            className={`fp-standing__segment fp-standing--${standing}`}
            x={`${from}%`}
            width={`${share}%`}
            height="100%"
          />
        ))}
      </svg>
      <ul className="fp-standing__legend">
        {STANDINGS.map((standing) => (
          <li key={standing}>
            <svg className="fp-standing__key" aria-hidden="true" focusable="false">
              <rect className={`fp-standing--${standing}`} width="100%" height="100%" />
            </svg>
            <a href={paths.censusRoomPart(edition, 'organisations', { state: standing })}>
              <strong className="fp-standing__number">{all.standings[standing]}</strong>{' '}
              {STANDING_WORDS[standing]}
            </a>
          </li>
        ))}
      </ul>
      <p className="fp-quiet fp-standing__total">
        {total} {total === 1 ? 'organisation' : 'organisations'} in this edition.
      </p>
    </div>
  )
}

function segmentsOf({ standings, answered }: NationResponse) {
  const total = answered.denominator || 1
  let from = 0
  return STANDINGS.filter((standing) => standings[standing] > 0).map((standing) => {
    const share = (100 * standings[standing]) / total
    const segment = { standing, from, share }
    from += share
    return segment
  })
}

function barWords({ standings, answered }: NationResponse): string {
  const parts = STANDINGS.map((standing) => `${STANDING_WORDS[standing]}: ${standings[standing]}`)
  return `Of ${answered.denominator} organisations: ${parts.join('; ')}`
}
