/** Adding a person, the link that is shown once, and asking whether one is sure. */

import { Button, TextInput } from 'nhsuk-react-components'
import type { KnownPerson } from '#store/access/people.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { type OrganisationChoice, RoleFields } from './role-fields.tsx'

const crumbs = [{ text: 'People', href: paths.people() }]

interface NewPersonProps {
  readonly c: PageContext
  readonly form: {
    readonly name: string
    readonly email: string
    readonly role: string
    readonly organisation: string
  }
  readonly organisations: readonly OrganisationChoice[]
  readonly problems: readonly FieldProblem[]
}

export function NewPersonPage({ c, form, organisations, problems }: NewPersonProps) {
  return (
    <Page
      c={c}
      title="Add a person"
      here={paths.people()}
      breadcrumbs={crumbs}
      hasErrors={problems.length > 0}
    >
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Add a person</h1>
        <form method="post" action={paths.personNew()} noValidate>
          <TextInput
            id="name"
            name="name"
            label="Full name"
            autoComplete="off"
            spellCheck={false}
            defaultValue={form.name}
            {...errorFor(problems, 'name')}
          />
          <TextInput
            id="email"
            name="email"
            label="Work e-mail address"
            hint="They sign in with it. An organisation’s own sign-in must confirm the same address."
            type="email"
            autoComplete="off"
            spellCheck={false}
            defaultValue={form.email}
            {...errorFor(problems, 'email')}
          />
          <RoleFields {...form} organisations={organisations} problems={problems} />
          <Button>Add this person</Button>
        </form>
      </div>
    </Page>
  )
}

interface LinkPageProps {
  readonly c: PageContext
  readonly person: KnownPerson
  readonly link: string
  readonly mailed: boolean
}

export function LinkPage({ c, person, link, mailed }: LinkPageProps) {
  return (
    <Page c={c} title="Link made" here={paths.people()} breadcrumbs={crumbs}>
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">A link for {person.name}</h1>
        <p>
          {mailed
            ? `It is on its way to ${person.email}. `
            : 'Copy it and send it to them in a way that you trust. '}
          It lets whoever opens it choose the password of {person.name}. It works once, for 7 days, and{' '}
          <strong>is not shown again</strong>.
        </p>
        <p className="fp-link-once">{link}</p>
        <p>
          <a href={paths.personOf(person.id)}>Go to {person.name}</a>
        </p>
      </div>
    </Page>
  )
}

interface SureProps {
  readonly c: PageContext
  readonly person: KnownPerson
  readonly what: 'remove-access' | 'own-administrator'
}

export function SurePage({ c, person, what }: SureProps) {
  const isOwn = what === 'own-administrator'
  const title = isOwn ? 'Stop being an administrator?' : `Remove all access of ${person.name}?`
  return (
    <Page c={c} title={isOwn ? title : 'Remove all access'} here={paths.people()} breadcrumbs={crumbs}>
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">{title}</h1>
        <p>
          {isOwn
            ? 'You will not see these pages any more. Another administrator can give you the role back.'
            : 'They are signed out at once, everywhere, and lose every role, their password and their passkeys. What they did stays in the record.'}
        </p>
        <form method="post" action={paths.personPart(person.id, isOwn ? 'take-role' : 'remove-access')}>
          {isOwn ? <input type="hidden" name="role" value="administrator" /> : null}
          <input type="hidden" name="sure" value="yes" />
          <Button warning>{isOwn ? 'Stop being an administrator' : 'Remove all access'}</Button>
        </form>
        <p>
          <a href={paths.personOf(person.id)}>Leave it as it is</a>
        </p>
      </div>
    </Page>
  )
}
