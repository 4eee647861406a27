/** The meetings of one's organisations: those to come, those held lately, the teams. */

import { organisationsOf } from '#core/access/may.ts'
import { ukDay } from '#core/calendar/uk-day.ts'
import { hasRadiologist, weekdays } from '#core/meeting/team.ts'
import { type ListedMeeting, meetingsBetween } from '#store/meeting/meeting.ts'
import { planAll, type Team, teamsOf } from '#store/meeting/team.ts'
import { dateWords, timeWords } from '../components/dates.ts'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { stateWords } from './view.ts'

const dayMs = 86_400_000

export async function listPage(c: PageContext) {
  const now = c.var.now()
  const own = organisationsOf(c.var.person?.memberships ?? [], 'meeting:see')
  const runs = organisationsOf(c.var.person?.memberships ?? [], 'meeting:run').length > 0
  const { teams, meetings } = await inScope(c, 'meeting:see', async (db) => {
    const found = await teamsOf(db, own)
    await planAll(db, found, now)
    const from = new Date(now.getTime() - 42 * dayMs)
    return {
      teams: found,
      meetings: await meetingsBetween(db, own, from, new Date(now.getTime() + 60 * dayMs)),
    }
  })
  const today = ukDay(now.toISOString())
  const isPast = ({ at, state }: ListedMeeting) => state === 'held' || ukDay(at.toISOString()) < today
  const coming = meetings.filter((meeting) => !isPast(meeting) && meeting.state !== 'cancelled')
  const soon = coming.slice(0, Math.max(2 * teams.length, 4))
  const later = coming.slice(soon.length, soon.length + 24)
  const held = meetings.filter(isPast).toReversed()
  const past = held.filter(({ items }) => items > 0)
  return show(
    c,
    <Page c={c} title="MDT meetings" here={paths.meetings()}>
      <h1 className="nhsuk-heading-l">MDT meetings</h1>
      {teams.length === 0 ? (
        <NoTeams runs={runs} />
      ) : (
        <MeetingsTable caption="To come" meetings={soon} empty="No meeting is planned." />
      )}
      {later.length > 0 ? (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              Later: {later.length} {later.length === 1 ? 'meeting' : 'meetings'}
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <MeetingsTable caption="Later" meetings={later} empty="" />
          </div>
        </details>
      ) : null}
      {held.length > 0 ? (
        <>
          <MeetingsTable
            caption="Of the last six weeks"
            meetings={past}
            empty="No meeting of the last six weeks had a case on its list."
          />
          {past.length > 0 && held.length > past.length ? (
            <p className="nhsuk-hint">{withoutCases(held.length - past.length)}</p>
          ) : null}
        </>
      ) : null}
      {teams.length > 0 ? <TeamsTable teams={teams} /> : null}
      {runs && teams.length > 0 ? (
        <a className="nhsuk-button nhsuk-button--secondary" href={paths.mdtNew()}>
          Make an MDT
        </a>
      ) : null}
    </Page>,
  )
}

const withoutCases = (count: number) =>
  count === 1
    ? 'One more meeting had no case on its list.'
    : `${count} more meetings had no case on their lists.`

function NoTeams({ runs }: { readonly runs: boolean }) {
  return (
    <>
      <p>
        There is no MDT here yet. An MDT has members, tumour sites that it discusses, and a day on which it
        meets; its meetings then stand here with their lists.
      </p>
      {runs ? (
        <a className="nhsuk-button" href={paths.mdtNew()}>
          Make the first MDT
        </a>
      ) : null}
    </>
  )
}

interface MeetingsTableProps {
  readonly caption: string
  readonly meetings: readonly ListedMeeting[]
  readonly empty: string
}

function MeetingsTable({ caption, meetings, empty }: MeetingsTableProps) {
  return (
    <DataTable
      caption={caption}
      stacks
      rows={meetings}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        {
          heading: 'When',
          names: true,
          cell: ({ id, at }) => (
            <a href={paths.meeting(id)}>
              {dateWords(at)}, {timeWords(at)}
            </a>
          ),
        },
        { heading: 'MDT', cell: ({ teamName }) => teamName },
        {
          heading: 'Cases',
          number: true,
          cell: ({ items, discussed }) => (discussed > 0 ? `${discussed} of ${items} discussed` : items),
        },
        { heading: 'State', cell: ({ state }) => stateWords[state] },
        { heading: 'Place', cell: ({ place }) => place ?? 'Not recorded' },
      ]}
    />
  )
}

function TeamsTable({ teams }: { readonly teams: readonly Team[] }) {
  return (
    <DataTable
      caption="MDTs"
      stacks
      rows={teams}
      keyOf={({ id }) => id}
      columns={[
        { heading: 'MDT', names: true, cell: ({ id, name }) => <a href={paths.mdt(id)}>{name}</a> },
        { heading: 'Meets', cell: meetsWords },
        { heading: 'Members', number: true, cell: ({ members }) => members.length },
        {
          heading: 'Interventional radiologist',
          cell: ({ members }) => (hasRadiologist(members) ? 'Core member' : 'Not a core member'),
        },
      ]}
    />
  )
}

export function meetsWords({ weekday, time, everyWeeks, endedAt }: Team): string {
  if (endedAt) return `Ended ${dateWords(endedAt)}`
  if (weekday === null) return 'On single dates'
  const every =
    everyWeeks === 1 ? 'Every' : everyWeeks === 2 ? 'Every second' : `Every ${everyWeeks} weeks on`
  return `${every} ${weekdays[weekday]}, ${time}`
}
