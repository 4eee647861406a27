/** The registry's interface for programs: a page that explains it, its schema, what programs send and ask. */

import { paths } from '../paths.ts'
import { anyone, apiKey, type Routes } from '../route.ts'
import { documentationPage, schemaFile } from './documentation.tsx'
import { sendTreatments } from './treatments.ts'
import { uploadState } from './uploads.ts'

export function apiRoutes(routes: Routes): void {
  routes.get(paths.registryApi(), anyone, documentationPage)
  routes.get(paths.registryApi('treatments.schema.json'), anyone, schemaFile)
  routes.post(paths.registryApi('treatments'), apiKey, sendTreatments)
  routes.get(`${paths.registryApi('uploads')}/:upload{[0-9a-f-]{36}}`, apiKey, uploadState)
}
