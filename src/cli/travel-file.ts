/** `npm run travel -- --file FILE.csv`: puts a file of travel times in use, however large; whole or not at all. */

import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse'
import { type GivenLine, type GivenRead, readGiven } from '#core/network/travel/given.ts'
import { areas } from '#store/network/areas.ts'
import type { Origin } from '#store/network/measured.ts'
import { putTravelFile } from '#store/network/travel-file.ts'
import type { Store } from '#store/open.ts'

const PROBLEMS_SHOWN = 20

/** @returns the exit code: 0 when it is in use, 1 with lines that say why not */
export async function travelFileCommand(
  store: Store,
  path: string,
  sites: readonly Origin[],
  print: (line: string) => void,
): Promise<number> {
  const lines = await readLines(path)
  if ('problem' in lines) {
    print(lines.problem)
    return 1
  }
  const { times, pairs, problems } = givenOf(lines, sites)
  if (problems.length > 0 || pairs === 0) {
    for (const { line, words } of problems.slice(0, PROBLEMS_SHOWN)) print(`line ${line}: ${words}`)
    const more = problems.length - PROBLEMS_SHOWN
    if (more > 0) print(`and ${more.toLocaleString('en-GB')} more lines.`)
    print(pairs === 0 && problems.length === 0 ? 'The file has no travel times.' : 'Nothing was put in use.')
    return 1
  }
  const by = { id: 'command', name: 'whoever runs this node' }
  await putTravelFile(store.db, { name: basename(path), times, pairs, sites, by })
  print(
    `${pairs.toLocaleString('en-GB')} travel times of ${times.size} ${times.size === 1 ? 'service' : 'services'} are in use.`,
  )
  return 0
}

function givenOf(lines: readonly GivenLine[], sites: readonly Origin[]): GivenRead {
  const places = new Map(areas().map(({ code }, at) => [code, at]))
  return readGiven(lines, new Set(sites.map(({ code }) => code)), places)
}

async function readLines(path: string): Promise<readonly GivenLine[] | { readonly problem: string }> {
  const lines: GivenLine[] = []
  const parser = createReadStream(path)
    .on('error', (error) => parser.destroy(error))
    .pipe(
      parse({
        bom: true,
        columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
        info: true,
      }),
    )
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Partial<Record<string, string>>
      info: { lines: number }
    }>) {
      const { origin, destination, minutes } = record
      if (origin === undefined || destination === undefined || minutes === undefined)
        return { problem: 'The file needs columns origin, destination and minutes.' }
      lines.push({ line: info.lines, origin, destination, minutes })
    }
  } catch (error) {
    if (error instanceof CsvError) return { problem: `The file cannot be read: ${error.message}` }
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { problem: code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${code}).` }
  }
  return lines
}
