/** The nightly snapshot of the registry, where the record says more than it did. */

import type { Database } from '#store/open.ts'
import { isSnapshotDue } from '#store/snapshot/due.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { type TakenSnapshot, type TakeOptions, takeSnapshot } from '#store/snapshot/take.ts'

/** Null where nothing was said since the last one, or another process takes one at this moment. */
export async function takeSnapshotIfDue(
  db: Database,
  options: Omit<TakeOptions, 'release'>,
): Promise<TakenSnapshot | null> {
  if (!(await isSnapshotDue(db))) return null
  try {
    return await takeSnapshot(db, { ...options, release: 'full' })
  } catch (error) {
    if (error instanceof SnapshotError && error.code === 'under-way') return null
    throw error
  }
}
