/** How an entry stands today, in words and as a tag that is never colour alone. */

import { dayWords } from '#core/calendar/uk-time.ts'
import type { ServiceKind } from '#core/service/service-kind.ts'
import type { Standing } from '#core/service/state.ts'

type Colour = 'green' | 'yellow' | 'red' | 'grey' | 'blue'

interface StateWords {
  readonly words: string
  readonly colour: Colour
}

export function stateWords(
  { runs }: Pick<ServiceKind, 'runs'>,
  { state }: Pick<Standing, 'state'>,
): StateWords {
  switch (state) {
    case 'planned':
      return { words: 'Not yet in force', colour: 'blue' }
    case 'in-force':
      return { words: 'In force', colour: 'green' }
    case 'due-soon':
      return { words: runs?.ends === 'expiry' ? 'Expires soon' : 'Review due', colour: 'yellow' }
    case 'overdue':
      return { words: 'Review overdue', colour: 'red' }
    case 'expired':
      return { words: 'Expired', colour: 'red' }
    case 'replaced':
      return { words: 'Replaced', colour: 'grey' }
    case 'ended':
      return { words: 'Ended', colour: 'grey' }
    case 'done':
      return { words: 'Done', colour: 'grey' }
  }
}

export function StateTag({ kind, standing }: { readonly kind: ServiceKind; readonly standing: Standing }) {
  const { words, colour } = stateWords(kind, standing)
  return <strong className={`nhsuk-tag nhsuk-tag--${colour} fp-state`}>{words}</strong>
}

/** The day that matters next, or mattered last. */
export function untilWords({ runs }: ServiceKind, standing: Standing): string {
  const { state, until, endedOn, replacedBy, from } = standing
  if (state === 'planned') return `From ${dayWords(from)}`
  if (endedOn) return `Ended on ${dayWords(endedOn)}`
  if (state === 'replaced' && replacedBy) return 'A later one took its place'
  if (!runs || until === undefined) return state === 'done' ? '' : 'No end recorded'
  if (state === 'expired') return `Expired on ${dayWords(until)}`
  if (state === 'overdue') return `Review was due on ${dayWords(until)}`
  return runs.ends === 'expiry' ? `Expires on ${dayWords(until)}` : `Review due on ${dayWords(until)}`
}
