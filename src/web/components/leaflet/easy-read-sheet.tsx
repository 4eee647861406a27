/** The easy read version: one short sentence to a line, a picture beside it. */

import { isApproved, type LeafletBody } from '#core/leaflet/leaflet.ts'
import { withLocal } from '#core/leaflet/parts.ts'
import { Pictogram } from './pictogram.tsx'

export function EasyReadSheet({ leaflet }: { readonly leaflet: LeafletBody }) {
  return (
    <article className="fp-leaflet fp-easy" lang={leaflet.language === 'en' ? undefined : leaflet.language}>
      <h1 className="nhsuk-heading-xl">
        <span className="nhsuk-caption-xl">Easy read</span>
        {leaflet.title}
      </h1>
      {isApproved(leaflet) ? null : (
        <div className="fp-leaflet__standing" role="note">
          <p>
            <strong>A doctor or nurse has not checked this yet.</strong> Ask your team about it.
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
        <h2 className="nhsuk-heading-m">Whom to ring</h2>
        <p>
          <strong>By day:</strong> {leaflet.local.telephone}.<br />
          <strong>At night and at weekends:</strong> {leaflet.local.outOfHours}.<br />
          <strong>In an emergency:</strong> 999.
        </p>
      </div>
    </article>
  )
}
