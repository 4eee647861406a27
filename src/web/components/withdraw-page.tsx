/** Withdraws what was published: it stays under its address, with the reason. */

import { Button, Textarea } from 'nhsuk-react-components'
import type { Withdrawn } from '#store/record/withdraw.ts'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { fieldsOf } from './form.ts'
import { errorFor, type FieldProblem, Problems } from './problems.tsx'

export interface Withdrawing {
  /** What it is, within a sentence: 'figure', 'report'. */
  readonly what: string
  readonly title: string
  /** The navigation item that it belongs to. */
  readonly here: string
  /** Its own page. */
  readonly backHref: string
  readonly action: string
}

/** The page that asks for the reason. */
export function askWhyWithdrawn(
  c: PageContext,
  withdrawing: Withdrawing,
  reason = '',
  problems: readonly FieldProblem[] = [],
) {
  const page = <WithdrawPage {...{ c, withdrawing, reason, problems }} />
  return show(c, page, problems.length > 0 ? 422 : 200)
}

/** Takes the reason and withdraws with it; what is wrong with it is said beside its field. */
export async function withdrawWithReason(
  c: PageContext,
  withdrawing: Withdrawing,
  withdraw: (reason: string) => Promise<Withdrawn>,
) {
  const reason = ((await fieldsOf(c)).reason ?? '').trim()
  const again = (...words: readonly string[]) =>
    askWhyWithdrawn(
      c,
      withdrawing,
      reason,
      words.map((each) => ({ field: 'reason', words: each })),
    )
  if (reason.length < 10) return again('Enter why it is withdrawn, in 10 characters or more')
  if (reason.length > 1000) return again('The reason has to be 1,000 characters or fewer')
  const done = await withdraw(reason)
  // The same words are a button that was pressed twice.
  if (done.outcome === 'withdrawn-before' && done.reason !== reason)
    return again(
      `It was withdrawn before, with a reason that stands: “${done.reason}”. This one was not kept`,
    )
  if (done.outcome === 'refused') return again(...done.problems.map(({ words }) => words))
  return c.redirect(withdrawing.backHref, 303)
}

interface WithdrawPageProps {
  readonly c: PageContext
  readonly withdrawing: Withdrawing
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}

function WithdrawPage({ c, withdrawing, reason, problems }: WithdrawPageProps) {
  const { what, title, here, backHref, action } = withdrawing
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
