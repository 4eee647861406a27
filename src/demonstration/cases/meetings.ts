/** The MDTs of the demonstration's services, and the meetings that they have held. */

import { v7 as uuid } from 'uuid'
import { nextMeetings } from '#core/meeting/recurrence.ts'
import type { MemberRole, Weekday } from '#core/meeting/team.ts'
import { personName } from '../names.ts'
import type { Chance } from '../random.ts'
import type { Team } from './team.ts'

/** Which tumour sites each team discusses: together all that a referral can name. */
export const teamSites = {
  Hepatobiliary: [
    'hepatocellular',
    'cholangiocarcinoma',
    'liver-metastases-colorectal',
    'liver-metastases-neuroendocrine',
    'liver-metastases-other',
    'pancreas',
  ],
  'Urology and gynaecology': ['kidney', 'bladder-ureter', 'prostate', 'gynaecological'],
  Thoracic: ['lung', 'breast', 'lymphoma', 'head-and-neck'],
  Gastrointestinal: ['colorectal', 'oesophago-gastric', 'bone', 'other', 'unknown'],
} as const
export type TeamName = keyof typeof teamSites

export interface TeamMember {
  readonly name: string
  readonly person: string | null
  readonly role: MemberRole
  readonly core: boolean
}

export interface DemonstrationMeeting {
  readonly id: string
  readonly at: Date
  /** Now and then the radiologist is on leave. */
  readonly radiologistCame: boolean
}

export interface MdtTeam {
  readonly id: string
  readonly name: TeamName
  readonly radiologistIsCore: boolean
  readonly weekday: Weekday
  readonly time: string
  readonly members: readonly TeamMember[]
  /** Those that were held, by time, and some weeks ahead. */
  readonly meetings: readonly DemonstrationMeeting[]
}

/** A service's teams; `index` spreads the services over the week. */
export function teamsOf(
  chance: Chance,
  team: Team,
  from: Date,
  now: Date,
  index: number,
): readonly MdtTeam[] {
  return (Object.keys(teamSites) as TeamName[]).map((name, at) => {
    const weekday = (1 + ((index + at) % 5)) as Weekday
    const time = `${String(8 + ((index + at) % 3)).padStart(2, '0')}:30`
    const radiologistIsCore = chance.next() < 0.75
    return {
      id: idAt(chance, from),
      name,
      radiologistIsCore,
      weekday,
      time,
      members: membersOf(chance, team, radiologistIsCore),
      meetings: meetingsOf(chance, { weekday, time }, from, now),
    }
  })
}

function meetingsOf(
  chance: Chance,
  { weekday, time }: Pick<MdtTeam, 'weekday' | 'time'>,
  from: Date,
  now: Date,
): readonly DemonstrationMeeting[] {
  const weeks = Math.ceil((now.getTime() - from.getTime()) / (7 * 86_400_000)) + 8
  return nextMeetings({ weekday, time, everyWeeks: 1 }, from.toISOString(), weeks).map((moment) => {
    const at = new Date(moment)
    return { id: idAt(chance, at), at, radiologistCame: chance.next() < 0.94 }
  })
}

function membersOf(chance: Chance, team: Team, radiologistIsCore: boolean): readonly TeamMember[] {
  const other = (role: MemberRole): TeamMember => ({
    name: `Dr ${personName(chance)}`,
    person: null,
    role,
    core: true,
  })
  const [radiologist] = team.radiologists
  const members: readonly TeamMember[] = [
    ...(radiologist
      ? [
          {
            name: radiologist.name,
            person: radiologist.person,
            role: 'interventional-radiologist' as const,
            core: radiologistIsCore,
          },
        ]
      : []),
    other('medical-oncologist'),
    other('surgeon'),
    other('pathologist'),
    {
      name: team.nurseSpecialist.name,
      person: team.nurseSpecialist.person,
      role: 'nurse-specialist',
      core: true,
    },
    { name: team.coordinator.name, person: team.coordinator.person, role: 'coordinator', core: true },
  ]
  // Two invented people may have come by one name.
  return [...new Map(members.map((member) => [member.name.toLowerCase(), member])).values()]
}

const idAt = (chance: Chance, at: Date) => uuid({ msecs: at.getTime(), random: chance.bytes(16) })
