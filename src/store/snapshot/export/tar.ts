/** A whole snapshot as one tar: the same bytes whenever it is made. */

import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import type { Manifest } from '#core/registry/snapshot/manifest.ts'

/** In a folder of the snapshot's name; the manifest first, so that a reader knows at once what it has. */
export async function writeTar(folder: string, id: string, manifest: Manifest, file: string): Promise<void> {
  const tar = pack()
  const written = pipeline(tar, createWriteStream(file))
  const sizes = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]))
  try {
    for (const path of ['manifest.json', 'manifest.sig', ...sizes.keys()])
      await addFile(tar, `${id}/${path}`, join(folder, path), sizes.get(path))
    tar.finalize()
  } catch (error) {
    tar.destroy(error as Error)
  }
  await written
}

async function addFile(
  tar: ReturnType<typeof pack>,
  name: string,
  path: string,
  bytes?: number,
): Promise<void> {
  const size = bytes ?? statSync(path).size
  await pipeline(
    createReadStream(path),
    tar.entry({ name, size, mtime: new Date(0), mode: 0o644, type: 'file' }),
  )
}
