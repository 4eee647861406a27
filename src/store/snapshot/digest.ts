/** Digests of files, read piece by piece. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** SHA-256 as hex, and how many bytes there were. */
export async function fileDigest(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
