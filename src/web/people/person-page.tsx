/** One person: roles given and taken, the link to a first or new password, and what was done before. */

import { Button } from 'nhsuk-react-components'
import type { LoggedAccess } from '#store/access/log.ts'
import type { KnownPerson } from '#store/access/people.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import { DataTable } from '../components/table.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { eventWords } from './event-words.ts'
import { roleWords, waysIn } from './list-page.tsx'
import { type OrganisationChoice, RoleFields } from './role-fields.tsx'

interface PersonPageProps {
  readonly c: PageContext
  readonly person: KnownPerson
  readonly history: readonly LoggedAccess[]
  readonly organisations: readonly OrganisationChoice[]
  readonly form: { readonly role: string; readonly organisation: string }
  readonly done: string | null
  readonly problems: readonly FieldProblem[]
}

export function PersonPage({ c, person, history, organisations, form, done, problems }: PersonPageProps) {
  return (
    <Page
      c={c}
      title="Person"
      here={paths.people()}
      breadcrumbs={[{ text: 'People', href: paths.people() }]}
      hasErrors={problems.length > 0}
    >
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">{person.name}</h1>
        {done ? (
          <div className="nhsuk-inset-text" role="status">
            <p>{done}</p>
          </div>
        ) : null}
        <dl className="nhsuk-summary-list">
          <Row name="E-mail address">
            <span className="fp-wrap">{person.email}</span>
          </Row>
          <Row name="Signs in with">{waysIn(person)}</Row>
          <Row name="Last signed in">
            {person.lastSignedInAt ? dateTimeWords(person.lastSignedInAt) : 'Not yet'}
          </Row>
          <Row name="Added">{dateWords(person.addedAt)}</Row>
        </dl>
        <RolesHeld person={person} />
        <details className="nhsuk-details" open={problems.length > 0 || person.roles.length === 0}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Give another role</span>
          </summary>
          <div className="nhsuk-details__text">
            <form method="post" action={paths.personPart(person.id, 'give-role')} noValidate>
              <RoleFields {...form} organisations={organisations} problems={problems} />
              <Button secondary>Give this role</Button>
            </form>
          </div>
        </details>
        <Access person={person} />
      </div>
      <History history={history} />
    </Page>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row">
      <dt className="nhsuk-summary-list__key">{name}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}

function RolesHeld({ person }: { readonly person: KnownPerson }) {
  return (
    <section aria-labelledby="roles">
      <h2 className="nhsuk-heading-m" id="roles">
        Roles
      </h2>
      {person.roles.length === 0 ? <p>No role: this person cannot sign in.</p> : null}
      <ul className="fp-rows">
        {person.roles.map((held) => (
          <li key={held.role + held.organisation}>
            <span>{roleWords(held)}</span>
            <form method="post" action={paths.personPart(person.id, 'take-role')}>
              <input type="hidden" name="role" value={held.role} />
              <input type="hidden" name="organisation" value={held.organisation ?? ''} />
              <Button secondary small>
                Remove<span className="nhsuk-u-visually-hidden"> {roleWords(held)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Access({ person }: { readonly person: KnownPerson }) {
  return (
    <section aria-labelledby="access">
      <h2 className="nhsuk-heading-m" id="access">
        Signing in
      </h2>
      <form method="post" action={paths.personPart(person.id, 'link')}>
        <p>
          A link lets {person.name} choose {person.hasPassword ? 'a new password' : 'a password'}. It works
          once, for 7 days; a link made before stops working.
        </p>
        <Button secondary>{person.hasPassword ? 'Make a link for a new password' : 'Make a new link'}</Button>
      </form>
      {person.hasSecondStep ? (
        <form method="post" action={paths.personPart(person.id, 'codes-off')}>
          <p>
            If they lost the phone that makes their codes, and their backup codes, turn codes off for them.
          </p>
          <Button secondary>Turn codes off</Button>
        </form>
      ) : null}
      {person.roles.length > 0 || person.hasPassword ? (
        <p>
          <a href={paths.personPart(person.id, 'remove-access')}>Remove all access of {person.name}</a>
        </p>
      ) : null}
    </section>
  )
}

function History({ history }: { readonly history: readonly LoggedAccess[] }) {
  return (
    <DataTable
      stacks
      caption="What was done, newest first"
      keyOf={(entry) => `${entry.at.toISOString()}${entry.event}${entry.detail.role ?? ''}`}
      rows={history}
      empty="Nothing yet."
      columns={[
        { heading: 'When', cell: (entry) => dateTimeWords(entry.at) },
        { heading: 'What', names: true, cell: eventWords },
        { heading: 'By', cell: (entry) => entry.byName ?? byWords(entry.by) },
      ]}
    />
  )
}

const byWords = (by: string): string =>
  by === 'demonstration' ? 'The demonstration' : 'A person no longer known'
