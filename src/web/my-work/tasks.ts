/** What a person can go to from their own page beside the work lists: editions, organisations, what they keep. */

import { type Action, allows } from '#core/access/may.ts'
import { rolesThatRecord } from '#core/access/record.ts'
import type { Person, Role } from '#core/access/role.ts'
import type { Work } from '#store/access/work.ts'
import { paths } from '../paths.ts'

export interface Task {
  readonly title: string
  readonly href: string
  readonly words: string
}

/** Whose page it is, and what they may do. */
interface For {
  readonly person: Person
  readonly work: Work
  readonly isDemonstration: boolean
  readonly can: (action: Action) => boolean
}

export function tasksFor(person: Person, work: Work, isDemonstration: boolean): readonly Task[] {
  const can = (action: Action) => allows(person.memberships, action)
  const whose: For = { person, work, isDemonstration, can }
  return [...underWay(whose), ...ofOwnService(whose), ...ofEditions(whose), ...ofNode(whose), ...ofEverybody]
}

/** Editions under way, and whom to ring in them. */
function underWay({ work, can }: For): readonly Task[] {
  if (!can('census:see')) return []
  return work.openEditions.flatMap(({ id, title, members, responses }) => {
    const waiting = members - responses
    const room: Task = {
      title,
      href: paths.censusRoom(id),
      words: `${responses} of ${members} organisations have answered${waiting > 0 ? `; ${waiting} have not` : ''}.`,
    }
    const telephone: Task = {
      title: 'Organisations to ring',
      href: paths.censusRoomPart(id, 'telephone'),
      words: `Who in ${title} has not answered, whom to ring, and what was said before.`,
    }
    return can('census:telephone') && waiting > 0 ? [room, telephone] : [room]
  })
}

function ofOwnService({ person: { memberships }, work: { organisations } }: For): readonly Task[] {
  const services = [...organisations]
    .filter(([code]) => allows(memberships, 'service:see', code))
    .map(
      ([code, name]): Task => ({
        title: name,
        href: paths.service(code),
        words: 'What your service answered, edition by edition.',
      }),
    )
  const logbook: Task = {
    title: 'Logbook',
    href: paths.logbook(),
    words: 'The sessions at which you operated, with their outcomes, for your appraisal.',
  }
  const looks: readonly Task[] = [
    {
      title: 'Who looked',
      href: paths.looks(),
      words: 'Every look at a patient of your organisation: who, when, at which page.',
    },
    {
      title: 'Break-glass',
      href: paths.breakGlassUses(),
      words: 'Who opened a patient from elsewhere, and the reason that they gave.',
    },
  ]
  const seesLooks = [...organisations.keys()].some((code) => allows(memberships, 'looks:see', code))
  return [
    ...services,
    ...(memberships.some(({ role }) => operates(role)) ? [logbook] : []),
    ...(seesLooks ? looks : []),
  ]
}

function ofEditions({ work, can }: For): readonly Task[] {
  if (!can('census:see')) return []
  const make: Task = {
    title: 'Make an edition',
    href: paths.censusNew(),
    words: 'None is open. Make one, open it, then invite: nobody is written to before that.',
  }
  const words = can('census:lead')
    ? 'Every edition: make one, open it, follow it, close it, compare it.'
    : 'Every edition: its responses, its tables, and how two of them differ.'
  return [
    ...(can('census:lead') && work.openEditions.length === 0 ? [make] : []),
    { title: 'All editions', href: paths.census(), words },
  ]
}

/** What whoever runs the node keeps. */
function ofNode({ work, isDemonstration, can }: For): readonly Task[] {
  const waiting =
    work.waitingToJoin > 0 && !isDemonstration ? `; ${work.waitingToJoin} not signed in yet` : ''
  const all: readonly (Task & { readonly needs: Action })[] = [
    {
      needs: 'people:manage',
      title: 'People',
      href: paths.people(),
      words: `${counted(work.people, 'person has', 'people have')} a role${waiting}.`,
    },
    {
      needs: 'directory:manage',
      title: 'Directory',
      href: paths.directory(),
      words: 'Organisations, and whom to write to and ring at each.',
    },
    {
      needs: 'outbox:see',
      title: 'Outbox',
      href: paths.outbox(),
      words: 'Mail that waits, was sent, or was refused.',
    },
    {
      needs: 'record:verify',
      title: 'Record',
      href: paths.integrity(),
      words: 'Check that no entry was changed, and see the daily seals.',
    },
  ]
  return all.filter(({ needs }) => can(needs)).map(({ needs: _, ...task }) => task)
}

const ofEverybody: readonly Task[] = [
  { title: 'National map', href: paths.map(), words: 'Who provides what, and how a patient gets there.' },
  { title: 'Figures', href: paths.figures(), words: 'Charts and tables with denominators, ready to cite.' },
]

/** Whether the role can be named as operator of a session, and so has a logbook. */
const operates = (role: Role) => (rolesThatRecord('treatment') as readonly Role[]).includes(role)

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
