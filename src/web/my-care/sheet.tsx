/** The sheet that a patient is handed with the leaflet: a code for the camera, the address below it, and no name. */

import { organisationNames } from '#store/service/read.ts'
import { dateWords } from '../components/dates.ts'
import { QrCode } from '../components/qr-code.tsx'
import type { PageContext } from '../environment.ts'
import { Page, show } from '../layout/page.tsx'
import { paths } from '../paths.ts'

interface Sheet {
  readonly caseId: string
  readonly organisation: string
  readonly token: string
  readonly expiresAt: Date
}

export async function sheetPage(c: PageContext, { caseId, organisation, token, expiresAt }: Sheet) {
  const service = (await organisationNames(c.var.store.db, [organisation])).get(organisation) ?? ''
  const address = `${c.var.config.baseUrl}${paths.patientLink(token)}`
  c.header('Cache-Control', 'no-store')
  return show(
    c,
    <Page
      c={c}
      title="A link to hand over"
      here={paths.cases()}
      breadcrumbs={[
        { text: 'Case', href: paths.caseOf(caseId) },
        { text: 'The patient’s own page', href: paths.casePatientPage(caseId) },
      ]}
    >
      <div className="fp-screen-only nhsuk-inset-text">
        <p>
          Print this page and hand it to the patient with the leaflet. It is shown this once: a link that is
          lost is withdrawn, and a new one made.
        </p>
      </div>
      <section className="fp-feedback-sheet" aria-labelledby="sheet">
        <h1 className="nhsuk-heading-l" id="sheet">
          Your own page
        </h1>
        <p>
          {service} has made a page for you: where you are, what comes next, your leaflet, whom to ring. You
          can note questions for your team there. Point your phone’s camera at the square, or type the address
          below it into a browser. It asks for your date of birth.
        </p>
        <QrCode text={address} label="QR code of your link" />
        <p className="fp-feedback-sheet__address">{address}</p>
        <p>
          It works until {dateWords(expiresAt)}. Keep this sheet to yourself: whoever has it and knows your
          date of birth can open your page.
        </p>
        <p>If you feel unwell, ring the number on your leaflet, or 111. In an emergency, 999.</p>
      </section>
    </Page>,
  )
}
