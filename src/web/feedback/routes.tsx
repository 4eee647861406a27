/** Feedback of patients: the links of a case, for those who treat; and the pages that a link opens, for the patient. */

import { anyone, mayAtOwn, type Routes } from '../route.ts'
import { ask, check, decline, declinePage, keep, send } from './answering.tsx'
import { linksPage, makeLink, revokeLink } from './case-links.tsx'

const ofCase = '/cases/:id{[0-9a-f-]{36}}/feedback'
const own = '/feedback/:token{[A-Za-z0-9_-]+}'

export function feedbackRoutes(routes: Routes): void {
  routes.get(ofCase, mayAtOwn('case:record'), (c) => linksPage(c))
  routes.post(ofCase, mayAtOwn('case:record'), makeLink)
  routes.post(`${ofCase}/:link{[0-9a-f-]{36}}/revoke`, mayAtOwn('case:record'), revokeLink)
  // The token is what opens them: whoever has the link is the patient, or whom the patient gave it.
  routes.get(own, anyone, ask)
  routes.get(`${own}/check`, anyone, check)
  routes.post(`${own}/check`, anyone, keep)
  routes.post(`${own}/send`, anyone, send)
  routes.get(`${own}/decline`, anyone, declinePage)
  routes.post(`${own}/decline`, anyone, decline)
}
