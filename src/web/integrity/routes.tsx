/** Whether the record still holds: what is in it, the last seal, and a verification on demand. */

import { may, type Routes } from '../route.ts'
import { integrityPage, verifyNow } from './integrity.tsx'

const verify = may('record:verify')

export function integrityRoutes({ get, post }: Routes): void {
  get('/integrity', verify, (c) => integrityPage(c))
  post('/integrity', verify, verifyNow)
}
