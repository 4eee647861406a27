/** The sheet that a patient is handed: a code for the camera, the address below it, and no name. Shown this once. */

import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'
import { QrCode } from './qr-code.tsx'

interface Sheet {
  readonly caseId: string
  /** The case's page of such links. */
  readonly from: { readonly text: string; readonly href: string }
  /** The whole address that the code holds. */
  readonly address: string
  readonly codeLabel: string
  /** For whoever prints it. */
  readonly advice: string
  readonly heading: string
  readonly invitation: string
  readonly terms: string
}

export function handOverSheet(c: PageContext, sheet: Sheet) {
  c.header('Cache-Control', 'no-store')
  return show(
    c,
    <Page
      c={c}
      title="A link to hand over"
      here={paths.cases()}
      breadcrumbs={[{ text: 'Case', href: paths.caseOf(sheet.caseId) }, sheet.from]}
    >
      <div className="fp-screen-only nhsuk-inset-text">
        <p>{sheet.advice}</p>
      </div>
      <section className="fp-hand-over" aria-labelledby="sheet">
        <h1 className="nhsuk-heading-l" id="sheet">
          {sheet.heading}
        </h1>
        <p>{sheet.invitation}</p>
        <QrCode text={sheet.address} label={sheet.codeLabel} />
        <p className="fp-hand-over__address">{sheet.address}</p>
        <p>{sheet.terms}</p>
        <p>
          If you feel unwell, ring the number on the leaflet that you were given, or NHS 111. In an emergency,
          ring 999.
        </p>
      </section>
    </Page>,
  )
}
