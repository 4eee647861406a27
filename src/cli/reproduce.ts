/**
 * `npm run reproduce -- FIGURE.json [--snapshot FILE.tar|FOLDER]`: recomputes a figure from a snapshot, on a
 * machine that has nothing but this program and the two, and says whether it is the same.
 */

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differences } from '#core/registry/figure/difference.ts'
import { figureDigest } from '#core/registry/figure/digest.ts'
import type { FigureData, ReleasedFigure } from '#core/registry/figure/figure.ts'
import { type FigureFile, figureFileSchema } from '#core/registry/figure/file.ts'
import { figureOf } from '#store/registry/figure-of.ts'
import { SnapshotError } from '#store/snapshot/error.ts'
import { openSnapshot, type Snapshot } from '#store/snapshot/open.ts'
import { snapshotFolder } from '#store/snapshot/place.ts'
import { unpackSnapshot } from '#store/snapshot/unpack.ts'

const usage = 'npm run reproduce -- FIGURE.json [--snapshot FILE.tar|FOLDER] [--key PUBLIC-KEY.pem]'

interface Asked {
  readonly figure: string
  readonly snapshot: string | null
  readonly key: string | null
}

/**
 * @param dataFolders where the snapshot is looked for when none is named
 * @returns the exit code: 0 when the figure comes to the same digest
 */
export async function reproduceCommand(
  given: readonly string[],
  dataFolders: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const asked = read(given)
  const file = asked && readFigure(asked.figure)
  if (!asked || !file) {
    print(asked ? `${asked.figure} is no figure file: download one as JSON from a figure’s page.` : usage)
    return 1
  }
  const unpacked = mkdtempSync(join(tmpdir(), 'fourth-pillar-'))
  try {
    const place = await placeOf(asked, file, dataFolders, unpacked)
    const trusted = asked.key === null ? null : [readFileSync(asked.key, 'utf8')]
    const snapshot = await openSnapshot(place, { trusted })
    try {
      return await compare(snapshot, file, print)
    } finally {
      await snapshot.close()
    }
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error
    print(error.message)
    return 1
  } finally {
    rmSync(unpacked, { recursive: true, force: true })
  }
}

async function compare(snapshot: Snapshot, file: FigureFile, print: (line: string) => void): Promise<number> {
  const { code, key } = snapshot.manifest
  print(
    `Snapshot ${snapshot.id}, as of ${snapshot.asOf}, taken by version ${code.version}${code.commit ? ` (${code.commit.slice(0, 7)})` : ''}`,
  )
  print(`  every file is what was signed; key ${key.slice(0, 16)}`)
  if (snapshot.id !== file.snapshot) {
    print(`The figure is from the snapshot ${file.snapshot}, not from this one.`)
    return 1
  }
  const figure = await figureOf(snapshot, file.spec, file.audience)
  for (const line of linesOf(figure)) print(line)
  const { result } = file as { readonly result?: unknown }
  const same = asSaid(figure, file)
  const digest = figureDigest(same, snapshot.id)
  print(`Digest here     ${digest}`)
  print(`Digest in file  ${file.digest}`)
  const different = result === undefined ? [] : differences(plain(same), result)
  const isItsOwn = result === undefined || figureDigest(result as FigureData, file.snapshot) === file.digest
  if (digest === file.digest && isItsOwn) {
    print('The same.')
    for (const { caption } of figure.further.slice(same.further.length))
      print(`A table that the file has not is shown here: ${caption}.`)
    if (different.length > 0) print('Some of its words are others: a later version says the same otherwise.')
    return 0
  }
  print(
    digest === file.digest
      ? 'The digest is the same; the numbers beside it in the file are not:'
      : 'Not the same.',
  )
  if (figure.policy.id !== file.policy)
    print(`  the disclosure policy is ${figure.policy.id} here, ${file.policy} in the file`)
  for (const difference of different) print(`  ${difference}`)
  return 1
}

/**
 * The figure without those of its last tables that an earlier version did not show, where it is the same but for
 * them: a later version puts what it adds after what was there.
 */
function asSaid(figure: FigureData, file: FigureFile): FigureData {
  const shorter = figure.further.map((_, count) => ({ ...figure, further: figure.further.slice(0, count) }))
  const isSame = (each: FigureData) => figureDigest(each, file.snapshot) === file.digest
  return isSame(figure) ? figure : (shorter.find(isSame) ?? figure)
}

/** As it would be read from a file. */
function plain(figure: FigureData): unknown {
  return JSON.parse(JSON.stringify(figure))
}

function linesOf({ finding, table, further }: ReleasedFigure): string[] {
  return [
    '',
    finding,
    ...[table, ...further].flatMap(({ caption, columns, rows }) => [
      '',
      caption,
      columns.map(({ heading }) => heading).join('  |  '),
      ...rows.map((row) => row.map((cell) => cell ?? '').join('  |  ')),
    ]),
    '',
  ]
}

async function placeOf(
  { snapshot }: Asked,
  file: FigureFile,
  dataFolders: readonly string[],
  unpacked: string,
): Promise<string> {
  if (snapshot === null) {
    const known = dataFolders.map((folder) => snapshotFolder(folder, file.snapshot)).find(isFolder)
    if (known) return known
    throw new SnapshotError(
      'missing',
      `The snapshot ${file.snapshot} is not on this machine. Download it, and name it: --snapshot FILE.tar`,
    )
  }
  if (isFolder(snapshot)) return snapshot
  await unpackSnapshot(snapshot, unpacked)
  return unpacked
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function readFigure(path: string): FigureFile | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const file = figureFileSchema.parse(parsed)
    // The result goes on: the schema is of what reproducing needs.
    return { ...(parsed as object), ...file }
  } catch {
    return null
  }
}

function read(given: readonly string[]): Asked | null {
  let asked: { figure?: string; snapshot: string | null; key: string | null } = { snapshot: null, key: null }
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? ''
    const value = given[at + 1]
    if (word === '--snapshot' || word === '--key') {
      if (value === undefined) return null
      asked = { ...asked, [word.slice(2)]: value }
      at++
    } else if (word.startsWith('--') || asked.figure !== undefined) return null
    else asked = { ...asked, figure: word }
  }
  const { figure } = asked
  return figure === undefined ? null : { ...asked, figure }
}
