/** Who is at the meeting: members put down with one press, others by name; folded away once it is done. */

import { type MemberRole, memberRoles, radiologistPresent } from '#core/meeting/team.ts'
import { inSentence } from '#core/sentence.ts'
import type { OpenedMeeting } from '#store/meeting/meeting.ts'
import { paths } from '../paths.ts'

interface AttendanceProps {
  readonly opened: OpenedMeeting
  readonly runs: boolean
  readonly item: string | undefined
  /** Somebody was just put down: there may be more. */
  readonly open: boolean
}

export function Attendance({ opened: { meeting, attendance }, runs, item, open }: AttendanceProps) {
  const present = attendance.filter((each) => each.present).length
  const begins = runs && meeting.state === 'under-way' && present === 0
  return (
    <details className="nhsuk-details fp-attendance" open={open || begins ? true : undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text" data-live="attendance-count">
          Attendance: {present} present,{' '}
          {radiologistPresent(attendance)
            ? 'with an interventional radiologist'
            : 'no interventional radiologist'}
        </span>
      </summary>
      <div className="nhsuk-details__text" data-live="attendance">
        {meeting.state === 'planned' ? <p>The members are put down when the meeting begins.</p> : null}
        <ul className="fp-attendance__list">
          {attendance.map(({ name, role, core, present: there }) => (
            <li key={name}>
              <span>
                {name}, {inSentence(memberRoles[role])}
                {core ? ' (core)' : ''}: <strong>{there ? 'present' : 'not present'}</strong>
              </span>
              {runs ? (
                <form method="post" action={paths.meetingPart(meeting.id, 'attendance')}>
                  <Hidden name={name} role={role} item={item} />
                  <button
                    type="submit"
                    className="fp-link-button"
                    name="present"
                    value={there ? 'no' : 'yes'}
                  >
                    {there ? 'Not present' : 'Present'}
                    <span className="nhsuk-u-visually-hidden">: {name}</span>
                  </button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      {runs && meeting.state !== 'cancelled' && meeting.state !== 'planned' ? (
        <form
          className="fp-attendance__add"
          method="post"
          action={paths.meetingPart(meeting.id, 'attendance')}
        >
          <div>
            <label className="nhsuk-label" htmlFor="attendee">
              Somebody else
            </label>
            <input className="nhsuk-input" id="attendee" name="name" autoComplete="off" />
          </div>
          <div>
            <label className="nhsuk-label" htmlFor="attendee-role">
              Role
            </label>
            <select className="nhsuk-select" id="attendee-role" name="role">
              {Object.entries(memberRoles).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <input type="hidden" name="item" value={item ?? ''} />
          <button
            type="submit"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
            name="present"
            value="yes"
          >
            Put down as present
          </button>
        </form>
      ) : null}
    </details>
  )
}

function Hidden({
  name,
  role,
  item,
}: {
  readonly name: string
  readonly role: MemberRole
  readonly item: string | undefined
}) {
  return (
    <>
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="role" value={role} />
      <input type="hidden" name="item" value={item ?? ''} />
    </>
  )
}
