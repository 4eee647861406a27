/** The mark of a verdict: tick, cross, dash or clock, each with its own shape and colour, always beside its word. */

import { VERDICT_WORDS, type Verdict } from '#core/standards/finding.ts'

const shapes: Readonly<Record<Verdict, string>> = {
  met: 'M3 8.5 6.5 12 13 4.5',
  'not-met': 'M4 4l8 8M12 4l-8 8',
  exempt: 'M3 8h10',
  'not-yet-due': 'M8 4v4l3 2',
  'not-applicable': 'M6 8h4',
}

/** The shape alone: whoever uses it writes the word beside it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className={`fp-verdict__mark fp-verdict--${verdict}`} viewBox="0 0 16 16" aria-hidden="true">
      {verdict === 'not-yet-due' ? <circle cx="8" cy="8" r="6.5" /> : null}
      <path d={shapes[verdict]} />
    </svg>
  )
}

/** The shape with its word; of what is late, that it is. */
export function VerdictWord({ verdict, late }: { readonly verdict: Verdict; readonly late?: boolean }) {
  return (
    <span className={`fp-verdict fp-verdict--${verdict}`}>
      <VerdictMark verdict={verdict} />
      {late ? 'Late' : VERDICT_WORDS[verdict]}
    </span>
  )
}
