/** What the pages of a meeting have in common: finding it within the scope, whether one may run it, the words. */

import { organisationsOf } from '#core/access/may.ts'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { fieldOf } from '#core/record/field.ts'
import { type Meeting, meetingById, type OpenedMeeting, openMeeting } from '#store/meeting/meeting.ts'
import type { MeetingState } from '#store/meeting/tables.ts'
import { type Team, teamById } from '#store/meeting/team.ts'
import { dateWords } from '../components/dates.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope } from '../scope.ts'

export const stateWords: Readonly<Record<MeetingState, string>> = {
  planned: 'Planned',
  'under-way': 'Under way',
  held: 'Held',
  cancelled: 'Cancelled',
}

/** Above a page of a meeting: the way back to it. */
export const crumbs = ({ meeting }: OpenedMeeting) => [
  { text: 'MDT meetings', href: paths.meetings() },
  { text: `${meeting.teamName}, ${dateWords(meeting.at)}`, href: paths.meeting(meeting.id) },
]

const part = (c: PageContext, name: string) => {
  const value = (c.req.param(name) ?? '').replace(/[.]ics$/, '')
  return isId(value) ? value : ''
}

/** The meeting of the address with its list; one that the scope does not show is not found. */
export async function onMeeting(
  c: PageContext,
  then: (opened: OpenedMeeting) => Response | Promise<Response>,
): Promise<Response> {
  const id = part(c, 'id')
  const opened = id ? await inScope(c, 'meeting:see', (db) => openMeeting(db, id)) : null
  return opened ? then(opened) : notFound(c)
}

/** The meeting of the address for somebody who runs it at its organisation; for others it is not found. */
export async function onOwnMeeting(
  c: PageContext,
  then: (meeting: Meeting) => Response | Promise<Response>,
): Promise<Response> {
  const id = part(c, 'id')
  const meeting = id ? await inScope(c, 'meeting:run', (db) => meetingById(db, id)) : null
  return meeting ? then(meeting) : notFound(c)
}

export async function onTeam(
  c: PageContext,
  action: 'meeting:see' | 'meeting:run',
  then: (team: Team) => Response | Promise<Response>,
): Promise<Response> {
  const id = part(c, 'id')
  const team = id ? await inScope(c, action, (db) => teamById(db, id)) : null
  return team ? then(team) : notFound(c)
}

export function mayRun(c: PageContext, organisation: string): boolean {
  return organisationsOf(c.var.person?.memberships ?? [], 'meeting:run').includes(organisation)
}

/** The item that the address names, or none. */
export const itemId = (c: PageContext) => part(c, 'item')

export const back = (
  c: PageContext,
  meeting: string,
  view: Readonly<Record<string, string | undefined>> = {},
) => c.redirect(paths.meeting(meeting, view), 303)

const tumour = referral.fields.tumour ? fieldOf(referral.fields.tumour) : undefined
const site = tumour?.input === 'group' && tumour.fields.site ? fieldOf(tumour.fields.site) : undefined

/** The tumour sites that a referral can name, by value. */
export const tumourSites: ReadonlyMap<string, string> = new Map(
  site && 'options' in site ? site.options.map(({ value, label }) => [value, label]) : [],
)

const recommended = mdtDiscussion.fields.recommendation
  ? fieldOf(mdtDiscussion.fields.recommendation)
  : undefined

/** What a meeting can recommend, by value. */
export const recommendations: ReadonlyMap<string, string> = new Map(
  recommended && 'options' in recommended
    ? recommended.options.map(({ value, label }) => [value, label])
    : [],
)
