/** Pages of MDT meetings: the demonstration's teams, a meeting held with its letters, one to come with its list. */

import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { withinScope } from '#store/scope.ts'
import type { TestSite } from '#test/support/site.ts'
import { paths } from '#web/paths.ts'
import type { Viewer } from './viewers.ts'

type Add = (route: string | null, path: string, viewer: Viewer, status?: number) => void

export async function meetingVisits(site: TestSite, visit: Add): Promise<void> {
  const { organisation, team, held, item, planned } = await fullestMeeting(site)
  const as = async (role: 'mdt-coordinator' | 'referrer', code: string): Promise<Viewer> => ({
    name: `${role} of ${code}`,
    cookie: await site.signInAs(role, code),
  })
  const coordinator = await as('mdt-coordinator', organisation)
  const onlooker = await as('referrer', organisation)
  const newcomer = await as('mdt-coordinator', 'ZMEET')
  await site.post(paths.meetingPart(planned, 'fill'), {}, coordinator.cookie)

  const one = '/meetings/:id{[0-9a-f-]{36}}'
  for (const viewer of [coordinator, onlooker]) {
    visit('/meetings', paths.meetings(), viewer)
    visit('/meetings/teams/:id{[0-9a-f-]{36}}', paths.mdt(team), viewer)
    for (const id of [held, planned]) visit(one, paths.meeting(id), viewer)
  }
  visit('/meetings', paths.meetings(), newcomer)
  visit('/meetings/teams/new', paths.mdtNew(), coordinator)
  for (const id of [held, planned]) visit(`${one}/minutes`, paths.meetingPart(id, 'minutes'), coordinator)
  visit(`${one}/letters`, paths.meetingPart(held, 'letters'), coordinator)
  visit(`${one}/letters`, paths.meetingPart(planned, 'letters'), coordinator)
  visit(`${one}/letters/:item{[0-9a-f-]{36}}`, paths.meetingLetter(held, item), coordinator)
  visit(null, paths.meeting(held), newcomer, 404)
}

interface Fullest {
  readonly organisation: string
  readonly team: string
  readonly held: string
  /** One that was discussed at the meeting that was held. */
  readonly item: string
  readonly planned: string
}

async function fullestMeeting({ store }: TestSite): Promise<Fullest> {
  const { rows } = await withinScope(store.db, 'whole', (db) =>
    sql<Fullest>`
      select m.organisation, m.team, m.id as held, (array_agg(i.id order by i.place))[1] as item,
        (select n.id from mdt_meeting n where n.team = m.team and n.state = 'planned' order by n.at limit 1) as planned
      from mdt_meeting m join mdt_item i on i.meeting = m.id and i.entry is not null
      where m.state = 'held' group by m.id order by count(*) desc, m.at desc limit 1`.execute(db),
  )
  assert.ok(rows[0]?.planned, 'the demonstration holds meetings, and plans some')
  return rows[0]
}
