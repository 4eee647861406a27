/** The easy read version: one short sentence to a line, a picture beside it. */

import { isApproved, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { Pictogram } from './pictogram.tsx'
import { marksOf } from './statement.tsx'

export function EasyReadSheet({ leaflet }: { readonly leaflet: LeafletBody }) {
  const { words, wordsIn } = marksOf(leaflet)
  return (
    <article className="fp-leaflet fp-easy" lang={leaflet.language === 'en' ? undefined : leaflet.language}>
      <h1 className="nhsuk-heading-xl">
        <span className="nhsuk-caption-xl" lang={wordsIn}>
          {words.page.easyRead}
        </span>
        {leaflet.title}
      </h1>
      {isApproved(leaflet) ? null : (
        <div className="fp-leaflet__standing" role="note" lang={wordsIn}>
          <p>
            <strong>{words.page.easyNotChecked}</strong> {words.page.easyAsk}
          </p>
        </div>
      )}
      <ol className="fp-easy__lines">
        {leaflet.easyRead.map(({ id, says, picture }) => (
          <li key={id} id={`easy-read-${id}`}>
            <Pictogram name={picture} />
            <span>{withLocal(says, leaflet.local)}</span>
          </li>
        ))}
      </ol>
      <div className="fp-call fp-easy__call">
        <h2 className="nhsuk-heading-m" lang={wordsIn}>
          {words.calls.whom}
        </h2>
        <p>
          <strong lang={wordsIn}>{words.calls.byDay}:</strong> {leaflet.local.telephone}.<br />
          <strong lang={wordsIn}>{words.local.outOfHours}:</strong> {leaflet.local.outOfHours}.<br />
          <strong lang={wordsIn}>{words.calls.inEmergency}:</strong> 999.
        </p>
      </div>
    </article>
  )
}
