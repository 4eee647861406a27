/** Writes a snapshot into a folder: rows stream in, Parquet, dictionary, signed manifest come out. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonical } from '#core/record/digest.ts'
import { type ExclusionReason, exclusionReasons } from '#core/registry/exclusion.ts'
import { type Level, levelNames, type Rows } from '#core/registry/levels.ts'
import type { Manifest, Release } from '#core/registry/snapshot/manifest.ts'
import { storedColumns } from '#core/registry/snapshot/stored.ts'
import type { SealKey } from '../record/seal-key.ts'
import type { CodeVersion } from './code-version.ts'
import { dictionaryFiles } from './dictionary-files.ts'
import { fileDigest, textDigest } from './digest.ts'
import { openEngine } from './engine.ts'
import { declareKeyText } from './key-code.ts'
import { numberRows, type WrittenFile, writeLevel } from './parquet.ts'
import { signManifest } from './signature.ts'
import { openStage, type StagedLevel } from './stage.ts'

export type Sourced =
  | { readonly rows: Rows; readonly excluded?: undefined }
  | { readonly excluded: ExclusionReason; readonly rows?: undefined }

export interface SnapshotFacts {
  /** 2026-11-22 */
  readonly asOf: string
  readonly codeVersion: CodeVersion
  readonly release: Release
  readonly signKey: SealKey
  /** What else figures are computed from (`around.json`): plain JSON. */
  readonly around?: unknown
}

/** What the staging may hold in memory; what is beyond goes to the disk beside. A hundred thousand treatments fill it. */
const memory = '96MB'

/**
 * Writes the snapshot of some people's rows. The same rows and facts, in whatever order they come, give the
 * same bytes. Memory does not grow with their number.
 *
 * @param folder is made; whatever is in it is not touched
 * @throws SnapshotError 'row-refused' where a row holds what its column may not
 */
export async function writeSnapshot(
  folder: string,
  source: AsyncIterable<Sourced> | Iterable<Sourced>,
  facts: SnapshotFacts,
): Promise<Manifest> {
  const staging = join(folder, '.staging')
  mkdirSync(staging, { recursive: true })
  try {
    const { staged, exclusions, files } = await stageAndWrite(folder, staging, source, facts)
    const texts = [
      ...dictionaryFiles(),
      { path: 'around.json', text: `${canonical(facts.around ?? {})}\n`, rows: null },
    ]
    for (const { path, text } of texts) writeFileSync(join(folder, path), text)
    const manifest = await manifestOf(folder, { staged, exclusions, files: [...files, ...texts] }, facts)
    writeManifest(folder, manifest, facts.signKey)
    return manifest
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function stageAndWrite(
  folder: string,
  staging: string,
  source: AsyncIterable<Sourced> | Iterable<Sourced>,
  { release }: SnapshotFacts,
) {
  const engine = await openEngine({
    folder,
    memory,
    // One thread: the same rows then come to the same row groups.
    threads: 1,
    spill: staging,
  })
  const connection = await engine.connect()
  try {
    await connection.run(declareKeyText)
    // One transaction: what is staged is laid down once, not copied from each commit's rows to the table's.
    await connection.run('begin transaction')
    const stage = await openStage(connection)
    const exclusions = Object.fromEntries(exclusionReasons.map((reason) => [reason, 0])) as Record<
      ExclusionReason,
      number
    >
    for await (const { rows, excluded } of source) {
      if (rows) stage.add(rows)
      else exclusions[excluded]++
    }
    const staged = stage.finish()
    await connection.run('commit')
    await numberRows(connection, staged)
    const files: WrittenFile[] = []
    for (const level of staged.values()) files.push(...(await writeLevel(connection, level, folder, release)))
    return { staged, exclusions, files }
  } finally {
    connection.closeSync()
    engine.close()
  }
}

async function manifestOf(
  folder: string,
  written: {
    readonly staged: ReadonlyMap<Level, StagedLevel>
    readonly exclusions: Manifest['exclusions']
    readonly files: readonly { readonly path: string; readonly rows: number | null }[]
  },
  { asOf, codeVersion, release, signKey }: SnapshotFacts,
): Promise<Manifest> {
  const files = await Promise.all(
    written.files.map(async ({ path, rows }) => ({ path, ...(await fileDigest(join(folder, path))), rows })),
  )
  const level = (name: Level) => {
    const { columns = [], rows = 0 } = written.staged.get(name) ?? {}
    const codesOf = (column: string) => columns.find((each) => each.name === column)?.codes() ?? []
    return { rows, columns: storedColumns(name, release, codesOf) }
  }
  return {
    format: 'fourth-pillar-snapshot/1',
    asOf,
    code: codeVersion,
    release,
    levels: Object.fromEntries(levelNames.map((name) => [name, level(name)])) as Record<
      Level,
      ReturnType<typeof level>
    >,
    files: files.sort((one, other) => (one.path < other.path ? -1 : 1)),
    exclusions: written.exclusions,
    dictionary: files.find(({ path }) => path === 'dictionary.json')?.sha256 ?? textDigest(''),
    key: signKey.id,
  }
}

function writeManifest(folder: string, manifest: Manifest, key: SealKey): void {
  const text = canonical(manifest)
  writeFileSync(join(folder, 'manifest.json'), text)
  writeFileSync(join(folder, 'manifest.sig'), signManifest(text, key))
}
