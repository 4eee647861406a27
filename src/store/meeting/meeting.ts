/** One MDT meeting: its list with the cases on it, who is there, who has its page open. */

import { sql } from 'kysely'
import type { Because, ItemState } from '#core/meeting/list.ts'
import type { MemberRole } from '#core/meeting/team.ts'
import type { Stage } from '#core/pathway/case-kind.ts'
import type { Database, Transaction } from '../open.ts'
import { followRecord } from './follow.ts'
import type { MeetingState } from './tables.ts'

export interface Meeting {
  readonly id: string
  readonly team: string
  readonly teamName: string
  readonly tumourSites: readonly string[]
  readonly organisation: string
  readonly at: Date
  readonly minutes: number
  readonly cutOffAt: Date
  readonly place: string | null
  readonly state: MeetingState
  /** The item that everybody looks at. */
  readonly caseShown: string | null
  /** Counts what changed: an open page looks at it. */
  readonly revision: number
}

export interface ListedMeeting extends Meeting {
  /** How many cases are on its list, and how many of them were discussed. */
  readonly items: number
  readonly discussed: number
}

export interface Item {
  readonly id: string
  readonly caseId: string
  readonly place: number
  readonly because: Because
  readonly state: ItemState
  readonly question: string
  /** Where they are. */
  readonly images: string
  readonly recommendation: string | null
  readonly procedure: string | null
  /** The organisation where it will be done. */
  readonly atPlace: string | null
  readonly actsNext: string | null
  readonly notes: string | null
  /** The mdt-discussion that it became, as it stands. */
  readonly entry: string | null
  readonly revision: number
  /** The name of who changed it last. */
  readonly changedBy: string | null
  readonly addedLate: boolean
  // Of the case, as it was folded.
  readonly patient: string
  readonly givenName: string
  readonly familyName: string
  readonly birthOn: string
  readonly asked: string | null
  readonly urgency: string | null
  readonly tumourSite: string | null
  readonly stage: Stage
  readonly referring: string | null
}

export interface Attendance {
  readonly name: string
  readonly role: MemberRole
  readonly core: boolean
  readonly present: boolean
}

export interface OpenedMeeting {
  readonly meeting: Meeting
  /** In their order; those taken off are left out. */
  readonly items: readonly Item[]
  readonly attendance: readonly Attendance[]
  /** Who else has the page open, by name. */
  readonly here: readonly { readonly person: string; readonly name: string }[]
}

const columns = sql`m.id, m.team, t.name as "teamName", t.tumour_sites as "tumourSites", m.organisation, m.at,
  m.minutes, m.cut_off_at as "cutOffAt", m.place, m.state, m.case_shown as "caseShown", m.revision`

/** How long after its last sign somebody still counts as having the page open. */
const presentSeconds = 45

/** Meetings of some organisations between two moments, by time, with how long their lists are; in one query. */
export async function meetingsBetween(
  db: Database,
  organisations: readonly string[],
  from: Date,
  to: Date,
): Promise<readonly ListedMeeting[]> {
  const { rows } = await sql<ListedMeeting>`
    select ${columns},
      (select count(*)::int from mdt_item i where i.meeting = m.id and i.state <> 'removed') as items,
      (select count(*)::int from mdt_item i where i.meeting = m.id and i.state = 'discussed') as discussed
    from mdt_meeting m join mdt_team t on t.id = m.team
    where m.organisation = any (${[...organisations]}::text[]) and m.at >= ${from} and m.at < ${to}
    order by m.at, lower(t.name)`.execute(db)
  return rows
}

/** A meeting without its list; null where there is none that the scope shows. */
export async function meetingById(db: Database | Transaction, id: string): Promise<Meeting | null> {
  const { rows } = await sql<Meeting>`
    select ${columns} from mdt_meeting m join mdt_team t on t.id = m.team where m.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/**
 * A meeting as its page shows it, in five queries; null where there is none that the scope shows. What was corrected
 * of its discussions elsewhere is taken over first.
 */
export async function openMeeting(db: Database, id: string): Promise<OpenedMeeting | null> {
  await followRecord(db, id)
  const meeting = await meetingById(db, id)
  if (!meeting) return null
  const items = await sql<Item>`
    select i.id, i.case_id as "caseId", i.place, i.because, i.state, i.question, i.images, i.recommendation,
      i.procedure, i.at_place as "atPlace", i.acts_next as "actsNext", i.notes, i.entry, i.revision,
      i.changed_by as "changedBy", i.added_late as "addedLate", c.patient, p.given_name as "givenName",
      p.family_name as "familyName", p.birth_on::text as "birthOn", c.procedure as asked, c.urgency,
      c.tumour_site as "tumourSite", c.stage, c.referring
    from mdt_item i join care_case c on c.id = i.case_id join patient p on p.id = c.patient
    where i.meeting = ${id} and i.state <> 'removed' order by i.place, i.id`.execute(db)
  const attendance = await db
    .selectFrom('mdt_attendance')
    .select(['name', 'role', 'core', 'present'])
    .where('meeting', '=', id)
    .orderBy('core', 'desc')
    .orderBy('name')
    .execute()
  const here = await sql<{ person: string; name: string }>`
    select person, name from mdt_presence where meeting = ${id}
      and seen_at > clock_timestamp() - make_interval(secs => ${presentSeconds}) order by name`.execute(db)
  return { meeting, items: items.rows, attendance, here: here.rows }
}

/** The revision of a meeting; null where there is none that the scope shows. What a live page asks. */
export async function revisionOf(db: Database, id: string): Promise<number | null> {
  const found = await db.selectFrom('mdt_meeting').select('revision').where('id', '=', id).executeTakeFirst()
  return found?.revision ?? null
}

/** Notes that somebody has the page open. Answers whether they were not seen before. */
export async function notePresence(
  db: Database,
  meeting: Meeting,
  person: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const { rows } = await sql<{ came: boolean }>`
    insert into mdt_presence (meeting, organisation, person, name)
    values (${meeting.id}, ${meeting.organisation}, ${person.id}, ${person.name})
    on conflict (meeting, person) do update set seen_at = clock_timestamp(), name = excluded.name
    returning xmax = 0 or (select p.seen_at < clock_timestamp() - make_interval(secs => ${presentSeconds})
      from mdt_presence p where p.meeting = ${meeting.id} and p.person = ${person.id}) as came`.execute(db)
  const came = rows[0]?.came ?? false
  if (came) await raise(db, meeting.id)
  return came
}

/** Says to every open page that something changed. */
export async function raise(db: Database | Transaction, meeting: string): Promise<void> {
  await sql`update mdt_meeting set revision = revision + 1 where id = ${meeting}`.execute(db)
}
