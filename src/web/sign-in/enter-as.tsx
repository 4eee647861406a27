/** The demonstration's way in: as any of its people, with one button each. There is none such elsewhere. */

import { Button } from 'nhsuk-react-components'
import type { ReactNode } from 'react'
import { roleNames } from '#core/access/role.ts'
import { patientsToEnter } from '#demonstration/patients-to-enter.ts'
import { type DemonstrationPerson, demonstrationPeople } from '#demonstration/staff.ts'
import { logAccess } from '#store/access/log.ts'
import { findPersonByEmail, type KnownPerson } from '#store/access/people.ts'
import { endSession, makeSession } from '#store/access/sessions.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'
import { anyone, type Routes } from '../route.ts'
import { idForm, read } from './forms.ts'
import type { SignIn } from './sign-in.ts'

export function enterAsRoutes(routes: Routes, signIn: SignIn): void {
  // Anyone, and only in the demonstration: elsewhere neither address exists.
  routes.get(paths.enterAs(), anyone, (c) => (c.var.config.demonstration ? choose(c) : notFound(c)))
  routes.post(paths.enterAs(), anyone, (c) => (c.var.config.demonstration ? enter(c, signIn) : notFound(c)))
}

async function choose(c: PageContext) {
  const known = await Promise.all(
    demonstrationPeople.map(async (person) => ({
      ...person,
      known: await findPersonByEmail(c.var.store.db, person.email),
    })),
  )
  return show(c, <EnterAsPage c={c} people={known} />)
}

async function enter(c: PageContext, signIn: SignIn) {
  const { id: key } = await read(c, idForm)
  const chosen = demonstrationPeople.find((person) => person.key === key)
  const { db } = c.var.store
  const person = chosen ? await findPersonByEmail(db, chosen.email) : null
  if (!person) return notFound(c)
  const before = signIn.cookie.read(c)
  if (before) await endSession(db, before)
  const userAgent = c.req.header('user-agent') ?? null
  const session = await makeSession(db, { person: person.id, userAgent, now: c.var.now() })
  await logAccess(db, {
    person: person.id,
    by: person.id,
    event: 'signed-in',
    detail: { with: 'demonstration' },
  })
  signIn.forget()
  signIn.cookie.set(c, session.token, session.expiresAt)
  return c.redirect(paths.myWork(), 303)
}

/** What everyone calls them: the name without the family's, "Dr Rhea". */
const calledName = (person: Pick<DemonstrationPerson, 'name'>): string => person.name.replace(/ \S+$/, '')

interface EnterAsProps {
  readonly c: PageContext
  readonly people: readonly (DemonstrationPerson & { readonly known: KnownPerson | null })[]
}

function EnterAsPage({ c, people }: EnterAsProps) {
  return (
    <Page c={c} title="Enter as a person">
      <h1 className="nhsuk-heading-l">Enter as a person</h1>
      <p className="nhsuk-u-reading-width">
        Everyone here is invented. Choose whose work you want to see; come back to this page to become someone
        else. In a real installation people sign in with a password, a passkey or their organisation’s own
        sign-in.
      </p>
      <ul className="fp-columns fp-people-cards">
        {people.map(({ key, role, known, does, ...person }) =>
          known ? (
            <Card
              key={key}
              heading={<h2 className={cardHeading}>{roleNames[role]}</h2>}
              says={`${[person.name, known.roles[0]?.organisationName].filter(Boolean).join(', ')}. ${does}`}
              action={paths.enterAs()}
              chosen={key}
            >
              Enter as {calledName(person)}
            </Card>
          ) : null,
        )}
      </ul>
      <Patients />
    </Page>
  )
}

function Patients() {
  return (
    <section aria-labelledby="patients">
      <h2 className="nhsuk-heading-m" id="patients">
        As a patient
      </h2>
      <p className="nhsuk-u-reading-width">
        Patients have no account. In a real installation a nurse hands over a link or a square code, and the
        patient’s date of birth opens it; here one button does.
      </p>
      <ul className="fp-columns fp-people-cards">
        {patientsToEnter.map(({ key, title, shows }) => (
          <Card
            key={key}
            heading={<h3 className={cardHeading}>{title}</h3>}
            says={shows}
            action={paths.enterAsPatient()}
            chosen={key}
          >
            Open their page<span className="nhsuk-u-visually-hidden">: {title}</span>
          </Card>
        ))}
      </ul>
    </section>
  )
}

const cardHeading = 'nhsuk-card__heading nhsuk-heading-s'

interface CardProps {
  readonly heading: ReactNode
  readonly says: string
  readonly action: string
  /** Which of them its button enters as. */
  readonly chosen: string
  /** The button's words. */
  readonly children: ReactNode
}

function Card({ heading, says, action, chosen, children }: CardProps) {
  return (
    <li className="nhsuk-card">
      <div className="nhsuk-card__content">
        {heading}
        <p className="nhsuk-card__description">{says}</p>
        <form method="post" action={action}>
          <input type="hidden" name="id" value={chosen} />
          <Button small preventDoubleClick>
            {children}
          </Button>
        </form>
      </div>
    </li>
  )
}
