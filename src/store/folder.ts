/** Makes a folder and those above it. */

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Does nothing where it is already. Step by step: Node's own `recursive` never ends below /proc. */
export function makeFolder(path: string, mode?: number): void {
  const folder = resolve(path)
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error
  }
}
