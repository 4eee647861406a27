/** How large a request may be: by what it says of itself, which HTTP holds it to; by counting where it says nothing. */

import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestAttachmentBytes } from '#store/case/attachment.ts'
import { largestUploadBytes } from '#store/upload/receive.ts'
import { apiProblem, largestRequestBytes } from './components/api-problem.ts'
import { isAmongFiles, isCaseFile, isUpload } from './components/file-addresses.ts'
import type { Environment, PageContext } from './environment.ts'
import { tooLarge } from './layout/refusals.tsx'
import { paths } from './paths.ts'

/** A census import is the largest thing that anyone sends. */
const largestFileBytes = 25 * 1024 * 1024
const largestFormBytes = 1024 * 1024

export const sizeLimit: MiddlewareHandler<Environment> = (c, next) => {
  const { path } = c.req
  // What streams counts by itself, for there is no end that could be waited for.
  if (isUpload(path))
    return Number(c.req.header('content-length') ?? 0) > largestUpload
      ? Promise.resolve(tooLarge(c, (largestUploadBytes / 2 ** 20) * 1e6))
      : next()
  const most = limitAt(path)
  const length = c.req.header('content-length')
  // Counting costs more than all the rest of a small request, so it is kept for those that need it.
  if (length === undefined) return c.req.header('transfer-encoding') ? most.counted(c, next) : next()
  return Number(length) > most.bytes ? Promise.resolve(most.refuse(c)) : next()
}

function limitAt(path: string) {
  if (path.startsWith(registryApi)) return limits.programs
  if (isCaseFile(path)) return limits.caseFiles
  return isAmongFiles(path) ? limits.files : limits.forms
}

const registryApi = `${paths.registryApi()}/`
/** The file, and what a form writes around it. */
const largestUpload = largestUploadBytes + 64 * 1024

const limits = {
  files: limitOf(largestFileBytes, tooLarge),
  caseFiles: limitOf(largestFileBytes, (c) => tooLarge(c, largestAttachmentBytes)),
  forms: limitOf(largestFormBytes, tooLarge),
  programs: limitOf(largestRequestBytes, (c) =>
    apiProblem(c, 413, {
      title: 'That is too large',
      detail: `A request can have ${largestRequestBytes / 2 ** 20} MB. Send the treatments in several`,
    }),
  ),
}

function limitOf(bytes: number, refuse: (c: PageContext) => Response | Promise<Response>) {
  return { bytes, refuse, counted: bodyLimit({ maxSize: bytes, onError: (c) => refuse(c as PageContext) }) }
}
