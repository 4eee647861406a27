/** The list of a meeting: each case in its order, why it is there, what became of it. */

import { procedureName } from '#core/catalogue/procedures.ts'
import { becauses, itemStates } from '#core/meeting/list.ts'
import { nameOf } from '#core/patient/patient.ts'
import type { Item, OpenedMeeting } from '#store/meeting/meeting.ts'
import { paths } from '../paths.ts'

interface AgendaProps {
  readonly opened: OpenedMeeting
  readonly shown: string | undefined
  readonly runs: boolean
  readonly wall: boolean
}

export function Agenda({ opened: { meeting, items }, shown, runs, wall }: AgendaProps) {
  const isOpen = meeting.state === 'planned' || meeting.state === 'under-way'
  return (
    <nav className="fp-agenda" aria-label="List of the meeting">
      <ol data-live="agenda">
        {items.map((item, at) => (
          <li key={item.id} className={`fp-agenda__item fp-agenda__item--${item.state}`}>
            <a
              href={`${paths.meeting(meeting.id, { item: item.id, ...(wall ? { wall: 'yes' } : {}) })}#case-shown`}
              aria-current={item.id === shown ? 'true' : undefined}
              data-item={item.id}
            >
              <span className="fp-agenda__place">{at + 1}</span>
              <span>
                <strong>{nameOf(item)}</strong>
                <span className="fp-agenda__facts">{factsOf(item)}</span>
                {item.id === meeting.caseShown ? <span className="nhsuk-tag">Shown to all</span> : null}
              </span>
            </a>
            {runs && isOpen && !wall && item.id === shown ? (
              <Moves meeting={meeting.id} item={item} first={at === 0} last={at === items.length - 1} />
            ) : null}
          </li>
        ))}
      </ol>
      {runs && isOpen && !wall ? <Adding meeting={meeting.id} /> : null}
      {wall ? null : (
        <p className="fp-agenda__keys">Alt with the up or down arrow goes to the case before or after.</p>
      )}
    </nav>
  )
}

function factsOf(item: Item): string {
  const { asked, urgency, because, state, addedLate } = item
  return [
    asked ? procedureName(asked) : 'Procedure not recorded',
    urgency && urgency !== 'elective' ? urgency : null,
    state === 'waiting' ? becauses[because] : itemStates[state],
    addedLate ? 'after the list closed' : null,
  ]
    .filter((words) => words !== null)
    .join(' · ')
}

interface MovesProps {
  readonly meeting: string
  readonly item: Item
  readonly first: boolean
  readonly last: boolean
}

function Moves({ meeting, item, first, last }: MovesProps) {
  const who = <span className="nhsuk-u-visually-hidden"> {nameOf(item)}</span>
  return (
    <div className="fp-agenda__moves">
      <form method="post" action={paths.meetingItem(meeting, item.id, 'move')}>
        {first ? null : (
          <button type="submit" className="fp-link-button" name="direction" value="up">
            Up{who}
          </button>
        )}
        {last ? null : (
          <button type="submit" className="fp-link-button" name="direction" value="down">
            Down{who}
          </button>
        )}
      </form>
      {item.state === 'discussed' ? null : (
        <form method="post" action={paths.meetingItem(meeting, item.id, 'state')}>
          <button
            type="submit"
            className="fp-link-button"
            name="state"
            value={item.state === 'carried-over' ? 'waiting' : 'carried-over'}
          >
            {item.state === 'carried-over' ? 'Discuss here' : 'Carry over'}
            {who}
          </button>
          <button type="submit" className="fp-link-button" name="state" value="removed">
            Take off{who}
          </button>
        </form>
      )}
      <form method="post" action={paths.meetingItem(meeting, item.id, 'show')}>
        <button type="submit" className="fp-link-button">
          Show to all{who}
        </button>
      </form>
    </div>
  )
}

function Adding({ meeting }: { readonly meeting: string }) {
  return (
    <>
      <form method="post" action={paths.meetingPart(meeting, 'fill')}>
        <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
          Fill from what waits
        </button>
      </form>
      <details className="nhsuk-details">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Add a case by hand</span>
        </summary>
        <form className="nhsuk-details__text" method="post" action={paths.meetingPart(meeting, 'add')}>
          <label className="nhsuk-label" htmlFor="case">
            Address of the case
          </label>
          <div className="nhsuk-hint" id="case-hint">
            Open the case and copy what the browser shows as its address.
          </div>
          <input
            className="nhsuk-input"
            id="case"
            name="case"
            aria-describedby="case-hint"
            autoComplete="off"
          />
          <button type="submit" className="nhsuk-button nhsuk-button--secondary nhsuk-button--small">
            Add the case
          </button>
        </form>
      </details>
    </>
  )
}
