/** The tables of migrations/0010_meeting.sql. All of them are under row-level security, by organisation. */

import type { Generated } from 'kysely'
import type { Because, ItemState } from '#core/meeting/list.ts'
import type { MemberRole, Weekday } from '#core/meeting/team.ts'

export interface MeetingTables {
  mdt_team: MdtTeamTable
  mdt_member: MdtMemberTable
  mdt_meeting: MdtMeetingTable
  mdt_attendance: MdtAttendanceTable
  mdt_item: MdtItemTable
  mdt_presence: MdtPresenceTable
}

export interface MdtTeamTable {
  id: string
  organisation: string
  name: string
  tumour_sites: string[]
  weekday: Weekday | null
  /** `08:30:00`, as clocks in the United Kingdom show it. */
  at_time: string
  every_weeks: number
  minutes: number
  cut_off_hours: number
  place: string | null
  ended_at: Date | null
  changed_at: Generated<Date>
}

export interface MdtMemberTable {
  id: string
  team: string
  organisation: string
  name: string
  person: string | null
  role: MemberRole
  core: boolean
}

export type MeetingState = 'planned' | 'under-way' | 'held' | 'cancelled'

export interface MdtMeetingTable {
  id: string
  team: string
  organisation: string
  at: Date
  minutes: number
  cut_off_at: Date
  place: string | null
  state: Generated<MeetingState>
  case_shown: string | null
  revision: Generated<number>
}

export interface MdtAttendanceTable {
  meeting: string
  organisation: string
  name: string
  role: MemberRole
  core: boolean
  present: boolean
}

export interface MdtItemTable {
  id: string
  meeting: string
  organisation: string
  case_id: string
  place: number
  because: Because
  state: Generated<ItemState>
  question: Generated<string>
  images: Generated<string>
  recommendation: string | null
  procedure: string | null
  at_place: string | null
  acts_next: string | null
  notes: string | null
  entry: string | null
  revision: Generated<number>
  changed_by: string | null
  added_late: Generated<boolean>
}

export interface MdtPresenceTable {
  meeting: string
  organisation: string
  person: string
  name: string
  seen_at: Generated<Date>
}
