/** What to do next: the lists that something can be done about, with their counts, each one click away. */

import { type EditionClock, isOn, type LeadTask, type MemberFacts } from '#core/census/standing.ts'
import { paths } from '../paths.ts'
import type { RoomEdition } from './edition.ts'

interface NextItem {
  readonly task: LeadTask
  readonly words: (count: number) => string
  readonly none: string
}

const items: readonly NextItem[] = [
  {
    task: 'telephone-today',
    words: (count) => `${count === 1 ? 'organisation' : 'organisations'} to ring today`,
    none: 'Nobody to ring today',
  },
  {
    task: 'problems',
    words: (count) => `${count === 1 ? 'response is' : 'responses are'} incomplete or contradictory`,
    none: 'No response is incomplete or contradictory',
  },
  {
    task: 'follow-up',
    words: (count) => `supportive-only ${count === 1 ? 'service owes' : 'services owe'} the follow-up answer`,
    none: 'No follow-up answer is owed',
  },
  {
    task: 'bounced-address',
    words: (count) =>
      `${count === 1 ? 'organisation has' : 'organisations have'} an address that sends mail back`,
    none: 'No address sends mail back',
  },
  {
    task: 'messages',
    words: (count) =>
      `${count === 1 ? 'organisation has' : 'organisations have'} not answered a message from you`,
    none: 'Every message was answered',
  },
  {
    task: 'not-answered',
    words: (count) => `${count === 1 ? 'organisation has' : 'organisations have'} not answered`,
    none: 'Every organisation has answered',
  },
]

/** Where a list opens: the telephone list is a page of its own. */
export function taskHref(edition: string, task: LeadTask): string {
  return task === 'telephone-today'
    ? paths.censusRoomPart(edition, 'telephone')
    : paths.censusRoomPart(edition, 'organisations', { state: task })
}

interface NextProps {
  readonly edition: RoomEdition
  readonly members: readonly MemberFacts[]
  readonly at: Date
  readonly telephones: boolean
}

export function WhatNext({ edition, members, at, telephones }: NextProps) {
  const clock: EditionClock = edition
  const isClosed = edition.state === 'closed'
  const counts = items
    .filter(({ task }) => telephones || task !== 'telephone-today')
    .map((item) => ({ ...item, count: members.filter((facts) => isOn(item.task, facts, clock, at)).length }))
  const shown = isClosed ? counts.filter(({ count }) => count > 0) : counts
  if (shown.length === 0) return <p>Nothing was left to do when it closed.</p>
  return (
    <ul className="fp-next">
      {shown
        .toSorted((a, b) => Number(a.count === 0) - Number(b.count === 0))
        .map(({ task, words, none, count }) => (
          <li key={task} className={count === 0 ? 'fp-next__item fp-next__item--none' : 'fp-next__item'}>
            {count === 0 ? (
              none
            ) : (
              <a href={taskHref(edition.id, task)}>
                <strong className="fp-next__count">{count}</strong> {words(count)}
              </a>
            )}
          </li>
        ))}
    </ul>
  )
}
