/** Signing in: by e-mail and password, by passkey, by the organisation's own sign-in; then the code. */

import { Button, PasswordInput, TextInput } from 'nhsuk-react-components'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface SignInPageProps {
  readonly c: PageContext
  readonly then: string
  readonly email: string
  readonly openIdName: string | null
  readonly problems: readonly FieldProblem[]
}

export function SignInPage({ c, then, email, openIdName, problems }: SignInPageProps) {
  return (
    <Page c={c} title="Sign in" islands={['passkey']} hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Sign in</h1>
        <p>
          For people who run the census or work in a service. To answer the census, use the link in the e-mail
          that you were sent: it needs no account.
        </p>
        <form method="post" action={paths.signIn()} noValidate>
          <input type="hidden" name="next" value={then} />
          <TextInput
            id="email"
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="username webauthn"
            spellCheck={false}
            width={30}
            defaultValue={email}
            {...errorFor(problems, 'email')}
          />
          <PasswordInput
            id="password"
            name="password"
            label="Password"
            autoComplete="current-password"
            {...errorFor(problems, 'password')}
          />
          <Button>Sign in</Button>
        </form>
        <div className="fp-passkey" data-passkey="sign-in" data-then={then} hidden>
          <h2 className="nhsuk-heading-s">Other ways to sign in</h2>
          <button type="button" className="nhsuk-button nhsuk-button--secondary">
            Sign in with a passkey
          </button>
          <p role="status" />
        </div>
        {openIdName ? (
          <p>
            <a href={paths.signInOpenId(then)}>Sign in with {openIdName}</a>
          </p>
        ) : null}
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">I cannot sign in</span>
          </summary>
          <div className="nhsuk-details__text">
            <p>
              Ask an administrator of Fourth Pillar for a new link. It lets you choose a new password, and it
              works once.
            </p>
          </div>
        </details>
      </div>
    </Page>
  )
}

interface CodePageProps {
  readonly c: PageContext
  readonly then: string
  readonly kind: 'totp' | 'backup'
  readonly problems: readonly FieldProblem[]
}

export function CodePage({ c, then, kind, problems }: CodePageProps) {
  const isBackup = kind === 'backup'
  return (
    <Page c={c} title="Enter your code" backHref={paths.signIn(then)} hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Enter your code</h1>
        <form method="post" action={paths.signInCode()} noValidate>
          <input type="hidden" name="next" value={then} />
          <input type="hidden" name="kind" value={kind} />
          {isBackup ? (
            <TextInput
              key="backup"
              id="code"
              name="code"
              label="Backup code"
              hint="One of the ten that you kept when you set up codes. Each works once."
              autoComplete="off"
              spellCheck={false}
              width={20}
              {...errorFor(problems, 'code')}
            />
          ) : (
            <TextInput
              key="totp"
              id="code"
              name="code"
              label="6 digit code"
              hint="From the authenticator app on your phone."
              autoComplete="one-time-code"
              inputMode="numeric"
              width={5}
              {...errorFor(problems, 'code')}
            />
          )}
          <Button>Continue</Button>
        </form>
        <p>
          {isBackup ? (
            <a href={paths.signInCode(then)}>Use a code from your app instead</a>
          ) : (
            <a href={paths.signInCode(then, 'backup')}>Use a backup code instead</a>
          )}
        </p>
      </div>
    </Page>
  )
}
