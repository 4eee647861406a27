/** Withdraws a published figure: it stays under its address, with the reason. */

import { Button, Textarea } from 'nhsuk-react-components'
import type { PublishedFigure } from '#store/registry/figure.ts'
import { errorFor, type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export interface WithdrawPageProps {
  readonly c: PageContext
  readonly figure: PublishedFigure
  readonly reason: string
  readonly problems: readonly FieldProblem[]
}

export function WithdrawPage({ c, figure, reason, problems }: WithdrawPageProps) {
  return (
    <Page
      c={c}
      title="Withdraw this figure"
      here={paths.registry()}
      backHref={paths.registryFigure(figure.id)}
      hasErrors={problems.length > 0}
    >
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">
        <span className="nhsuk-caption-l">{figure.title}</span>
        Withdraw this figure
      </h1>
      <p>
        It stays under its address, with the reason, so that who cited it finds out. This cannot be undone.
      </p>
      <form method="post" action={paths.registryFigureWithdraw(figure.id)} noValidate>
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
          Withdraw figure
        </Button>
      </form>
    </Page>
  )
}
