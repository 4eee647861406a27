/** How large a request may be: by what it says of itself, which HTTP holds it to; by counting where it says nothing. */

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Environment } from './environment.ts'
import { tooLarge } from './layout/refusals.tsx'

/** A census import is the largest thing that anyone sends. */
const largestFileBytes = 25 * 1024 * 1024
const largestFormBytes = 1024 * 1024

export const sizeLimit: MiddlewareHandler<Environment> = (c, next) => {
  const most = takesFiles(c.req.path) ? limits.files : limits.forms
  const length = c.req.header('content-length')
  // Counting costs more than all the rest of a small request, so it is kept for those that need it.
  if (length === undefined) return c.req.header('transfer-encoding') ? most.counted(c, next) : next()
  return Number(length) > most.bytes ? Promise.resolve(tooLarge(c)) : next()
}

const limits = { files: limitOf(largestFileBytes), forms: limitOf(largestFormBytes) }

function limitOf(bytes: number) {
  return { bytes, counted: bodyLimit({ maxSize: bytes, onError: tooLarge }) }
}

/** Below these, pages take files. */
const withFiles = ['/census/', '/directory/', '/my-service/']

/** The one page of a case that takes a file. */
const caseFile = /^\/cases\/[^/]+\/attach$/

function takesFiles(path: string): boolean {
  return caseFile.test(path) || withFiles.some((prefix) => path.startsWith(prefix))
}
