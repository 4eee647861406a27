/** The MDTs of an organisation: made, changed, ended; and the meetings that follow from when they meet. */

import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { nextMeetings } from '#core/meeting/recurrence.ts'
import type { MemberRole, Weekday } from '#core/meeting/team.ts'
import { judgeAnew } from '../case/freshen.ts'
import { codeOf } from '../error.ts'
import type { Database, Transaction } from '../open.ts'

export interface TeamDetails {
  readonly name: string
  readonly tumourSites: readonly string[]
  /** Null: meetings are made one by one. */
  readonly weekday: Weekday | null
  /** `08:30`, as clocks in the United Kingdom show it. */
  readonly time: string
  readonly everyWeeks: number
  readonly minutes: number
  /** So many hours before the meeting the list is closed; what comes later is marked. */
  readonly cutOffHours: number
  readonly place: string | null
}

export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly person: string | null
  readonly role: MemberRole
  readonly core: boolean
}

export interface Team extends TeamDetails {
  readonly id: string
  readonly organisation: string
  readonly endedAt: Date | null
  readonly members: readonly TeamMember[]
}

interface TeamRow extends Omit<Team, 'members' | 'time'> {
  readonly time: string
  readonly members: readonly TeamMember[] | null
}

const teamColumns = sql`t.id, t.organisation, t.name, t.tumour_sites as "tumourSites", t.weekday,
  to_char(t.at_time, 'HH24:MI') as time, t.every_weeks as "everyWeeks", t.minutes,
  t.cut_off_hours as "cutOffHours", t.place, t.ended_at as "endedAt",
  (select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'person', m.person, 'role', m.role, 'core', m.core)
    order by m.core desc, m.name) from mdt_member m where m.team = t.id) as members`

const teamOf = (row: TeamRow): Team => ({ ...row, members: row.members ?? [] })

/** The teams of some organisations, those that have ended last; in one query. */
export async function teamsOf(db: Database, organisations: readonly string[]): Promise<readonly Team[]> {
  const { rows } = await sql<TeamRow>`select ${teamColumns} from mdt_team t
    where t.organisation = any (${[...organisations]}::text[])
    order by t.ended_at is not null, t.organisation, lower(t.name)`.execute(db)
  return rows.map(teamOf)
}

/** One team; null where there is none that the scope shows. */
export async function teamById(db: Database | Transaction, id: string): Promise<Team | null> {
  const { rows } = await sql<TeamRow>`select ${teamColumns} from mdt_team t where t.id = ${id}`.execute(db)
  return rows[0] ? teamOf(rows[0]) : null
}

export type Saved = { readonly outcome: 'saved'; readonly id: string } | { readonly outcome: 'name-taken' }

/** Makes a team, or changes one: meetings that are planned and have not begun to fill move with it. */
export async function saveTeam(
  db: Database,
  team: TeamDetails & { readonly id?: string; readonly organisation: string },
  now: Date,
): Promise<Saved> {
  const id = team.id ?? uuid()
  const row = {
    name: team.name,
    tumour_sites: [...team.tumourSites],
    weekday: team.weekday,
    at_time: team.time,
    every_weeks: team.everyWeeks,
    minutes: team.minutes,
    cut_off_hours: team.cutOffHours,
    place: team.place,
  }
  try {
    await db.transaction().execute(async (tx) => {
      if (team.id) {
        await tx
          .updateTable('mdt_team')
          .set({ ...row, changed_at: now })
          .where('id', '=', id)
          .execute()
        await dropUnfilled(tx, id, now)
      } else {
        await tx
          .insertInto('mdt_team')
          .values({ ...row, id, organisation: team.organisation, ended_at: null })
          .execute()
      }
      await planMeetings(tx, id, now)
      await judgeAnew(tx, team.organisation)
    })
    return { outcome: 'saved', id }
  } catch (error) {
    if (codeOf(error) === '23505') return { outcome: 'name-taken' }
    throw error
  }
}

/** Ends a team: its planned meetings are cancelled, those that were held stay. */
export async function endTeam(db: Database, team: Team, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable('mdt_team')
      .set({ ended_at: now })
      .where('id', '=', team.id)
      .where('ended_at', 'is', null)
      .execute()
    await sql`update mdt_meeting set state = 'cancelled', revision = revision + 1
      where team = ${team.id} and state = 'planned' and at > ${now}`.execute(tx)
    await judgeAnew(tx, team.organisation)
  })
}

export type Joined = 'joined' | 'member-already'

export async function addMember(db: Database, team: Team, member: Omit<TeamMember, 'id'>): Promise<Joined> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mdt_member')
    .values({ id: uuid(), team: team.id, organisation: team.organisation, ...member })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n ? 'joined' : 'member-already'
}

export async function changeMember(
  db: Database,
  team: string,
  member: { readonly id: string; readonly role: MemberRole; readonly core: boolean },
): Promise<void> {
  const { id, role, core } = member
  await db
    .updateTable('mdt_member')
    .set({ role, core })
    .where('id', '=', id)
    .where('team', '=', team)
    .execute()
}

export async function removeMember(db: Database, team: string, id: string): Promise<void> {
  await db.deleteFrom('mdt_member').where('id', '=', id).where('team', '=', team).execute()
}

/** Adds one meeting on a date of its own; null where the team meets then already. */
export async function addSingleMeeting(db: Database, team: Team, at: Date): Promise<string | null> {
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('mdt_meeting')
      .values({
        id: uuid(),
        team: team.id,
        organisation: team.organisation,
        at,
        minutes: team.minutes,
        cut_off_at: new Date(at.getTime() - team.cutOffHours * 3_600_000),
        place: team.place,
        case_shown: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) await judgeAnew(tx, team.organisation)
    return made?.id ?? null
  })
}

/** How far ahead meetings stand in the calendar. */
const plannedWeeks = 8

/** Puts a team's next meetings into the calendar, those that are not there yet; answers how many were new. */
async function planMeetings(tx: Transaction, id: string, now: Date): Promise<number> {
  const team = await teamById(tx, id)
  if (!team?.weekday || team.endedAt) return 0
  const { weekday, time, everyWeeks, minutes, cutOffHours, place, organisation } = team
  const count = Math.ceil(plannedWeeks / everyWeeks)
  const dates = nextMeetings({ weekday, time, everyWeeks }, now.toISOString(), count)
  const made = await tx
    .insertInto('mdt_meeting')
    .values(
      dates.map((at) => ({
        id: uuid(),
        team: id,
        organisation,
        at: new Date(at),
        minutes,
        cut_off_at: new Date(Date.parse(at) - cutOffHours * 3_600_000),
        place,
        case_shown: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(made.numInsertedOrUpdatedRows ?? 0)
}

/** Brings the calendars of an organisation's teams up to date; called before they are shown. */
export async function planAll(db: Database, teams: readonly Team[], now: Date): Promise<void> {
  const current = teams.filter(({ weekday, endedAt }) => weekday !== null && endedAt === null)
  if (current.length === 0) return
  const { rows } = await sql<{ team: string; last: Date }>`
    select team, max(at) as last from mdt_meeting where team = any (${current.map(({ id }) => id)}::uuid[])
      and at > ${now} and state <> 'cancelled' group by team`.execute(db)
  const lastOf = new Map(rows.map(({ team, last }) => [team, last]))
  const enough = now.getTime() + (plannedWeeks - 2) * 7 * 86_400_000
  for (const team of current) {
    if ((lastOf.get(team.id)?.getTime() ?? 0) > enough) continue
    await db.transaction().execute(async (tx) => {
      if ((await planMeetings(tx, team.id, now)) > 0) await judgeAnew(tx, team.organisation)
    })
  }
}

async function dropUnfilled(tx: Transaction, team: string, now: Date): Promise<void> {
  await sql`delete from mdt_meeting m where m.team = ${team} and m.state = 'planned' and m.at > ${now}
    and not exists (select from mdt_item i where i.meeting = m.id)
    and not exists (select from mdt_attendance a where a.meeting = m.id)
    and not exists (select from mdt_presence p where p.meeting = m.id)`.execute(tx)
}
