/** What broke, logged under a reference and told in words. Never the body, the cookie or the address of a person. */

import { randomUUID } from 'node:crypto'
import { HTTPException } from 'hono/http-exception'
import { apiProblem } from './components/api-problem.ts'
import type { PageContext } from './environment.ts'
import { broken, notKept, notRead, unavailable } from './layout/refusals.tsx'
import { paths } from './paths.ts'

const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
])

/** A NUL, or half of a pair of surrogates, in what was sent: PostgreSQL keeps neither in text or JSON. */
const unkeepable = new Set(['22021', '22P05'])

/** Whoever sent the form cut it or wrote it wrongly; the platform has no other mark for it than its words. */
function isUnreadableForm(error: Error): boolean {
  return error instanceof TypeError && /FormData|form data/i.test(error.message)
}

export function problemPage(error: Error, c: PageContext) {
  if (error instanceof HTTPException && error.status < 500) return error.getResponse()
  const code = (error as Error & { code?: string }).code
  const isOpen = c.req.path.startsWith(`${paths.networkApi()}/`)
  const isProgram = isOpen || c.req.path.startsWith(`${paths.registryApi()}/`)
  if (code && unkeepable.has(code)) return isProgram ? apiProblem(c, 422, unkeepableProblem) : notKept(c)
  if (isUnreadableForm(error)) return notRead(c)
  const reference = randomUUID().slice(0, 8)
  const stack = error.stack
    ?.split('\n')
    .slice(1, 4)
    .map((line) => line.trim())
    .join(' | ')
  console.error(JSON.stringify({ problem: reference, name: error.name, code, route: c.req.routePath, stack }))
  const isUnreachable = code !== undefined && unreachable.has(code)
  if (isProgram)
    return isUnreachable
      ? apiProblem(c, 503, isOpen ? openAwayProblem : awayProblem)
      : apiProblem(c, 500, isOpen ? openFaultProblem(reference) : faultProblem(reference))
  return isUnreachable ? unavailable(c) : broken(c, reference)
}

const unkeepableProblem = {
  title: 'That holds characters that cannot be kept',
  detail: 'There is a NUL, or half of a pair of surrogates, in what was sent. Nothing was kept',
}
const awayProblem = {
  title: 'The registry cannot be reached at this moment',
  detail: 'Send the same again in a minute, with the same Idempotency-Key',
}
const openAwayProblem = {
  title: 'The data cannot be reached at this moment',
  detail: 'Ask again in a minute',
}
const openFaultProblem = (reference: string) => ({
  title: 'There is a problem on our side',
  detail: `Ask again later. The reference is ${reference}`,
})
const faultProblem = (reference: string) => ({
  title: 'There is a problem with the registry',
  detail: `Send the same again later, with the same Idempotency-Key. The reference is ${reference}`,
})
