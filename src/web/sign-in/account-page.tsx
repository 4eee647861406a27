/** The account page: what protects one's sign-in, and where one is signed in. */

import { Button, PasswordInput, SummaryList } from 'nhsuk-react-components'
import { roleNames } from '#core/access/role.ts'
import type { KnownPerson } from '#store/access/people.ts'
import type { SessionInfo } from '#store/access/sessions.ts'
import { dateTimeWords, dateWords } from '../components/dates.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { browserWords } from './browser.ts'
import { NewPasswordFields } from './choose-password-page.tsx'

export interface AccountPageProps {
  readonly c: PageContext
  readonly person: KnownPerson
  readonly sessions: readonly SessionInfo[]
  readonly passkeys: readonly { readonly id: string; readonly name: string; readonly addedAt: Date | null }[]
  /** Signed in a short while ago, as adding a passkey demands. */
  readonly isFresh: boolean
  readonly openIdName: string | null
  readonly done: string | null
  readonly problems: readonly FieldProblem[]
}

export function AccountPage(props: AccountPageProps) {
  const { c, person, passkeys, openIdName, done, problems } = props
  const isUnprotected = person.hasPassword && !person.hasSecondStep && passkeys.length === 0
  return (
    <Page c={c} title="Your account" islands={['passkey']} hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width fp-account">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Your account</h1>
        {done ? (
          <div className="nhsuk-inset-text" role="status">
            <p>{done}</p>
          </div>
        ) : null}
        {isUnprotected ? <PasswordOnly /> : null}
        <Who person={person} openIdName={openIdName} />
        <Passkeys {...props} />
        {person.hasPassword ? <Codes person={person} problems={problems} /> : null}
        {person.hasPassword ? <Password problems={problems} /> : null}
        <Sessions sessions={props.sessions} />
      </div>
    </Page>
  )
}

function PasswordOnly() {
  return (
    <div className="nhsuk-card nhsuk-card--warning">
      <div className="nhsuk-card__content">
        <h2 className="nhsuk-card__heading">
          <span>
            <span className="nhsuk-u-visually-hidden">Important: </span>
            Only a password protects your account
          </span>
        </h2>
        <p>Whoever learns it can do what you can do. Add a passkey, or set up codes from an app, below.</p>
      </div>
    </div>
  )
}

function Who({ person, openIdName }: { readonly person: KnownPerson; readonly openIdName: string | null }) {
  const ways = [
    ...(person.hasPassword ? ['E-mail and password'] : []),
    ...(person.passkeys > 0 ? ['Passkey'] : []),
    ...(person.hasOpenId ? [openIdName ?? 'OpenID'] : []),
  ]
  return (
    <SummaryList>
      <Row name="Name">{person.name}</Row>
      <Row name="E-mail address">
        <span className="fp-wrap">{person.email}</span>
      </Row>
      <Row name="Roles">
        {person.roles.map((held) => (
          <div key={held.role + held.organisation}>
            {roleNames[held.role]}
            {held.organisationName ? `, ${held.organisationName}` : ''}
          </div>
        ))}
      </Row>
      <Row name="You sign in with">{ways.join(', ') || 'Not set up'}</Row>
    </SummaryList>
  )
}

function Row({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <SummaryList.Row>
      <SummaryList.Key>{name}</SummaryList.Key>
      <SummaryList.Value>{children}</SummaryList.Value>
    </SummaryList.Row>
  )
}

function Passkeys({ passkeys, isFresh }: AccountPageProps) {
  return (
    <section aria-labelledby="passkeys">
      <h2 className="nhsuk-heading-m" id="passkeys">
        Passkeys
      </h2>
      <p>
        A passkey is kept by your phone, computer or security key and opened with your finger, face or PIN. It
        is quicker than a password and cannot be given away.
      </p>
      {passkeys.length > 0 ? (
        <ul className="fp-rows">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <span>
                {passkey.name}
                {passkey.addedAt ? `, added ${dateWords(passkey.addedAt)}` : ''}
              </span>
              <form method="post" action={paths.accountPart('passkey-remove')}>
                <input type="hidden" name="id" value={passkey.id} />
                <Button secondary small>
                  Remove<span className="nhsuk-u-visually-hidden"> {passkey.name}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      ) : null}
      {isFresh ? (
        <>
          <div data-passkey="add" hidden>
            <button type="button" className="nhsuk-button nhsuk-button--secondary">
              Add a passkey
            </button>
            <p role="status" />
          </div>
          <noscript>
            <p>Adding a passkey needs scripts, which are off in this browser.</p>
          </noscript>
        </>
      ) : (
        <p>To add a passkey, sign out and in again: it can be added within an hour of signing in.</p>
      )}
    </section>
  )
}

interface FormProps {
  readonly problems: readonly FieldProblem[]
}

function Codes({ person, problems }: FormProps & { readonly person: KnownPerson }) {
  return (
    <section aria-labelledby="codes">
      <h2 className="nhsuk-heading-m" id="codes">
        Codes from an app
      </h2>
      {person.hasSecondStep ? (
        <>
          <p>
            <strong>On.</strong> After your password, you enter a code from the authenticator app on your
            phone.
          </p>
          <PasswordAsked
            part="backup-codes"
            field="backup-password"
            summary="Make new backup codes"
            problems={problems}
          />
          <PasswordAsked part="codes-off" field="off-password" summary="Turn codes off" problems={problems} />
        </>
      ) : (
        <>
          <p>
            <strong>Off.</strong> With codes, a password alone does not open your account: an app on your
            phone makes a new code every 30 seconds.
          </p>
          <PasswordAsked
            part="codes-start"
            field="codes-password"
            summary="Set up codes"
            problems={problems}
          />
        </>
      )}
    </section>
  )
}

interface AskedProps extends FormProps {
  readonly part: string
  readonly field: string
  readonly summary: string
}

function PasswordAsked({ part, field, summary, problems }: AskedProps) {
  const isOpen = problems.some((problem) => problem.field === field)
  return (
    <details className="nhsuk-details" open={isOpen}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        <form method="post" action={paths.accountPart(part)} noValidate>
          <PasswordInput id={field} name="password" label="Your password" {...errorFor(problems, field)} />
          <Button secondary>{summary}</Button>
        </form>
      </div>
    </details>
  )
}

function Password({ problems }: FormProps) {
  const isOpen = problems.some(
    ({ field }) => field === 'current' || field === 'password' || field === 'again',
  )
  return (
    <section aria-labelledby="change-password">
      <h2 className="nhsuk-heading-m" id="change-password">
        Password
      </h2>
      <details className="nhsuk-details" open={isOpen}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">Change your password</span>
        </summary>
        <div className="nhsuk-details__text">
          <form method="post" action={paths.accountPart('password')} noValidate>
            <PasswordInput
              id="current"
              name="current"
              label="Your password now"
              {...errorFor(problems, 'current')}
            />
            <NewPasswordFields problems={problems} />
            <Button secondary>Change your password</Button>
          </form>
        </div>
      </details>
    </section>
  )
}

function Sessions({ sessions }: { readonly sessions: readonly SessionInfo[] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 className="nhsuk-heading-m" id="sessions">
        Where you are signed in
      </h2>
      <ul className="fp-rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <span>
              {browserWords(session.userAgent)}
              {session.isThisOne ? ' (here)' : ''}, since {dateTimeWords(session.startedAt)}, until{' '}
              {dateTimeWords(session.expiresAt)}
            </span>
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={paths.accountPart('sign-out-elsewhere')}>
          <Button secondary>Sign out everywhere else</Button>
        </form>
      ) : null}
    </section>
  )
}
