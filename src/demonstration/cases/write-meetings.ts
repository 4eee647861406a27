/** Writes the demonstration's MDTs, the meetings that they held, and what was discussed at each. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { mdtDiscussion } from '#core/pathway/kinds/planning.ts'
import type { Transaction } from '#store/open.ts'
import { type MdtTeam, teamSites } from './meetings.ts'
import type { Saying } from './story.ts'

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
}

export function discussionsOf(caseId: string, said: readonly Saying[]): readonly Discussed[] {
  return said
    .filter(({ kind }) => kind.name === mdtDiscussion.name)
    .flatMap(({ id, body }) => {
      const told = body as Discussed['body']
      return told.meeting ? [{ meeting: told.meeting, caseId, entry: id, body: told }] : []
    })
}

/** The lists of the meetings that were held, and who was there. */
export async function writeItems(
  tx: Transaction,
  organisation: string,
  discussed: readonly Discussed[],
): Promise<void> {
  const places = new Map<string, number>()
  const rows = discussed.map(({ meeting, caseId, entry, body }) => {
    const place = (places.get(meeting) ?? 0) + 1
    places.set(meeting, place)
    return {
      id: uuid(),
      meeting,
      organisation,
      case_id: caseId,
      place,
      because: 'to-discuss' as const,
      state: 'discussed' as const,
      question: 'Is this treatment right for this patient, and when?',
      images: 'In the hospital’s own archive',
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
  await sql`insert into mdt_attendance (meeting, organisation, name, role, core, present)
    select m.id, m.organisation, p.name, p.role, p.core, true from mdt_meeting m join mdt_member p on p.team = m.team
    where m.organisation = ${organisation} and exists (select from mdt_item i where i.meeting = m.id)`.execute(
    tx,
  )
}
