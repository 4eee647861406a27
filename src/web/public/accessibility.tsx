/** The accessibility statement: what is checked, how, and what is known to fall short. */

import type { PageContext } from '../environment.ts'
import { Page } from '../layout/page.tsx'
import { paths } from '../paths.ts'

export function AccessibilityPage({ c }: { readonly c: PageContext }) {
  return (
    <Page c={c} title="Accessibility">
      <div className="nhsuk-u-reading-width">
        <h1 className="nhsuk-heading-xl">Accessibility</h1>
        <p className="nhsuk-lede-text">
          You should be able to use every page here, however you read and move.
        </p>
        <h2 className="nhsuk-heading-m">What we do</h2>
        <ul>
          <li>Pages work without scripts, with a keyboard alone, at 400% zoom, and on a phone.</li>
          <li>Each map and chart has a table or list that says the same.</li>
          <li>Colours never carry a meaning alone: each class of provision has its own shape and word.</li>
          <li>Each page prints.</li>
        </ul>
        <h2 className="nhsuk-heading-m">How we check</h2>
        <p>
          Every page is checked by machine with axe against WCAG 2.2 at level AA whenever the software
          changes, and the journeys are walked by keyboard and with scripts turned off. A machine finds only
          part of what can be wrong: no audit by people who use assistive technology has been done yet.
        </p>
        <h2 className="nhsuk-heading-m">Known limits</h2>
        <p>
          Adding a passkey needs scripts, because browsers offer no other way; a password with a code from an
          app does not. Panning and zooming the map needs scripts; the list below it does not.
        </p>
        <p>
          <a href={paths.about()}>About Fourth Pillar</a>
        </p>
      </div>
    </Page>
  )
}
