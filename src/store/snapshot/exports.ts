/** Files made of a snapshot for whoever takes it away: each is made once, beside the snapshot, when first asked for. */

import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { redcapDictionaryOf } from '#core/registry/export/redcap.ts'
import { type Level, levelNames } from '#core/registry/levels.ts'
import { makeFolder } from '../folder.ts'
import { withLock } from '../lock.ts'
import { fileDigest } from './digest.ts'
import { nameOf, textOf } from './engine.ts'
import { writeLevelCsv, writeRedcapCsv } from './export/csv.ts'
import { writeTar } from './export/tar.ts'
import type { Snapshot } from './open.ts'
import { exportsFolder } from './place.ts'
import { stampOf } from './stamp.ts'

export interface ExportKind {
  readonly name: string
  /** A sentence for the page. */
  readonly what: string
  /** Content type. */
  readonly type: string
}

export interface ExportedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

const csv = 'text/csv; charset=utf-8'
const parquet = 'application/vnd.apache.parquet'
const levelWords: Readonly<Record<Level, string>> = {
  patient: 'patient',
  treatment: 'treatment',
  session: 'session',
  tumour: 'treated tumour',
  assessment: 'scan that was read for response',
  complication: 'complication',
  feedback: 'feedback',
}

/** All that can be asked for. */
export const exportFiles: readonly ExportKind[] = [
  {
    name: 'snapshot.tar',
    what: 'The whole snapshot: Parquet by level and year, dictionary, manifest and signature. Figures are recomputed from it.',
    type: 'application/x-tar',
  },
  ...levelNames.map((level) => ({
    name: `${level}.csv`,
    what: `Tidy CSV, one row a ${levelWords[level]}.`,
    type: csv,
  })),
  ...levelNames.map((level) => ({
    name: `${level}.parquet`,
    what: `Parquet, one row a ${levelWords[level]}, all years in one file.`,
    type: parquet,
  })),
  { name: 'redcap-dictionary.csv', what: 'REDCap data dictionary, as its web page reads it.', type: csv },
  {
    name: 'redcap-dictionary-api.csv',
    what: 'REDCap data dictionary, as its programming interface names the columns.',
    type: csv,
  },
  {
    name: 'redcap-data.csv',
    what: 'REDCap data: one record a patient, the levels below as repeating instruments.',
    type: csv,
  },
  { name: 'dictionary.csv', what: 'Data dictionary: every column in words.', type: csv },
  { name: 'dictionary.json', what: 'The same as JSON.', type: 'application/json' },
  { name: 'manifest.json', what: 'What is in it, with the digest of every file.', type: 'application/json' },
  {
    name: 'manifest.sig',
    what: 'The signature of the manifest, with the public key.',
    type: 'application/json',
  },
]

/** Files of the snapshot itself. */
const own = new Set(['dictionary.csv', 'dictionary.json', 'manifest.json', 'manifest.sig'])

/** Makes it where it is not there yet; null where nothing is called so. Two at once: the second waits. */
export async function exportFile(snapshot: Snapshot, name: string): Promise<ExportedFile | null> {
  if (!exportFiles.some((each) => each.name === name)) return null
  if (own.has(name)) return described(join(snapshot.folder, name))
  const folder = exportsFolder(snapshot.folder)
  const path = join(folder, name)
  dropChanged(path)
  if (sizeOf(path) === null) {
    makeFolder(folder, 0o700)
    await withLock(
      `${path}.lock`,
      async () => {
        if (sizeOf(path) === null) await make(snapshot, name, folder)
      },
      patienceMs,
    )
  }
  return described(path)
}

/** How large it is; null where nobody asked for it yet, so that it is not made. */
export function exportBytes(snapshot: Snapshot, name: string): number | null {
  return sizeOf(own.has(name) ? join(snapshot.folder, name) : join(exportsFolder(snapshot.folder), name))
}

/** As long as the largest may take. */
const patienceMs = 900_000

async function make(snapshot: Snapshot, name: string, folder: string): Promise<void> {
  const making = join(folder, `.${process.pid}-${name}`)
  try {
    await write(snapshot, name, making)
    renameSync(making, join(folder, name))
  } finally {
    rmSync(making, { force: true })
  }
}

async function write(snapshot: Snapshot, name: string, file: string): Promise<void> {
  const { manifest, folder, id } = snapshot
  if (name === 'snapshot.tar') return writeTar(folder, id, manifest, file)
  if (name === 'redcap-dictionary.csv') return writeFileSync(file, redcapDictionaryOf(manifest))
  if (name === 'redcap-dictionary-api.csv') return writeFileSync(file, redcapDictionaryOf(manifest, 'api'))
  return snapshot.reading(async (connection) => {
    if (name === 'redcap-data.csv') return writeRedcapCsv(connection, manifest, file)
    const level = levelNames.find((each) => name.startsWith(`${each}.`)) ?? 'treatment'
    if (name.endsWith('.csv')) return writeLevelCsv(connection, manifest, level, file)
    await connection.run(
      `copy (select * from ${nameOf(level)}) to ${textOf(file)} (format parquet, parquet_version v1, compression zstd)`,
    )
  })
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null
}

/** Digests of files as they were last seen, by path. */
const digests = new Map<string, { readonly stamp: string; readonly file: Promise<ExportedFile> }>()

/** One that was written into since it was made goes, and is made anew. */
function dropChanged(path: string): void {
  const known = digests.get(path)
  if (!known || known.stamp === stampOf([path])) return
  digests.delete(path)
  rmSync(path, { force: true })
}

function described(path: string): Promise<ExportedFile> {
  const stamp = stampOf([path])
  const known = digests.get(path)
  if (known?.stamp === stamp) return known.file
  const file = fileDigest(path).then((digest) => ({ path, ...digest }))
  digests.set(path, { stamp, file })
  file.catch(() => digests.delete(path))
  return file
}
