/** How services stand to a procedure as one bar, with its words; and the key of such bars. */

import type { SiteAvailability, StandingCounts } from '#core/network/gaps.ts'

export const STANDING_WORDS: Readonly<Record<SiteAvailability, string>> = {
  here: 'Offers it here',
  'by-pathway': 'By referral pathway',
  gap: 'Gap',
  'no-answer': 'No answer',
}

const order = Object.keys(STANDING_WORDS) as SiteAvailability[]

interface GapBarProps {
  readonly counts: StandingCounts
  /** What the bar is of, for who does not see it. */
  readonly of: string
}

export function GapBar({ counts, of }: GapBarProps) {
  let from = 0
  return (
    <svg className="fp-gap-bar" role="img" aria-label={`${of}: ${barWords(counts)}`}>
      {order.map((each) => {
        const share = (100 * counts[each]) / (counts.sites || 1)
        const x = from
        from += share
        return counts[each] > 0 ? (
          <rect key={each} className={`fp-gap-bar--${each}`} x={`${x}%`} width={`${share}%`} height="100%" />
        ) : null
      })}
    </svg>
  )
}

export function GapKey() {
  return (
    <ul className="fp-gap-key" aria-label="What the colours mean">
      {order.map((each) => (
        <li key={each}>
          <svg className="fp-gap-key__mark" aria-hidden="true" focusable="false">
            <rect className={`fp-gap-bar--${each}`} width="100%" height="100%" />
          </svg>
          {STANDING_WORDS[each]}
        </li>
      ))}
    </ul>
  )
}

function barWords(counts: StandingCounts): string {
  return order.map((each) => `${STANDING_WORDS[each].toLowerCase()} ${counts[each]}`).join(', ')
}
