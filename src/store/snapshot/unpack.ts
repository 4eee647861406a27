/** Unpacks a snapshot's tar: files with names that a snapshot has, and nothing else. */

import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { SnapshotError } from './error.ts'

/** Names of folders and files as `writeSnapshot` gives them: none leads out of the folder. */
const path = /^(?:[a-z][\w=-]*\/){0,2}[a-z][\w=-]*\.(?:parquet|json|csv|sig)$/
/** A tar may begin with the folder that it was made of. */
const wrapper = /^(?:\.\/)?(?:[0-9a-f]{16}\/)?/

/** @throws SnapshotError where it is no tar, is cut off, or holds what no snapshot holds */
export async function unpackSnapshot(tar: string, into: string): Promise<void> {
  const unpacking = extract()
  let foreign: string | null = null
  unpacking.on('entry', (header, content, next) => {
    const name = header.name.replace(wrapper, '')
    const taken = header.type === 'file' && path.test(name)
    if (!taken && header.type !== 'directory') foreign ??= header.name
    if (!taken || foreign !== null) {
      content.on('end', next)
      content.resume()
      return
    }
    mkdirSync(dirname(join(into, name)), { recursive: true })
    pipeline(content, createWriteStream(join(into, name))).then(() => next(), next)
  })
  try {
    await pipeline(createReadStream(tar), unpacking)
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new SnapshotError(
      missing ? 'missing' : 'file-damaged',
      missing ? `There is no file ${tar}.` : `${tar} is no whole tar file.`,
    )
  }
  if (foreign !== null)
    throw new SnapshotError('file-foreign', `${foreign} does not belong to a snapshot.`, foreign)
}
