/** A snapshot of invented rows, registered with a site as if its own records had made it. */

import { mkdtempSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#store/folder.ts'
import type { Database } from '#store/open.ts'
import { snapshotFolder, snapshotsFolder } from '#store/snapshot/place.ts'
import { snapshotId } from '#store/snapshot/signature.ts'
import { writeSnapshot } from '#store/snapshot/write.ts'
import { inventedRows, testKey } from '#test/snapshot/support.ts'

/** @returns the snapshot's id */
export async function registeredSnapshot(
  db: Database,
  dataFolder: string,
  treatments: number,
): Promise<string> {
  makeFolder(snapshotsFolder(dataFolder), 0o700)
  const making = join(mkdtempSync(join(snapshotsFolder(dataFolder), 'test-')), 'snapshot')
  const { levels } = await writeSnapshot(making, inventedRows(treatments, 7), {
    ...{ asOf: '2026-11-22', release: 'full', signKey: testKey },
    codeVersion: { version: '0.1.0', commit: null },
    around: { organisations: {}, population: [], declared: {} },
  })
  const manifest = readFileSync(join(making, 'manifest.json'), 'utf8')
  const id = snapshotId(manifest)
  renameSync(making, snapshotFolder(dataFolder, id))
  const rows = { treatments: levels.treatment.rows, patients: levels.patient.rows }
  await db
    .insertInto('registry_snapshot')
    .values({
      id,
      as_of: '2026-11-22',
      release: 'full',
      code: '0.1.0',
      ...rows,
      manifest,
      last_entry_at: null,
    })
    .execute()
  return id
}
