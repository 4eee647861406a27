/** One line of a list of facts: what, and what is so. Stands within a `dl` of the class nhsuk-summary-list. */

import type { ReactNode } from 'react'

export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div className="nhsuk-summary-list__row nhsuk-summary-list__row--no-actions">
      <dt className="nhsuk-summary-list__key">{term}</dt>
      <dd className="nhsuk-summary-list__value">{children}</dd>
    </div>
  )
}
