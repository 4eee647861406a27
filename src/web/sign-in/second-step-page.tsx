/** Setting up codes from an app: the picture to scan, the first code, the backup codes. */

import { Button, TextInput } from 'nhsuk-react-components'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import { QrCode } from '../components/qr-code.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface ConfirmProps {
  readonly c: PageContext
  /** The secret in groups of four, for typing. */
  readonly text: string
  readonly uri: string
  readonly problems: readonly FieldProblem[]
}

export function ConfirmCodePage({ c, text, uri, problems }: ConfirmProps) {
  return (
    <Page c={c} title="Set up codes" backHref={paths.account()} hasErrors={problems.length > 0}>
      <div className="nhsuk-u-reading-width">
        <Problems problems={problems} />
        <h1 className="nhsuk-heading-l">Set up codes from an app</h1>
        <ol className="nhsuk-list nhsuk-list--number">
          <li>Open an authenticator app on your phone. Any that makes 6 digit codes will do.</li>
          <li>Scan this picture with it, or type the key below it into the app.</li>
          <li>Enter the code that the app then shows.</li>
        </ol>
        <QrCode text={uri} label="QR code of the key" />
        <dl className="nhsuk-summary-list">
          <div className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">Key</dt>
            <dd className="nhsuk-summary-list__value fp-digest">{text}</dd>
          </div>
          <div className="nhsuk-summary-list__row">
            <dt className="nhsuk-summary-list__key">On this phone?</dt>
            <dd className="nhsuk-summary-list__value">
              <a href={uri}>Open it in your app</a>
            </dd>
          </div>
        </dl>
        <form method="post" action={paths.accountPart('codes')} noValidate>
          <TextInput
            id="code"
            name="code"
            label="6 digit code"
            autoComplete="one-time-code"
            inputMode="numeric"
            width={5}
            {...errorFor(problems, 'code')}
          />
          <Button>Turn on codes</Button>
        </form>
      </div>
    </Page>
  )
}

interface BackupCodesProps {
  readonly c: PageContext
  readonly codes: readonly string[]
  readonly isNew: boolean
}

export function BackupCodesPage({ c, codes, isNew }: BackupCodesProps) {
  return (
    <Page c={c} title="Your backup codes">
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-l">
          {isNew ? 'Codes are on. Keep your backup codes' : 'Your new backup codes'}
        </h1>
        <p>
          Without your phone, one of these lets you in instead of the app’s code. Each works once. Print this
          page or write them down, and keep them away from your password:{' '}
          <strong>they are not shown again</strong>.
          {isNew ? null : ' The codes that you had before no longer work.'}
        </p>
        <ul className="fp-backup-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <a className="nhsuk-button nhsuk-button--secondary" href={paths.account()}>
            I have kept them
          </a>
        </p>
      </div>
    </Page>
  )
}
