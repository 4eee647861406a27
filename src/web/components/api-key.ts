/** Whether a program shows a key that holds. Sessions of people count for nothing here. */

import { keyShown } from '#store/upload/key.ts'
import type { PageContext } from '../environment.ts'
import { apiProblem } from './api-problem.ts'

const words = {
  unknown: 'The key is not known. Send it as “Authorization: Bearer fpu_…”',
  expired: 'The key has expired. Ask the IO lead or manager of the service for a new one',
  revoked: 'The key was revoked. Ask the IO lead or manager of the service for a new one',
} as const

/** The refusal, or undefined where the key holds; who it is of then stands in `apiKey`. */
export async function keyRefused(c: PageContext): Promise<Response | undefined> {
  c.set('person', null)
  const given = /^Bearer ([\x21-\x7e]{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  const shown = await keyShown(c.var.store.db, given ?? '', c.var.now())
  if (shown.outcome === 'ok') {
    c.set('apiKey', shown.key)
    return undefined
  }
  if (shown.outcome === 'too-many') {
    c.header('Retry-After', '60')
    return apiProblem(c, 429, {
      title: 'Too many requests',
      detail:
        'The key was used too often within a minute. Wait a minute, and send more treatments with each request',
    })
  }
  c.header('WWW-Authenticate', 'Bearer realm="registry"')
  return apiProblem(c, 401, {
    title: 'The key is refused',
    detail: given ? words[shown.outcome] : words.unknown,
  })
}
