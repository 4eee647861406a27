/** MDT meetings: the teams, their meetings, the meeting's own page, its letters and its calendar. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { attend, fill, put, turn } from './actions.ts'
import { meetingCalendar, teamCalendar } from './calendar.ts'
import { move, setState, showToAll } from './item-actions.ts'
import { letterOf, letterPdf, letters } from './letters.tsx'
import { listPage } from './list-page.tsx'
import { live } from './live.ts'
import { meetingPage } from './meeting-page.tsx'
import { addMembers, changeMembers } from './members.tsx'
import { minutes } from './minutes.tsx'
import { addMeeting, end, newTeam, saveNew, saveTeamOf, teamPage } from './team-page.tsx'
import { words } from './words.tsx'

const id = '{[0-9a-f-]{36}}'
const team = `/meetings/teams/:id${id}`
const meeting = `/meetings/:id${id}`
const item = `${meeting}/items/:item${id}`

export function meetingRoutes(routes: Routes): void {
  const see = mayAtOwn('meeting:see')
  const run = mayAtOwn('meeting:run')
  routes.get(paths.meetings(), see, listPage)
  routes.get(paths.mdtNew(), run, (c) => newTeam(c))
  routes.post(paths.mdtNew(), run, saveNew)
  routes.get(team, see, teamPage)
  routes.post(team, run, saveTeamOf)
  routes.post(`${team}/members`, run, addMembers)
  routes.post(`${team}/members/:member${id}`, run, changeMembers)
  routes.post(`${team}/meetings`, run, addMeeting)
  routes.post(`${team}/end`, run, end)
  routes.get('/meetings/teams/:id{[0-9a-f-]{36}[.]ics}', see, teamCalendar)

  routes.get(meeting, see, meetingPage)
  routes.get('/meetings/:id{[0-9a-f-]{36}[.]ics}', see, meetingCalendar)
  routes.get(`${meeting}/live`, see, live)
  routes.post(`${meeting}/fill`, run, fill)
  routes.post(`${meeting}/add`, run, put)
  routes.post(`${meeting}/attendance`, run, attend)
  routes.post(`${meeting}/turn`, run, turn)
  routes.post(`${item}/words`, run, words)
  routes.post(`${item}/move`, run, move)
  routes.post(`${item}/state`, run, setState)
  routes.post(`${item}/show`, run, showToAll)
  routes.get(`${meeting}/minutes`, see, minutes)
  routes.get(`${meeting}/letters`, see, letters)
  routes.get(`${meeting}/letters/:item${id}`, see, letterOf)
  routes.get(`${meeting}/letters/:item{[0-9a-f-]{36}[.]pdf}`, see, letterPdf)
}
