/** The bar of one clause: met, not met, exempt and not yet due, each by its share, with its words and numbers. */

import type { Tally } from './tally.ts'

interface Part {
  readonly verdict: 'met' | 'not-met' | 'exempt' | 'not-yet-due'
  readonly count: number
}

export function VerdictBar({ tally }: { readonly tally: Tally }) {
  const parts = partsOf(tally)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  let from = 0
  return (
    <svg className="fp-verdict-bar" role="img" aria-label={barWords(tally)}>
      {parts.map(({ verdict, count }) => {
        const share = (100 * count) / total
        const x = from
        from += share
        return count > 0 ? (
          <rect
            key={verdict}
            className={`fp-verdict-bar--${verdict}`}
            x={`${x}%`}
            width={`${share}%`}
            height="100%"
          />
        ) : null
      })}
    </svg>
  )
}

function partsOf({ met, notMet, exempt, notYetDue }: Tally): readonly Part[] {
  return [
    { verdict: 'met', count: met },
    { verdict: 'not-met', count: notMet },
    { verdict: 'exempt', count: exempt },
    { verdict: 'not-yet-due', count: notYetDue },
  ]
}

function barWords({ met, notMet, late, exempt, notYetDue }: Tally): string {
  return `Met ${met}, not met ${notMet}${late > 0 ? ` (late ${late})` : ''}, exempt ${exempt}, not yet due ${notYetDue}`
}
