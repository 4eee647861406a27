/** Withdraws what was published: it stays under its address, with the reason. */

import { Button, Textarea } from 'nhsuk-react-components'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { errorFor, type FieldProblem, Problems } from './problems.tsx'

export interface WithdrawPageProps {
  readonly c: PageContext
  /** What it is, within a sentence: 'figure', 'report'. */
  readonly what: string
  readonly title: string
  /** The navigation item that it belongs to. */
  readonly here: string
  readonly backHref: string
  readonly action: string
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}

export function WithdrawPage(props: WithdrawPageProps) {
  const { c, what, title, here, backHref, action, reason, problems } = props
  return (
    <Page
      c={c}
      title={`Withdraw this ${what}`}
      here={here}
      backHref={backHref}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{title}</span>
        Withdraw this {what}
      </h1>
      <p>
        It stays under its address, with the reason, so that who cited it finds out. This cannot be undone.
      </p>
      <form method="post" action={action} noValidate>
        <Textarea
          id="reason"
          name="reason"
          label="Why is it withdrawn?"
          hint="Everybody can read this"
          rows={4}
          defaultValue={reason}
          {...errorFor(problems, 'reason')}
        />
        <Button type="submit" warning>
          Withdraw {what}
        </Button>
      </form>
    </Page>
  )
}
