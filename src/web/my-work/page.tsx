/** The page that one arrives at: what waits, list by list, and what else this person can do. */

import { type Membership, type Role, roleWithin } from '#core/access/role.ts'
import { workLists } from '#core/pathway/due/due.ts'
import { listsFor } from '#core/pathway/list-roles.ts'
import { protectionOf } from '#store/access/people.ts'
import { type Work, workFor } from '#store/access/work.ts'
import { freshen } from '#store/case/freshen.ts'
import { countLists } from '#store/case/lists.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { forbidden } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { inScope, scopeFor } from '../scope.ts'
import { type CountedList, ListSummary } from './list-summary.tsx'
import { pathwayLists } from './pathway-lists.ts'
import { tasksFor } from './tasks.ts'

export async function myWork(c: PageContext) {
  const { person } = c.var
  if (!person) return forbidden(c)
  const { db } = c.var.store
  const [work, protection, ofCases, ofPathways] = await Promise.all([
    workFor(db, person),
    protectionOf(db, person.id),
    countedLists(c),
    pathwayLists(c),
  ])
  const lists = ofCases && [...ofCases, ...ofPathways]
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
      {lists ? <ListSummary c={c} lists={lists} /> : null}
      <h2 className={lists ? 'nhsuk-heading-m' : 'nhsuk-u-visually-hidden'}>Elsewhere</h2>
      <ul className="fp-columns fp-people-cards">
        {tasks.map((task) => (
          <li key={task.href} className="nhsuk-card nhsuk-card--clickable">
            <div className="nhsuk-card__content">
              <h3 className="nhsuk-card__heading nhsuk-heading-s">
                <a className="nhsuk-card__link" href={task.href}>
                  {task.title}
                </a>
              </h3>
              <p className="nhsuk-card__description">{task.words}</p>
            </div>
          </li>
        ))}
      </ul>
    </Page>,
  )
}

/** The lists of this person's roles with what waits on each; null for whom no case concerns. */
async function countedLists(c: PageContext): Promise<readonly CountedList[] | null> {
  const { organisations } = scopeFor(c, 'case:see')
  if (organisations.length === 0) return null
  const lists = listsFor(rolesAt(c.var.person?.memberships ?? [], organisations))
  const now = c.var.now()
  const counts = await inScope(c, 'case:see', async (db) => {
    await freshen(db, organisations, now)
    return countLists(db, organisations, now)
  })
  return lists.map((list) => {
    const counted = counts.find((each) => each.list === list)
    return {
      ...{ key: list, ...workLists[list], href: paths.cases({ list }) },
      ...{ due: counted?.due ?? 0, overdue: counted?.overdue ?? 0 },
    }
  })
}

const rolesAt = (memberships: readonly Membership[], organisations: readonly string[]): readonly Role[] =>
  memberships.flatMap(({ role, organisation }) =>
    organisation && organisations.includes(organisation) ? [role] : [],
  )

function rolesInWords(memberships: readonly Membership[], work: Work): string {
  const roles = memberships.map(({ role, organisation }) => {
    const place = organisation ? work.organisations.get(organisation) : undefined
    const name = roleWithin(role)
    return place ? `${name} at ${place}` : name
  })
  return `You are here as ${new Intl.ListFormat('en-GB').format(roles)}.`
}
