/** What can be done with the whole meeting now: begun, ended, cancelled; its letters, calendar and wall view. */

import type { Meeting } from '#store/meeting/meeting.ts'
import type { MeetingState } from '#store/meeting/tables.ts'
import { paths } from '../paths.ts'

const turns: Readonly<Record<MeetingState, readonly (readonly [to: MeetingState, words: string])[]>> = {
  planned: [
    ['under-way', 'Begin the meeting'],
    ['cancelled', 'Cancel the meeting'],
  ],
  'under-way': [['held', 'End the meeting']],
  held: [['under-way', 'Open it again']],
  cancelled: [['planned', 'Take the cancellation back']],
}

export function Turns({
  meeting,
  runs,
  wall,
}: {
  readonly meeting: Meeting
  readonly runs: boolean
  readonly wall: boolean
}) {
  return (
    <div className="fp-meeting__turns" data-live="turns">
      {runs ? (
        <form method="post" action={paths.meetingPart(meeting.id, 'turn')}>
          {turns[meeting.state].map(([to, words], at) => (
            <button
              type="submit"
              key={to}
              name="to"
              value={to}
              className={`nhsuk-button nhsuk-button--small${at === 0 ? '' : ' nhsuk-button--secondary'}`}
            >
              {words}
            </button>
          ))}
        </form>
      ) : null}
      <ul>
        <li>
          <a href={paths.meetingPart(meeting.id, 'minutes')}>
            {meeting.state === 'held' ? 'Minutes' : 'List to print'}
          </a>
        </li>
        <li>
          <a href={paths.meetingPart(meeting.id, 'letters')}>Outcome letters</a>
        </li>
        <li>
          <a href={paths.meetingCalendar(meeting.id)}>Add to a calendar</a>
        </li>
        <li>
          <a href={paths.meeting(meeting.id, wall ? {} : { wall: 'yes' })}>
            {wall ? 'Leave the wall view' : 'Show on a wall'}
          </a>
        </li>
      </ul>
    </div>
  )
}
