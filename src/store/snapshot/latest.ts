/** The snapshots that there are, opened once a process and shared. */

import type { Config } from '#config'
import { type Manifest, manifestSchema, type Release } from '#core/registry/snapshot/manifest.ts'
import type { Database, Transaction } from '../open.ts'
import { SnapshotError } from './error.ts'
import { openSnapshot, type Snapshot } from './open.ts'
import { snapshotFolder } from './place.ts'

export interface ListedSnapshot {
  readonly id: string
  /** 2026-11-22 */
  readonly asOf: string
  readonly release: Release
  readonly takenAt: Date
  /** Version and commit of the code that took it. */
  readonly code: string
  readonly treatments: number
  readonly patients: number
  readonly manifest: Manifest
}

type Place = Pick<Config, 'dataFolder' | 'sealPublicKeys'>

/** The newest first. */
export async function listSnapshots(db: Database | Transaction): Promise<readonly ListedSnapshot[]> {
  const rows = await listed(db).execute()
  return rows.map(({ manifest, ...row }) => ({
    ...row,
    manifest: manifestSchema.parse(JSON.parse(manifest)),
  }))
}

function listed(db: Database | Transaction) {
  return db
    .selectFrom('registry_snapshot')
    .select([
      'id',
      'as_of as asOf',
      'release',
      'taken_at as takenAt',
      'code',
      'treatments',
      'patients',
      'manifest',
    ])
    .orderBy('taken_at', 'desc')
    .orderBy('id')
}

/**
 * The last one that was taken, with days; null before the first.
 *
 * @throws SnapshotError where its files are not what was signed
 */
export async function latestSnapshot(db: Database | Transaction, place: Place): Promise<Snapshot | null> {
  const last = await db
    .selectFrom('registry_snapshot')
    .select('id')
    .where('release', '=', 'full')
    .orderBy('taken_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ? openedSnapshot(place, last.id) : null
}

/** One by its id, registered or not; null where its folder is not there. */
export async function snapshotNamed(
  db: Database | Transaction,
  place: Place,
  id: string,
): Promise<Snapshot | null> {
  if (!/^[0-9a-f]{16}$/.test(id)) return null
  const known = await db.selectFrom('registry_snapshot').select('id').where('id', '=', id).executeTakeFirst()
  return known ? openedSnapshot(place, id) : null
}

/** More than these are seldom looked at together; the ones not used for longest are closed. */
const mostOpen = 6
const open = new Map<string, Promise<Snapshot>>()

/** Opens it, once; what failed is tried anew, and so is one whose files changed while it was open. */
async function openedSnapshot(place: Place, id: string): Promise<Snapshot> {
  const folder = snapshotFolder(place.dataFolder, id)
  const known = open.get(folder)
  const isSame = known === undefined || (await known.catch(() => null))?.isAsVerified() === true
  if (!isSame && open.get(folder) === known) {
    open.delete(folder)
    known.then((each) => each.close()).catch(() => undefined)
  }
  return opening(folder, place, id)
}

function opening(folder: string, place: Place, id: string): Promise<Snapshot> {
  const opened = open.get(folder) ?? openNamed(folder, place, id)
  open.delete(folder)
  open.set(folder, opened)
  opened.catch(() => open.delete(folder))
  for (const [other, snapshot] of open) {
    if (open.size <= mostOpen) break
    open.delete(other)
    // Whoever holds it may begin to read a moment later.
    setTimeout(() => snapshot.then((each) => each.close()).catch(() => undefined), 600_000).unref()
  }
  return opened
}

async function openNamed(folder: string, { sealPublicKeys }: Place, id: string): Promise<Snapshot> {
  const snapshot = await openSnapshot(folder, { trusted: sealPublicKeys.length > 0 ? sealPublicKeys : null })
  if (snapshot.id === id) return snapshot
  await snapshot.close()
  throw new SnapshotError(
    'manifest-damaged',
    'The folder holds another snapshot than it is named after.',
    'manifest.json',
  )
}

/** Closes all that are open: where a process goes on without them, as tests do. */
export async function closeSnapshots(): Promise<void> {
  const all = [...open.values()]
  open.clear()
  await Promise.allSettled(all.map(async (snapshot) => (await snapshot).close()))
}
