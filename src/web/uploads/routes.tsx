/** Past treatments that a service uploads: the log, a file's way in, the columns, keys for programs, what stands. */

import { paths } from '../paths.ts'
import { mayAtOwn, type Routes } from '../route.ts'
import { managing, seeing } from './at.ts'
import { columnsFile, columnsPage, templateFile } from './columns.tsx'
import { addKey, keysPage, revoke } from './keys.tsx'
import { choosePage, logPage, sendFile } from './log.tsx'
import { treatmentPage, treatmentsPage, withdraw } from './treatments.tsx'
import { uploadPage } from './upload.tsx'
import { drop, problemsFile, saveMapping, takeStep } from './upload-actions.ts'

const own = '/uploads/:code'
const one = `${own}/files/:upload{[0-9a-f-]{36}}`
const treatment = `${own}/treatments/:id{[0-9a-f-]{36}}`

export function uploadRoutes(routes: Routes): void {
  routes.get(paths.uploads(), mayAtOwn('upload:see'), choosePage)
  routes.get(own, seeing, (c) => logPage(c))
  routes.post(own, managing, sendFile)
  routes.get(`${own}/columns`, seeing, columnsPage)
  routes.get(`${own}/columns.csv`, seeing, columnsFile)
  routes.get(`${own}/template.csv`, seeing, templateFile)
  routes.get(`${own}/keys`, seeing, (c) => keysPage(c))
  routes.post(`${own}/keys`, managing, addKey)
  routes.post(`${own}/keys/:key{[0-9a-f-]{36}}/revoke`, managing, revoke)
  routes.get(`${own}/treatments`, seeing, treatmentsPage)
  routes.get(treatment, seeing, (c) => treatmentPage(c))
  routes.post(`${treatment}/withdraw`, managing, withdraw)
  routes.get(one, seeing, uploadPage)
  routes.get(`${one}/problems.csv`, seeing, problemsFile)
  routes.post(`${one}/mapping`, managing, saveMapping)
  routes.post(`${one}/check`, managing, takeStep('check'))
  routes.post(`${one}/keep`, managing, takeStep('keep'))
  routes.post(`${one}/drop`, managing, drop)
}
