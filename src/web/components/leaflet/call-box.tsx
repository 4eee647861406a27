/** When to call whom: first on the page, in a box that cannot be missed. */

import type { Call, LeafletBody } from '#core/leaflet/leaflet.ts'
import { type PageMarks, SourceMark, Words } from './statement.tsx'

interface CallBoxProps {
  readonly leaflet: LeafletBody
  readonly heading: string
  readonly marks: PageMarks
}

export function CallBox({ leaflet: { calls, local }, heading, marks }: CallBoxProps) {
  const of = (urgency: Call['urgency']) => calls.filter((call) => call.urgency === urgency)
  return (
    <section className="fp-call" aria-labelledby="when-to-call">
      <h2 className="nhsuk-heading-l" id="when-to-call">
        {heading}
      </h2>
      <div className="fp-call__now">
        <h3 className="nhsuk-heading-m">Call 999 now if</h3>
        <Signs calls={of('999')} marks={marks} />
      </div>
      <div className="fp-call__today">
        <h3 className="nhsuk-heading-m">Ring your team the same day if</h3>
        <Signs calls={of('same-day')} marks={marks} />
        <p>
          <strong>By day:</strong> {local.telephone}.<br />
          <strong>At night and at weekends:</strong> {local.outOfHours}.
        </p>
      </div>
    </section>
  )
}

function Signs({ calls, marks }: { readonly calls: readonly Call[]; readonly marks: PageMarks }) {
  return (
    <ul>
      {calls.map(({ id, sign, source }) => (
        <li key={id} id={`when-to-call-${id}`}>
          <Words text={sign} marks={marks} />
          <SourceMark source={source} marks={marks} />
        </li>
      ))}
    </ul>
  )
}
