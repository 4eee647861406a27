/** To share or print what was found: an address that names no more than the first half of a postcode. */

import type { Place } from '#core/place/place.ts'
import { QrCode } from '../components/qr-code.tsx'

interface ShareProps {
  /** In full, with the site's name. */
  readonly address: string
  readonly title: string
  readonly place: Place
  readonly day: string
}

export function Share({ address, title, place, day }: ShareProps) {
  const mail = new URLSearchParams({ subject: title, body: address }).toString().replaceAll('+', '%20')
  return (
    <section className="fp-find__share" aria-labelledby="share">
      <h2 className="nhsuk-heading-m" id="share">
        Share or print this
      </h2>
      <div className="fp-find__share-parts">
        <div>
          <p>
            This address shows the same to anybody.{' '}
            {place.kind === 'postcode-area'
              ? `It says ${place.name}, never a whole postcode.`
              : `It says ${place.name}, and nothing of you.`}
          </p>
          <div className="nhsuk-form-group">
            <label className="nhsuk-label" htmlFor="address">
              Address to copy
            </label>
            <input className="nhsuk-input" id="address" type="text" readOnly value={address} />
          </div>
          <p className="fp-screen-only">
            <a href={`mailto:?${mail}`}>Send it by e-mail</a>. To print it, use your browser’s print: the form
            and the menu stay off the paper.
          </p>
          <p className="fp-print-only">As of {day}.</p>
        </div>
        <QrCode text={address} label="This address, for a phone’s camera" />
      </div>
    </section>
  )
}
