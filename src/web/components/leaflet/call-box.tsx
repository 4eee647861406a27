/** When to call whom: first on the page, in a box that cannot be missed. */

import type { Call, LeafletBody } from '#core/leaflet/leaflet.ts'
import { type PageMarks, SourceMark, Words } from './statement.tsx'

interface CallBoxProps {
  readonly leaflet: LeafletBody
  readonly marks: PageMarks
}

export function CallBox({ leaflet: { calls, local }, marks }: CallBoxProps) {
  const { words, wordsIn } = marks
  const of = (urgency: Call['urgency']) => calls.filter((call) => call.urgency === urgency)
  return (
    <section className="fp-call" aria-labelledby="when-to-call">
      <h2 className="nhsuk-heading-l" id="when-to-call" lang={wordsIn}>
        {words.headings['when-to-call']}
      </h2>
      <div className="fp-call__now">
        <h3 className="nhsuk-heading-m" lang={wordsIn}>
          {words.calls.now}
        </h3>
        <Signs calls={of('999')} marks={marks} />
      </div>
      <div className="fp-call__today">
        <h3 className="nhsuk-heading-m" lang={wordsIn}>
          {words.calls.today}
        </h3>
        <Signs calls={of('same-day')} marks={marks} />
        <p>
          <strong lang={wordsIn}>{words.calls.byDay}:</strong> {local.telephone}.<br />
          <strong lang={wordsIn}>{words.local.outOfHours}:</strong> {local.outOfHours}.
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
