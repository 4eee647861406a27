/** Gives out a file of a snapshot: under the terms, noted before the first byte, and so that one cut off can go on. */

import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { termsVersion } from '#core/registry/access/terms.ts'
import { noteDownload, termsAccepted } from '#store/registry/access.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { exportFile, exportFiles } from '#store/snapshot/exports.ts'
import { snapshotNamed } from '#store/snapshot/latest.ts'
import type { PageContext } from '../environment.ts'
import { notFound } from '../layout/refusals.tsx'
import { paths } from '../paths.ts'

export async function download(c: PageContext) {
  const { db } = c.var.store
  const person = c.var.person?.id ?? ''
  const [id, name] = [c.req.param('snapshot') ?? '', c.req.param('file') ?? '']
  const offered = exportFiles.find((each) => each.name === name)
  if (!offered) return notFound(c)
  if (!(await termsAccepted(db, person, termsVersion))) return c.redirect(paths.registryTerms(id), 303)
  const snapshot = await snapshotNamed(db, c.var.config, id).catch((error: unknown) => {
    // Its page says what is damaged; nothing of it is given out.
    if (error instanceof SnapshotError) return null
    throw error
  })
  const file = snapshot && (await exportFile(snapshot, name))
  if (!file) return c.redirect(paths.registrySnapshot(id), 303)
  const etag = `"${file.sha256}"`
  const headers = {
    ETag: etag,
    'Accept-Ranges': 'bytes',
    'Content-Type': offered.type,
    'Content-Disposition': `attachment; filename="${id}-${name}"`,
  }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  const asked = rangeOf(c.req.header('range'), c.req.header('if-range'), etag, file.bytes)
  if (asked === 'cannot') return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${file.bytes}` })
  const { from, to } = asked ?? { from: 0, to: file.bytes - 1 }
  await noteDownload(db, {
    ...{ person, terms: termsVersion, snapshot: id, file: name },
    ...{ bytes: file.bytes, fromByte: from },
  })
  const length = { 'Content-Length': String(to - from + 1) }
  if (file.bytes === 0) return c.body(null, 200, { ...headers, 'Content-Length': '0' })
  // The stream of Node is that of the web but for its types.
  const body = Readable.toWeb(createReadStream(file.path, { start: from, end: to })) as ReadableStream
  if (!asked) return c.body(body, 200, { ...headers, ...length })
  const range = { 'Content-Range': `bytes ${from}-${to}/${file.bytes}` }
  return c.body(body, 206, { ...headers, ...length, ...range })
}

export interface ByteRange {
  readonly from: number
  readonly to: number
}

/**
 * The one range that a request asks for; null: the whole, also where it asks for several, or for the rest of what
 * has changed since; 'cannot': there is no such part.
 *
 * @see RFC 9110, 14: Range Requests
 */
export function rangeOf(
  range: string | undefined,
  ifRange: string | undefined,
  etag: string,
  bytes: number,
): ByteRange | null | 'cannot' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  if ((!first && !last) || (ifRange !== undefined && ifRange !== etag)) return null
  if (!first) {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'cannot' : { from: bytes - length, to: bytes - 1 }
  }
  const from = Number(first)
  const to = last ? Math.min(Number(last), bytes - 1) : bytes - 1
  if (last && Number(last) < from) return null
  return from >= bytes ? 'cannot' : { from, to }
}
