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

export function tasksFor(person: Person, work: Work, isDemonstration: boolean): readonly Task[] {
  const can = (action: Action) => allows(person.memberships, action)
  const canAtOwn = (action: Action) =>
    [...work.organisations.keys()].some((code) => allows(person.memberships, action, code))
  const tasks: Task[] = []
  for (const edition of can('census:see') ? work.openEditions : []) {
    const waiting = edition.members - edition.responses
    tasks.push({
      title: edition.title,
      href: paths.censusRoom(edition.id),
      words: `${edition.responses} of ${edition.members} organisations have answered${waiting > 0 ? `; ${waiting} have not` : ''}.`,
    })
    if (can('census:telephone') && waiting > 0) {
      tasks.push({
        title: 'Organisations to ring',
        href: paths.censusRoomPart(edition.id, 'telephone'),
        words: `Who in ${edition.title} has not answered, whom to ring, and what was said before.`,
      })
    }
  }
  for (const [code, name] of work.organisations) {
    if (!allows(person.memberships, 'service:see', code)) continue
    tasks.push({
      title: name,
      href: paths.service(code),
      words: 'What your service answered, edition by edition.',
    })
  }
  if (person.memberships.some(({ role }) => operates(role))) {
    tasks.push({
      title: 'Logbook',
      href: paths.logbook(),
      words: 'The sessions at which you operated, with their outcomes, for your appraisal.',
    })
  }
  if (canAtOwn('looks:see')) {
    tasks.push(
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
    )
  }
  if (can('census:see')) {
    const words = can('census:lead')
      ? 'Every edition: make one, open it, follow it, close it, compare it.'
      : 'Every edition: its responses, its tables, and how two of them differ.'
    if (can('census:lead') && work.openEditions.length === 0) {
      tasks.push({
        title: 'Make an edition',
        href: paths.censusNew(),
        words: 'None is open. Make one, open it, then invite: nobody is written to before that.',
      })
    }
    tasks.push({ title: 'All editions', href: paths.census(), words })
  }
  if (can('people:manage')) {
    tasks.push({
      title: 'People',
      href: paths.people(),
      words: `${counted(work.people, 'person has', 'people have')} a role${work.waitingToJoin > 0 && !isDemonstration ? `; ${work.waitingToJoin} not signed in yet` : ''}.`,
    })
  }
  if (can('directory:manage')) {
    tasks.push({
      title: 'Directory',
      href: paths.directory(),
      words: 'Organisations, and whom to write to and ring at each.',
    })
  }
  if (can('outbox:see')) {
    tasks.push({ title: 'Outbox', href: paths.outbox(), words: 'Mail that waits, was sent, or was refused.' })
  }
  if (can('record:verify')) {
    tasks.push({
      title: 'Record',
      href: paths.integrity(),
      words: 'Check that no entry was changed, and see the daily seals.',
    })
  }
  tasks.push(
    { title: 'National map', href: paths.map(), words: 'Who provides what, and how a patient gets there.' },
    { title: 'Figures', href: paths.figures(), words: 'Charts and tables with denominators, ready to cite.' },
  )
  return tasks
}

/** Whether the role can be named as operator of a session, and so has a logbook. */
const operates = (role: Role) => (rolesThatRecord('treatment') as readonly Role[]).includes(role)

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
