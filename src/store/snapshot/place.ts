/** Where snapshots stand in the data folder. */

import { join } from 'node:path'

export function snapshotsFolder(dataFolder: string): string {
  return join(dataFolder, 'snapshots')
}

export function snapshotFolder(dataFolder: string, id: string): string {
  return join(snapshotsFolder(dataFolder), id)
}

/** Files made of a snapshot on demand, beside it: it itself never changes. */
export function exportsFolder(dataFolder: string, id: string): string {
  return join(snapshotsFolder(dataFolder), `${id}.exports`)
}
