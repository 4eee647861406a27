/** Where snapshots stand in the data folder. */

import { join } from 'node:path'

export function snapshotsFolder(dataFolder: string): string {
  return join(dataFolder, 'snapshots')
}

export function snapshotFolder(dataFolder: string, id: string): string {
  return join(snapshotsFolder(dataFolder), id)
}

/** Where files stand that are made of a snapshot on demand: beside it, for it itself never changes. */
export function exportsFolder(snapshotFolder: string): string {
  return `${snapshotFolder}.exports`
}
