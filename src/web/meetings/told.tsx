/** What was just done to a meeting, said once at its top. */

import { nameOf } from '#core/patient/patient.ts'
import type { Item } from '#store/meeting/meeting.ts'
import { paths } from '../paths.ts'

const sayings = new Map<string, string>([
  ['added', 'The case is on the list.'],
  ['there-already', 'That case is on the list already.'],
  ['no-such-case', 'There is no such case here. Paste the address of one of your organisation’s cases.'],
  ['meeting-over', 'The meeting is over: nothing was added.'],
  ['who-is-missing', 'Nobody was put down: enter a name and select what they are.'],
  ['not-from-here', 'Somebody else changed the meeting in between. It stands as shown here.'],
  ['under-way', 'The meeting has begun.'],
  ['held', 'The meeting is held. What was not discussed is carried over.'],
  ['cancelled', 'The meeting is cancelled.'],
  ['planned', 'The meeting is planned again.'],
  ['kept', 'Kept. It is not in the record yet.'],
  ['recorded', 'Recorded in the case.'],
])

interface ToldProps {
  readonly told: string | undefined
  /** The case that waits next, offered once an outcome is recorded. */
  readonly next: Item | undefined
  readonly meeting: string
}

export function Told({ told, next, meeting }: ToldProps) {
  if (!told) return null
  const filled = /^filled-(\d{1,4})$/.exec(told)?.[1]
  const words = filled ? filledWords(Number(filled)) : sayings.get(told)
  return words ? (
    <p className="fp-told" role="status">
      {words}
      {told === 'recorded' && next ? (
        <>
          {' '}
          <a href={`${paths.meeting(meeting, { item: next.id })}#case-shown`}>Next case: {nameOf(next)}</a>
        </>
      ) : null}
    </p>
  ) : null
}

const filledWords = (count: number) =>
  count === 0
    ? 'Nothing waits that is not on a list already.'
    : `${count} ${count === 1 ? 'case was' : 'cases were'} put on the list.`
