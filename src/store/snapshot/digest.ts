/** Digests of files. */

import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'

/** Larger files are read piece by piece. */
const readAtOnce = 4_000_000

/** SHA-256 as hex, and how many bytes there were. */
export async function fileDigest(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  if ((await stat(path)).size <= readAtOnce) {
    const content = await readFile(path)
    return { sha256: hash('sha256', content), bytes: content.length }
  }
  const digest = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    digest.update(piece)
    bytes += piece.length
  }
  return { sha256: digest.digest('hex'), bytes }
}

export function textDigest(text: string): string {
  return hash('sha256', text)
}
