/** The sheet that a patient is handed: a code for the camera, the address below it, and no name. Shown this once. */

import { feedbackDays } from '#store/feedback/link.ts'
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
  readonly now: Date
}

export async function sheetPage(c: PageContext, { caseId, organisation, token, now }: Sheet) {
  const service = (await organisationNames(c.var.store.db, [organisation])).get(organisation) ?? ''
  const address = `${c.var.config.baseUrl}${paths.feedback(token)}`
  const until = new Date(now.getTime() + feedbackDays * 86_400_000)
  return show(
    c,
    <Page
      c={c}
      title="A link to hand over"
      here={paths.cases()}
      breadcrumbs={[
        { text: 'Case', href: paths.caseOf(caseId) },
        { text: 'Feedback of the patient', href: paths.caseFeedback(caseId) },
      ]}
    >
      <div className="fp-screen-only nhsuk-inset-text">
        <p>
          Print this page and hand it to the patient. It is shown this once: a link that is lost is replaced
          by a new one, which closes it.
        </p>
      </div>
      <section className="fp-feedback-sheet" aria-labelledby="sheet">
        <h1 className="nhsuk-heading-l" id="sheet">
          How was your treatment?
        </h1>
        <p>
          {service} would like to know how it was. Point your phone’s camera at the square, or type the
          address below it into a browser. It takes about two minutes.
        </p>
        <QrCode text={address} label="QR code of the patient’s link" />
        <p className="fp-feedback-sheet__address">{address}</p>
        <p>
          You do not have to answer, and your care does not depend on it. The link can be used once, until{' '}
          {dateWords(until)}.
        </p>
        <p>If you feel unwell, ring the number on the leaflet that you were given, or NHS 111.</p>
      </section>
    </Page>,
  )
}
