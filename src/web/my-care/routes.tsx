/** A patient's own page: its links on the case, for those who treat; and what a link opens, for the patient. */

import { paths } from '../paths.ts'
import { anyone, mayAtOwn, type Routes } from '../route.ts'
import { linksPage, makeLink, revokeLink } from './case-links.tsx'
import { openAsPatient } from './enter-as-patient.tsx'
import { myCarePage } from './my-care-page.tsx'
import { closedPage, leave, openPage, openWithDate } from './opening.tsx'
import { cardPage, cardPdf, datesFile } from './papers.tsx'
import { note, questionPage, toFeedback } from './question.tsx'

const ofCase = '/cases/:id{[0-9a-f-]{36}}/patient-page'
const link = '/p/:token'

/** Token and date of birth open a visit; without one, every page of it leads to `closed`. */
export function myCareRoutes({ get, post }: Routes): void {
  get(ofCase, mayAtOwn('case:record'), linksPage)
  post(ofCase, mayAtOwn('case:record'), makeLink)
  post(`${ofCase}/:link/revoke`, mayAtOwn('case:record'), revokeLink)
  get(link, anyone, openPage)
  post(link, anyone, openWithDate)
  // Anyone, and only in the demonstration: elsewhere there is no such address.
  post(paths.enterAsPatient(), anyone, openAsPatient)
  get(paths.myCareClosed(), anyone, closedPage)
  get(paths.myCare(), anyone, myCarePage)
  get(paths.myCarePart('question'), anyone, questionPage)
  post(paths.myCarePart('question'), anyone, note)
  post(paths.myCarePart('feedback'), anyone, toFeedback)
  get(paths.myCarePart('radiation-card'), anyone, cardPage)
  get(paths.myCarePart('radiation-card.pdf'), anyone, cardPdf)
  get(paths.myCarePart('dates.ics'), anyone, datesFile)
  post(paths.myCarePart('leave'), anyone, leave)
}
