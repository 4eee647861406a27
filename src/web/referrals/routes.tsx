/** Referring a patient, step by step; the referrals made, and the answers to them. */

import { discardDraft } from '#store/referral/draft.ts'
import { isId } from '../components/id.ts'
import type { PageContext } from '../environment.ts'
import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { inScope } from '../scope.ts'
import { answer } from './answer.tsx'
import { checkStep, send } from './check-step.tsx'
import { formStep, keepForm } from './form-step.tsx'
import { mine } from './mine.tsx'
import { oneReferral } from './one.tsx'
import { startOnward } from './onward.ts'
import { sentPage } from './sent-page.tsx'
import { chooseService, serviceStep } from './service-step.tsx'
import { choosePatient, start } from './start.tsx'

const draft = '/refer/:draft{[0-9a-f-]{36}}'
const one = '/referrals/:case{[0-9a-f-]{36}}'

export function referralRoutes(routes: Routes): void {
  const refer = mayAtOwn('case:refer')
  const see = mayAtOwn('case:see')
  const record = mayAtOwn('case:record')
  routes.get(paths.refer(), refer, start)
  routes.post(paths.refer(), refer, choosePatient)
  routes.get(`${draft}/service`, refer, serviceStep)
  routes.post(`${draft}/service`, refer, chooseService)
  routes.get(`${draft}/form`, refer, formStep)
  routes.post(`${draft}/form`, refer, keepForm)
  routes.get(`${draft}/check`, refer, checkStep)
  routes.post(`${draft}/check`, refer, send)
  routes.get(`${draft}/sent`, refer, sentPage)
  routes.post(`${draft}/discard`, refer, discard)
  routes.get(paths.referrals(), see, mine)
  routes.get(one, see, oneReferral)
  routes.post(`${one}/answer`, record, answer)
  routes.post(`${one}/onward`, refer, startOnward)
}

async function discard(c: PageContext) {
  const id = c.req.param('draft') ?? ''
  if (isId(id)) await inScope(c, 'case:refer', (db) => discardDraft(db, id, c.var.person?.id ?? ''))
  return c.redirect(paths.refer(), 303)
}
