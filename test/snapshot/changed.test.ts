/** A snapshot whose files are written into while the site has it open: noticed by the next who asks, and never read. */

import assert from 'node:assert/strict'
import { closeSync, openSync, readFileSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { SnapshotError } from '#store/snapshot/error.ts'
import { exportFile } from '#store/snapshot/exports.ts'
import { closeSnapshots, snapshotNamed } from '#store/snapshot/latest.ts'
import { snapshotFolder } from '#store/snapshot/place.ts'
import { registeredSnapshot } from '#test/registry/snapshot.ts'
import { testStore } from '#test/support/store.ts'
import { temporaryFolder } from './support.ts'

const store = await testStore()
const place = { dataFolder: temporaryFolder(), sealPublicKeys: [] }
const id = await registeredSnapshot(store.db, place.dataFolder, 200)
const opened = () => snapshotNamed(store.db, place, id)
after(closeSnapshots)

/** One byte in its middle, and the times as they were. */
function flip(path: string): void {
  const { size, atime, mtime } = statSync(path)
  const at = Math.floor(size / 2)
  const byte = (readFileSync(path)[at] ?? 0) ^ 1
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.from([byte]), 0, 1, at)
  closeSync(file)
  utimesSync(path, atime, mtime)
}

describe('an open snapshot', () => {
  it('is shared while nothing changes, and refused once a byte has', async () => {
    const snapshot = await opened()
    assert.ok(snapshot)
    assert.equal(await opened(), snapshot)
    const path = snapshot.manifest.files.find((file) => file.path.startsWith('treatment/'))?.path ?? ''
    const damaged = (error: unknown) =>
      error instanceof SnapshotError && error.code === 'file-damaged' && error.file === path
    flip(join(snapshotFolder(place.dataFolder, id), path))
    await assert.rejects(opened(), damaged)
    await assert.rejects(opened(), damaged)
    flip(join(snapshotFolder(place.dataFolder, id), path))
    const again = await opened()
    assert.equal(
      (await again?.count({ conditions: [] }))?.treatments,
      snapshot.manifest.levels.treatment.rows,
    )
  })

  it('gives out no export that was written into since it was made', async () => {
    const snapshot = await opened()
    assert.ok(snapshot)
    const made = await exportFile(snapshot, 'treatment.csv')
    const right = readFileSync(made?.path ?? '')
    writeFileSync(made?.path ?? '', Buffer.concat([right, Buffer.from('planted\r\n')]))
    assert.deepEqual(await exportFile(snapshot, 'treatment.csv'), made)
    assert.deepEqual(readFileSync(made?.path ?? ''), right)
  })
})
