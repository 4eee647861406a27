/** Writes the demonstration's MDTs, the meetings that they held, and what was discussed at each. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import type { Because } from '#core/meeting/list.ts'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import { treatment } from '#core/pathway/kinds/procedure.ts'
import { referral } from '#core/pathway/kinds/referral.ts'
import { fillList } from '#store/meeting/list.ts'
import type { Database, Transaction } from '#store/open.ts'
import { type MdtTeam, teamSites } from './meetings.ts'
import type { DemonstrationCase } from './services.ts'
import type { Team } from './team.ts'

const cutOffMs = 24 * 3_600_000
const minutes = 60

export async function writeTeams(
  tx: Transaction,
  organisation: string,
  teams: readonly MdtTeam[],
  now: Date,
): Promise<void> {
  for (const { id, name, weekday, time, members, meetings } of teams) {
    await tx
      .insertInto('mdt_team')
      .values({
        id,
        organisation,
        name,
        tumour_sites: [...teamSites[name]],
        weekday,
        at_time: time,
        every_weeks: 1,
        minutes,
        cut_off_hours: 24,
        place: 'Seminar room and online',
        ended_at: null,
      })
      .execute()
    await tx
      .insertInto('mdt_member')
      .values(members.map((member) => ({ id: uuid(), team: id, organisation, ...member })))
      .execute()
    await tx
      .insertInto('mdt_meeting')
      .values(
        meetings.map(({ id: meeting, at }) => ({
          id: meeting,
          team: id,
          organisation,
          at,
          minutes,
          cut_off_at: new Date(at.getTime() - cutOffMs),
          place: 'Seminar room and online',
          state: at < now ? ('held' as const) : ('planned' as const),
          case_shown: null,
        })),
      )
      .execute()
  }
}

/** A case that was discussed at a meeting. */
export interface Discussed {
  readonly meeting: string
  readonly caseId: string
  readonly entry: string
  readonly body: Parameters<typeof mdtDiscussion.line>[0]
  readonly because: Because
  /** What the referral asked. */
  readonly question: string
  readonly images: string
}

export function discussionsOf(
  { treating, referring, said }: DemonstrationCase,
  caseId: string,
): readonly Discussed[] {
  const asked = said.find(({ kind }) => kind.name === referral.name)?.body as { question: string } | undefined
  const treated = said.find(({ kind }) => kind.name === treatment.name)?.at
  return said
    .filter(({ kind }) => kind.name === mdtDiscussion.name)
    .flatMap(({ id, body, at }) => {
      const told = body as Discussed['body']
      if (!told.meeting) return []
      return {
        meeting: told.meeting,
        caseId,
        entry: id,
        body: told,
        because: treated && treated < at ? 'owed' : 'to-discuss',
        question: asked?.question ?? '',
        images: referring === treating ? 'In our own archive' : 'Sent by the referring hospital',
      }
    })
}

/** The lists of the meetings that were held, and who was there. */
export async function writeItems(
  tx: Transaction,
  organisation: string,
  discussed: readonly Discussed[],
): Promise<void> {
  const places = new Map<string, number>()
  const rows = discussed.map(({ meeting, caseId, entry, body, because, question, images }) => {
    const place = (places.get(meeting) ?? 0) + 1
    places.set(meeting, place)
    return {
      id: uuid(),
      meeting,
      organisation,
      case_id: caseId,
      place,
      because,
      state: 'discussed' as const,
      question,
      images,
      recommendation: body.recommendation,
      procedure: body.procedure ?? null,
      at_place: body.place ?? null,
      acts_next: body.actsNext ?? null,
      notes: null,
      entry,
      changed_by: null,
    }
  })
  if (rows.length > 0) await tx.insertInto('mdt_item').values(rows).execute()
  const without = discussed.filter(({ body }) => !body.radiologistPresent).map(({ meeting }) => meeting)
  // The co-ordinator is always there; of the others one in eight is on leave.
  await sql`insert into mdt_attendance (meeting, organisation, name, role, core, present)
    select m.id, m.organisation, p.name, p.role, p.core, case p.role
      when 'interventional-radiologist' then m.id <> all (${without}::uuid[])
      when 'coordinator' then true
      else abs(hashtext(m.id || p.name)) % 8 > 0 end
    from mdt_meeting m join mdt_member p on p.team = m.team
    where m.organisation = ${organisation} and exists (select from mdt_item i where i.meeting = m.id)`.execute(
    tx,
  )
}

/** Puts what waits on the list of each team's next meeting, as its co-ordinator would have by now, or before it closed. */
export async function fillNextMeetings(
  db: Database,
  { organisation, coordinator }: Team,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string; cutOffAt: Date }>`
    select distinct on (team) id, cut_off_at as "cutOffAt" from mdt_meeting
    where organisation = ${organisation} and state = 'planned' and at > ${now} order by team, at`.execute(db)
  for (const { id, cutOffAt } of rows)
    await fillList(db, id, now < cutOffAt ? now : cutOffAt, coordinator.name)
}
