/** What a service says of itself: overview, registers, entries, documents, and what others ask of it. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { answer, answerPage, askedPage } from './asked.tsx'
import { recording, seeing } from './at.ts'
import { choosePage } from './choose.tsx'
import { addOne, fileOf } from './document-actions.ts'
import { entryPage } from './entry.tsx'
import { add, correct, correctPage, newPage } from './new-and-correct.tsx'
import { overviewPage } from './overview.tsx'
import { registerPage } from './register.tsx'
import { saidOfPage, saySo } from './said-of.tsx'
import { draw, samplePage, validationPage } from './validation.tsx'
import { compare, comparePage } from './validation-case.tsx'

const own = '/my-service/:code'
const asked = `${own}/asked`
const answered = `${asked}/:from/:pathway{[0-9a-f-]{36}}`
const entry = `${own}/entries/:entry{[0-9a-f-]{36}}`
const validation = `${own}/validation`
const sample = `${validation}/:sample{[0-9a-f-]{36}}`
const sampled = `${sample}/:case{[0-9a-f-]{36}}`
const register = `${own}/:kind`

export function myServiceRoutes(routes: Routes): void {
  routes.get(paths.myService(), mayAtOwn('service:see'), choosePage)
  routes.get(own, seeing, overviewPage)
  routes.get(asked, seeing, askedPage)
  routes.get(answered, recording, answerPage)
  routes.post(answered, recording, answer)
  routes.get(entry, seeing, (c) => entryPage(c))
  routes.get(`${entry}/file`, seeing, fileOf)
  routes.post(`${entry}/documents`, recording, addOne)
  routes.get(`${entry}/correct`, recording, correctPage)
  routes.post(`${entry}/correct`, recording, correct)
  for (const part of ['end', 'review'] as const) {
    routes.get(`${entry}/${part}`, recording, saidOfPage(part))
    routes.post(`${entry}/${part}`, recording, saySo(part))
  }
  routes.get(validation, seeing, (c) => validationPage(c))
  routes.post(validation, recording, draw)
  routes.get(sample, seeing, samplePage)
  routes.get(sampled, recording, comparePage)
  routes.post(sampled, recording, compare)
  routes.get(register, seeing, registerPage)
  routes.get(`${register}/new`, recording, newPage)
  routes.post(`${register}/new`, recording, add)
}
