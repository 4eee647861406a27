/** A built file as browsers take it: packed by Brotli or gzip, once; a style sheet goes out at a seventh of its size. */

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>

export interface PackedFile {
  readonly plain: Bytes
  readonly br: Bytes
  readonly gzip: Bytes
}

const byBrotli = promisify(brotliCompress)
const byGzip = promisify(gzip)
/** The next step takes ten times as long for a few per cent. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

export async function pack(file: Uint8Array): Promise<PackedFile> {
  const [br, gzipped] = await Promise.all([byBrotli(file, quality), byGzip(file)])
  return { plain: new Uint8Array(file), br: new Uint8Array(br), gzip: new Uint8Array(gzipped) }
}

/** The smallest that the browser takes, with the name of how it is packed; null: as it is. */
export function packedFor(
  file: PackedFile,
  accepts: string | undefined,
): { readonly bytes: Bytes; readonly encoding: 'br' | 'gzip' | null } {
  if (accepts && /\bbr\b/.test(accepts)) return { bytes: file.br, encoding: 'br' }
  if (accepts && /\bgzip\b/.test(accepts)) return { bytes: file.gzip, encoding: 'gzip' }
  return { bytes: file.plain, encoding: null }
}
