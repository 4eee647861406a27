/**
 * Whether files are still those that were verified: cheap enough to ask before each use. The time of the last change
 * of a file's state cannot be set by whoever writes into it, as that of its contents can.
 */

import { statSync } from 'node:fs'

/** Something that differs once a file was written into, replaced or taken away. */
export function stampOf(paths: readonly string[]): string {
  return paths
    .map((path) => {
      const found = statSync(path, { bigint: true, throwIfNoEntry: false })
      return found ? `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}` : 'gone'
    })
    .join('\n')
}
