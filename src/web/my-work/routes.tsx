/** The page that one arrives at: what this person can do, by role, and what waits. */

import { type Action, allows } from '#core/access/may.ts'
import { type Membership, type Person, roleNames } from '#core/access/role.ts'
import { protectionOf } from '#store/access/people.ts'
import { type Work, workFor } from '#store/access/work.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { may, type Routes } from '../route.ts'

export function myWorkRoutes(routes: Routes): void {
  routes.get(paths.myWork(), may('account:own'), myWork)
}

async function myWork(c: PageContext) {
  const { person } = c.var
  if (!person) return forbidden(c)
  const { db } = c.var.store
  const [work, protection] = await Promise.all([workFor(db, person), protectionOf(db, person.id)])
  const isUnprotected = protection.hasPassword && !protection.hasSecondStep && protection.passkeys === 0
  const tasks = tasksFor(person, work, c.var.config.demonstration)
  return show(
    c,
    <Page c={c} title="My work" here={paths.myWork()}>
      <h1 className="nhsuk-heading-l">My work</h1>
      <p className="nhsuk-lede-text">{rolesInWords(person.memberships, work)}</p>
      {c.var.config.demonstration ? (
        <p>
          To see what others see, <a href={paths.enterAs()}>enter as someone else</a>.
        </p>
      ) : null}
      {isUnprotected ? (
        <div className="nhsuk-inset-text nhsuk-u-reading-width">
          <span className="nhsuk-u-visually-hidden">Important: </span>
          <p>
            Only a password protects your account.{' '}
            <a href={paths.account()}>Add a passkey or codes from an app</a>.
          </p>
        </div>
      ) : null}
      <ul className="fp-columns fp-people-cards">
        {tasks.map((task) => (
          <li key={task.href} className="nhsuk-card nhsuk-card--clickable">
            <div className="nhsuk-card__content">
              <h2 className="nhsuk-card__heading nhsuk-heading-s">
                <a className="nhsuk-card__link" href={task.href}>
                  {task.title}
                </a>
              </h2>
              <p className="nhsuk-card__description">{task.words}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

function rolesInWords(memberships: readonly Membership[], work: Work): string {
  const roles = memberships.map(({ role, organisation }) => {
    const place = organisation ? work.organisations.get(organisation) : undefined
    // In the middle of a sentence; IO stays IO.
    const name = roleNames[role].replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    return place ? `${name} at ${place}` : name
  })
  return `You are here as ${new Intl.ListFormat('en-GB').format(roles)}.`
}

interface Task {
  readonly title: string
  readonly href: string
  readonly words: string
}

function tasksFor(person: Person, work: Work, isDemonstration: boolean): readonly Task[] {
  const can = (action: Action) => allows(person.memberships, action)
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

const counted = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`
