/** Takes a snapshot of the record: all of it as it stood at one moment, or nothing. */

import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Manifest, Release } from '#core/registry/snapshot/manifest.ts'
import { makeFolder } from '../folder.ts'
import type { Database, Transaction } from '../open.ts'
import type { SealKey } from '../record/seal-key.ts'
import { withinScope } from '../scope.ts'
import { aroundFacts } from './around.ts'
import { codeVersion, versionWords } from './code-version.ts'
import { SnapshotError } from './error.ts'
import { snapshotFolder, snapshotsFolder } from './place.ts'
import { keyMaker } from './pseudonyms.ts'
import { snapshotId } from './signature.ts'
import { sourceOf } from './source.ts'
import { verifySnapshot } from './verify.ts'
import { writeSnapshot } from './write.ts'

export interface TakeOptions {
  /** The data folder, under which snapshots are kept. */
  readonly dataFolder: string
  readonly release: Release
  /** 2026-11-22: the day on which it is taken, in the United Kingdom. */
  readonly asOf: string
  readonly signKey: SealKey
  readonly registryKey: string
  /** How many people were read so far. */
  readonly told?: (people: number) => void
}

export interface TakenSnapshot {
  readonly id: string
  readonly folder: string
  readonly manifest: Manifest
  /** False: the record says what it said when the same snapshot was taken before. */
  readonly isNew: boolean
}

/**
 * Takes one and registers it. It appears whole or not at all: made under another name, then renamed.
 *
 * @throws SnapshotError 'under-way' where another one is being taken, by whichever process
 */
export async function takeSnapshot(db: Database, options: TakeOptions): Promise<TakenSnapshot> {
  return withinScope(db, 'whole', (whole) =>
    whole
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => take(tx, options)),
  )
}

async function take(tx: Transaction, options: TakeOptions): Promise<TakenSnapshot> {
  await holdTheOnlyOne(tx)
  const { dataFolder, release, asOf, signKey, registryKey, told } = options
  makeFolder(snapshotsFolder(dataFolder), 0o700)
  removeLeftovers(dataFolder)
  const making = mkdtempSync(join(snapshotsFolder(dataFolder), unfinished))
  try {
    const version = codeVersion()
    const source = sourceOf(tx, {
      asOf,
      keyOf: keyMaker(registryKey),
      secret: registryKey,
      ...(told ? { told } : {}),
    })
    const around = await aroundFacts(tx)
    const manifest = await writeSnapshot(making, source, {
      asOf,
      codeVersion: version,
      release,
      signKey,
      around,
    })
    const text = readFileSync(join(making, 'manifest.json'), 'utf8')
    const id = snapshotId(text)
    const folder = snapshotFolder(dataFolder, id)
    await putInPlace(making, folder)
    const lastEntryAt = await lastEntry(tx)
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('registry_snapshot')
      .values({
        id,
        as_of: asOf,
        release,
        code: versionWords(version),
        treatments: manifest.levels.treatment.rows,
        patients: manifest.levels.patient.rows,
        manifest: text,
        last_entry_at: lastEntryAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    return { id, folder, manifest, isNew: (numInsertedOrUpdatedRows ?? 0n) > 0n }
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

const unfinished = '.making-'

async function holdTheOnlyOne(tx: Transaction): Promise<void> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('fourth-pillar snapshot')) as held`.execute(tx)
  if (!rows[0]?.held)
    throw new SnapshotError(
      'under-way',
      'Another snapshot is being taken at this moment. Try again when it is done.',
    )
}

/** Of runs that were killed: nobody else takes one now. */
function removeLeftovers(dataFolder: string): void {
  for (const name of readdirSync(snapshotsFolder(dataFolder)))
    if (name.startsWith(unfinished))
      rmSync(join(snapshotsFolder(dataFolder), name), { recursive: true, force: true })
}

/** The same snapshot may be there: kept if it holds, replaced if it was damaged since. */
async function putInPlace(making: string, folder: string): Promise<void> {
  const holds = await verifySnapshot(folder).then(
    () => true,
    () => false,
  )
  if (holds) return
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
}

/** When something was last said that a snapshot is made from. */
export async function lastEntry(tx: Database | Transaction): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(recorded_at) as at from record_entry where subject ~ '^(case|patient|past):'`.execute(tx)
  return rows[0]?.at ?? null
}
