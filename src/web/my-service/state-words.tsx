/** How an entry stands today, in words and as a tag that is never colour alone. */

import { dayWords } from '#core/calendar/uk-time.ts'
import { CONFIRMED_WORDS, type Confirmed } from '#core/service/confirmation.ts'
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

/** What follows the tag: the day that goes with it. */
export function besideTag({ runs }: ServiceKind, standing: Standing): string {
  const { state, until, endedOn, from } = standing
  if (state === 'planned') return `from ${dayWords(from)}`
  if (endedOn) return `on ${dayWords(endedOn)}`
  if (state === 'replaced') return 'by a later one'
  if (!runs || until === undefined) return ''
  const day = dayWords(until)
  if (state === 'overdue') return `since ${day}`
  if (state === 'expired') return `on ${day}`
  if (state === 'due-soon') return runs.ends === 'expiry' ? `on ${day}` : `by ${day}`
  return runs.ends === 'expiry' ? `to ${day}` : `review due on ${day}`
}

/** The day in a register's column of ends. */
export function untilCell({ state, until, endedOn }: Standing): string {
  if (endedOn) return `Ended on ${dayWords(endedOn)}`
  if (state === 'replaced') return 'A later one took its place'
  return until === undefined ? 'No end recorded' : dayWords(until)
}

const confirmedColours: Readonly<Record<Confirmed['state'], Colour>> = {
  asked: 'yellow',
  confirmed: 'green',
  declined: 'red',
  'changed-since': 'yellow',
}

export function ConfirmedTag({ state }: Pick<Confirmed, 'state'>) {
  return (
    <strong className={`nhsuk-tag nhsuk-tag--${confirmedColours[state]} fp-state`}>
      {CONFIRMED_WORDS[state]}
    </strong>
  )
}
