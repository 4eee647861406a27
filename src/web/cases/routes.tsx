/** The pages of one case: the case, an entry, its letters, its files. What is recorded has routes of its own. */

import { mayAtOwn, type Routes } from '../route.ts'
import { attach, attachPage, download } from './attach.tsx'
import { casePage } from './case-page.tsx'
import { entryPage } from './entry-page.tsx'
import { findingsPage } from './findings-page.tsx'
import { letterPage, letterPdf } from './letter-page.tsx'
import { position } from './position.ts'

const one = '/cases/:id{[0-9a-f-]{36}}'
const entry = ':entry{[0-9a-f-]{36}}'

export function caseRoutes(routes: Routes): void {
  const see = mayAtOwn('case:see')
  routes.get(one, see, casePage)
  routes.get(`${one}/entries/${entry}`, see, entryPage)
  routes.get(`${one}/findings`, see, findingsPage)
  routes.get(`${one}/letter`, see, letterPage('letter'))
  routes.get(`${one}/letter.pdf`, see, letterPdf('letter'))
  routes.get(`${one}/radiation-card`, see, letterPage('radiation-card'))
  routes.get(`${one}/radiation-card.pdf`, see, letterPdf('radiation-card'))
  routes.get(`${one}/attach`, mayAtOwn('case:record'), attachPage)
  routes.post(`${one}/attach`, mayAtOwn('case:record'), attach)
  routes.get(`${one}/attachments/${entry}`, see, download)
  routes.get(`${one}/position`, see, position)
}
