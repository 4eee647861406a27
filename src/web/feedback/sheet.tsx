/** The sheet that asks a patient how it was. */

import { feedbackDays } from '#store/feedback/link.ts'
import { organisationNames } from '#store/service/read.ts'
import { dateWords } from '../components/dates.ts'
import { handOverSheet } from '../components/hand-over-sheet.tsx'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'

interface Sheet {
  readonly caseId: string
  readonly organisation: string
  readonly token: string
  readonly now: Date
}

export async function sheetPage(c: PageContext, { caseId, organisation, token, now }: Sheet) {
  const service = (await organisationNames(c.var.store.db, [organisation])).get(organisation) ?? ''
  const until = new Date(now.getTime() + feedbackDays * 86_400_000)
  return handOverSheet(c, {
    caseId,
    from: { text: 'Feedback of the patient', href: paths.caseFeedback(caseId) },
    address: `${c.var.config.baseUrl}${paths.feedback(token)}`,
    codeLabel: 'QR code of the patient’s link',
    advice:
      'Print this page and hand it to the patient. It is shown this once: a link that is lost is replaced by a new one, which closes it.',
    heading: 'How was your treatment?',
    invitation: `${service} would like to know how it was. Point your phone’s camera at the square, or type the address below it into a browser. It takes about two minutes.`,
    terms: `You do not have to answer, and your care does not depend on it. The link can be used once, until ${dateWords(until)}.`,
  })
}
