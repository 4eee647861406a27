/** What a program is told that is refused. @see RFC 9457, problem details for HTTP APIs */

import type { PageContext } from '../environment.ts'

/** Of one request of a program: some ten thousand treatments. */
export const largestRequestBytes = 16 * 2 ** 20

type Status = 400 | 401 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503

export interface ApiProblem {
  readonly title: string
  readonly detail: string
  readonly [more: string]: unknown
}

export function apiProblem(c: PageContext, status: Status, problem: ApiProblem): Response {
  c.header('Cache-Control', 'no-store')
  return c.body(JSON.stringify({ type: 'about:blank', status, ...problem }), status, {
    'Content-Type': 'application/problem+json; charset=utf-8',
  })
}
