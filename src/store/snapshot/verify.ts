/** Checks a snapshot's folder before anything of it is read: signature, manifest, every file, and nothing else there. */

import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Manifest, manifestSchema } from '#core/registry/snapshot/manifest.ts'
import { fileDigest } from './digest.ts'
import { SnapshotError } from './error.ts'
import { checkSignature, jsonOf, snapshotId } from './signature.ts'

export interface VerifiedSnapshot {
  readonly id: string
  readonly manifest: Manifest
  /** Of the key that signed it. */
  readonly key: string
}

/**
 * @param trusted public keys, SPKI, PEM; null: whichever key the snapshot brings
 * @throws SnapshotError naming the first file that is damaged, missing or does not belong
 */
export async function verifySnapshot(
  folder: string,
  trusted: readonly string[] | null = null,
): Promise<VerifiedSnapshot> {
  const text = readWhole(folder, 'manifest.json')
  const key = checkSignature(text, readWhole(folder, 'manifest.sig').toString('utf8'), trusted)
  const parsed = manifestSchema.safeParse(jsonOf(text.toString('utf8')))
  if (!parsed.success || parsed.data.key !== key)
    throw new SnapshotError(
      'manifest-damaged',
      'manifest.json is not in the form of a manifest that this program reads.',
      'manifest.json',
    )
  const manifest = parsed.data
  refuseForeign(folder, manifest)
  for (const file of manifest.files) await verifyFile(folder, file)
  return { id: snapshotId(text), manifest, key }
}

async function verifyFile(folder: string, file: Manifest['files'][number]): Promise<void> {
  const path = join(folder, file.path)
  const damaged = (how: string) =>
    new SnapshotError('file-damaged', `${file.path} is damaged: ${how}.`, file.path)
  const found = statOf(path)
  if (!found?.isFile()) throw new SnapshotError('file-missing', `${file.path} is missing.`, file.path)
  if (found.size !== file.bytes) throw damaged(`it has ${found.size} bytes instead of ${file.bytes}`)
  const { sha256 } = await fileDigest(path)
  if (sha256 !== file.sha256) throw damaged('its content is not what was signed')
}

function refuseForeign(folder: string, manifest: Manifest): void {
  const known = new Set([...manifest.files.map(({ path }) => path), 'manifest.json', 'manifest.sig'])
  const foreign = filesIn(folder).find((path) => !known.has(path))
  if (foreign !== undefined)
    throw new SnapshotError('file-foreign', `${foreign} does not belong to this snapshot.`, foreign)
}

/** Paths from the folder with slashes, sorted; none where there is no folder. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((found) => !found.isDirectory())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .sort()
}

function statOf(path: string) {
  return lstatSync(path, { throwIfNoEntry: false })
}

function readWhole(folder: string, name: string): Buffer {
  try {
    return readFileSync(join(folder, name))
  } catch {
    throw new SnapshotError('file-missing', `${name} is missing.`, name)
  }
}
