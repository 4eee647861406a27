/** Calendar files of one meeting, or of all that a team has planned: no patient is in them. */

import { calendarFile } from '#core/meeting/calendar.ts'
import { type Meeting, meetingsBetween } from '#store/meeting/meeting.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'
import { onMeeting, onTeam } from './view.ts'

export function meetingCalendar(c: PageContext) {
  return onMeeting(c, ({ meeting }) => file(c, [meeting]))
}

export function teamCalendar(c: PageContext) {
  return onTeam(c, 'meeting:see', async (team) => {
    const now = c.var.now()
    const until = new Date(now.getTime() + 400 * 86_400_000)
    const meetings = await inScope(c, 'meeting:see', (db) =>
      meetingsBetween(db, [team.organisation], now, until),
    )
    return file(
      c,
      meetings.filter((meeting) => meeting.team === team.id),
    )
  })
}

function file(c: PageContext, meetings: readonly Meeting[]) {
  const { baseUrl } = c.var.config
  const text = calendarFile(
    meetings.map(({ id, teamName, at, minutes, place, state, revision }) => ({
      id,
      title: `${teamName} MDT meeting`,
      at: at.toISOString(),
      minutes,
      place,
      cancelled: state === 'cancelled',
      revision,
      href: new URL(paths.meeting(id), baseUrl).href,
    })),
    c.var.now().toISOString(),
  )
  return c.body(text, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="mdt-meetings.ics"',
  })
}
