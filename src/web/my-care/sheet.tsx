/** The sheet that opens a patient's own page, handed over with the leaflet. */

import { organisationNames } from '#store/service/read.ts'
import { dateWords } from '../components/dates.ts'
import { handOverSheet } from '../components/hand-over-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'

interface Sheet {
  readonly caseId: string
  readonly organisation: string
  readonly token: string
  readonly expiresAt: Date
}

export async function sheetPage(c: PageContext, { caseId, organisation, token, expiresAt }: Sheet) {
  const service = (await organisationNames(c.var.store.db, [organisation])).get(organisation) ?? ''
  return handOverSheet(c, {
    caseId,
    from: { text: 'The patient’s own page', href: paths.casePatientPage(caseId) },
    address: `${c.var.config.baseUrl}${paths.patientLink(token)}`,
    codeLabel: 'QR code of your link',
    advice:
      'Print this page and hand it to the patient with the leaflet. It is shown this once: a link that is lost is withdrawn, and a new one made.',
    heading: 'Your own page',
    invitation: `${service} has made a page for you: where you are, what comes next, your leaflet, whom to ring. You can note questions for your team there. Point your phone’s camera at the square, or type the address below it into a browser. It asks for your date of birth.`,
    terms: `It works until ${dateWords(expiresAt)}. Keep this sheet to yourself: whoever has it and knows your date of birth can open your page.`,
  })
}
