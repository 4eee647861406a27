/** Where a value comes from: its source and years, or whose assumption it is; who stated it, and whether it was read. */

import type { StatedLine } from '#core/network/demand/statement.ts'
import { dateWords } from '../components/dates.ts'

export function SourceWords({ line }: { readonly line: StatedLine }) {
  const { basis, source, years, by, verified, note } = line
  return (
    <>
      {basis === 'assumption' ? <strong className="nhsuk-tag nhsuk-tag--yellow">Assumption</strong> : null}{' '}
      {source}
      {years ? `, ${years}` : ''}.
      <span className="fp-quiet">
        {' '}
        {by
          ? `Stated by ${by.author} on ${dateWords(by.at)}: ${by.reason}`
          : verified
            ? 'Comes with this software.'
            : `Comes with this software; not verified: ${note}.`}
      </span>
    </>
  )
}
