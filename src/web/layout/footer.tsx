/** The footer: where to read more, and what the facts on these pages rest on. */

import { paths } from '../paths.ts'

export function Footer() {
  return (
    <footer className="fp-footer">
      <div className="nhsuk-width-container">
        <h2 className="nhsuk-u-visually-hidden">Support links</h2>
        <ul className="fp-footer__list">
          <li>
            <a href={paths.about()}>About Fourth Pillar</a>
          </li>
          <li>
            <a href={paths.accessibility()}>Accessibility</a>
          </li>
          <li>
            <a href={paths.privacy()}>Privacy and cookies</a>
          </li>
          <li>
            <a href={paths.figures()}>Figures</a>
          </li>
          <li>
            <a href={paths.standards()}>Standards</a>
          </li>
          <li>
            <a href={paths.api()}>Data for programs</a>
          </li>
        </ul>
        <p className="fp-footer__sources">
          Contains OS data © Crown copyright and database right; contains Royal Mail data © Royal Mail
          copyright and database right. Source: Office for National Statistics, NISRA, NRS, NHS ODS and
          NHS.UK, licensed under the Open Government Licence v3.0. GeoNames (CC BY 4.0) for BT outcodes. Made
          with Natural Earth. Not an NHS service.
        </p>
      </div>
    </footer>
  )
}
