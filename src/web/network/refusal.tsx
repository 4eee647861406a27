/** An address that asks the network for what does not exist: what to put right, and no numbers, which would pass for what was asked. */

import type { ReactNode } from 'react'
import { type FieldProblem, Problems } from '../components/problems.tsx'
import type { PageContext } from '../environment.ts'
import { show } from '../layout/page.tsx'
import { NetworkPage } from './frame.tsx'

interface Refusal {
  readonly part: string
  readonly title: string
  readonly heading?: string
  readonly problems: readonly FieldProblem[]
  readonly form: ReactNode
  /** Where everything is, whatever was asked. */
  readonly all?: { readonly text: string; readonly href: string }
}

export function refuseAsked(c: PageContext, { part, title, heading = title, problems, form, all }: Refusal) {
  return show(
    c,
    <NetworkPage c={c} part={part} title={title} hasErrors>
      <Problems problems={problems} />
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {form}
      {all ? (
        <p>
          <a href={all.href}>{all.text}</a>
        </p>
      ) : null}
    </NetworkPage>,
    422,
  )
}
