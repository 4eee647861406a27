/** What the lead can do with an edition as a whole, by its state: each leads to a page that says what will happen. */

import { Button } from 'nhsuk-react-components'
import type { Rounds } from '#store/census/room/rounds.ts'
import { paths } from '../paths.ts'
import type { RoomEdition } from './edition.ts'

interface RoomActionsProps {
  readonly edition: RoomEdition
  readonly rounds: Rounds
}

/** What happens next is the one button; the rest are quieter. */
export function RoomActions({ edition, rounds }: RoomActionsProps) {
  const to = (step: string) => paths.censusRoomPart(edition.id, step)
  if (edition.state === 'draft') {
    return (
      <div className="fp-actions">
        <Button href={to('open')}>Open the edition</Button>
      </div>
    )
  }
  if (edition.state === 'closed') {
    return (
      <div className="fp-actions">
        <Button href={to('export')} secondary>
          Export
        </Button>
        <a href={to('reopen')}>Reopen with a reason</a>
      </div>
    )
  }
  const { invitation, reminder, followUp } = rounds
  const inviting = invitation.contacts > 0
  return (
    <div className="fp-actions">
      {inviting ? <Button href={to('invite')}>Invite {invitation.organisations}</Button> : null}
      {followUp.contacts > 0 ? (
        <Button href={to('follow-up')} secondary={inviting}>
          Ask {followUp.organisations} the follow-up
        </Button>
      ) : null}
      {reminder.contacts > 0 ? (
        <Button href={to('remind')} secondary>
          Remind {reminder.organisations} now
        </Button>
      ) : null}
      <a href={to('close')}>Close the edition</a>
    </div>
  )
}
