/** Choosing a password: on the set-up link, on a join link. */

import { Button, PasswordInput, TextInput } from 'nhsuk-react-components'
import { shortestPassword } from '#core/access/password.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

const passwordHint = `${shortestPassword} characters or more. A few words that mean something to you only are easiest to keep.`

export function NewPasswordFields({ problems }: { readonly problems: readonly FieldProblem[] }) {
  return (
    <>
      <PasswordInput
        id="password"
        name="password"
        label="New password"
        hint={passwordHint}
        autoComplete="new-password"
        {...errorFor(problems, 'password')}
      />
      <PasswordInput
        id="again"
        name="again"
        label="The same password again"
        autoComplete="new-password"
        {...errorFor(problems, 'again')}
      />
    </>
  )
}

interface SetUpPageProps {
  readonly c: PageContext
  readonly token: string
  readonly name: string
  readonly email: string
  readonly problems: readonly FieldProblem[]
}

export function SetUpPage({ c, token, name, email, problems }: SetUpPageProps) {
  return (
    <Page c={c} title="Set up Fourth Pillar" hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Set up Fourth Pillar</h1>
        <p>
          You will be its first administrator and census lead: you can add people, make a census and run it.
          This link works once.
        </p>
        <form method="post" action={paths.setUp(token)} noValidate>
          <TextInput
            id="name"
            name="name"
            label="Your full name"
            autoComplete="name"
            spellCheck={false}
            defaultValue={name}
            {...errorFor(problems, 'name')}
          />
          <TextInput
            id="email"
            name="email"
            label="Your work e-mail address"
            type="email"
            autoComplete="username"
            spellCheck={false}
            defaultValue={email}
            {...errorFor(problems, 'email')}
          />
          <NewPasswordFields problems={problems} />
          <Button>Become the administrator</Button>
        </form>
      </div>
    </Page>
  )
}

interface JoinPageProps {
  readonly c: PageContext
  readonly token: string
  readonly name: string
  readonly email: string
  readonly problems: readonly FieldProblem[]
}

export function JoinPage({ c, token, name, email, problems }: JoinPageProps) {
  return (
    <Page c={c} title="Choose your password" hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Choose your password</h1>
        <p>
          You are <strong>{name}</strong> and sign in as <strong className="fp-wrap">{email}</strong>. If that
          is not you, close this page and tell whoever sent you the link.
        </p>
        <form method="post" action={paths.joinAs(token)} noValidate>
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <NewPasswordFields problems={problems} />
          <Button>Save and sign in</Button>
        </form>
      </div>
    </Page>
  )
}
