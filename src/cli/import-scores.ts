/** `npm run import -- scores FILE --licence REFERENCE`: an owner's table of scores, dry run first, whole or not at all. */

import { basename } from 'node:path'
import { readScoreTable, scoreColumns } from '#core/feedback/score-table-rows.ts'
import { instrumentById } from '#core/registry/instruments.ts'
import { loadScoreTable } from '#store/feedback/score-table.ts'
import { readTable } from '#store/files/read-table.ts'
import type { Store } from '#store/open.ts'
import { bytesOf } from './import-organisations.ts'

interface Given {
  readonly file: string
  readonly licence: string
  readonly apply: boolean
}

/** More lines than these help nobody who mends a file. */
const mostProblems = 30

/** Prints what the file holds, and each row's problem with its line. Answers the exit code. */
export async function importScoresCommand(
  { db }: Pick<Store, 'db'>,
  { file, licence, apply }: Given,
  print: (line: string) => void,
): Promise<number> {
  const found = await bytesOf(file)
  if ('problem' in found) {
    print(found.problem)
    return 1
  }
  const rows = await readTable(found.bytes, basename(file))
  if ('problem' in rows) {
    print(`${basename(file)}: ${rows.problem}`)
    return 1
  }
  if (rows.note !== null) print(`Note: ${rows.note}`)
  const read = readScoreTable(rows)
  if (read.outcome === 'refused') {
    for (const { line, words } of read.problems.slice(0, mostProblems))
      print(line === null ? `  ${words}` : `  line ${line}: ${words}`)
    const more = read.problems.length - mostProblems
    if (more > 0) print(`  and ${more} more`)
    print(`Nothing was imported: mend the problems first. The columns are ${scoreColumns.join(', ')}`)
    return 1
  }
  const { table } = read
  const title = instrumentById(table.instrument)?.title ?? table.instrument
  for (const { name, title: called, items, by, scores } of table.scales) {
    const values = Object.values(scores)
    print(
      `  ${name} ${called}: ${values.length} scores by ${by}, of ${items.length} items, from ${Math.min(...values)} to ${Math.max(...values)}`,
    )
  }
  const done = await loadScoreTable(
    db,
    { table, licence, file: basename(file), bytes: found.bytes, at: new Date() },
    apply,
  )
  print(verdict(done, title, licence, apply))
  return 0
}

function verdict(
  done: 'first' | 'replaces' | 'same',
  title: string,
  licence: string,
  apply: boolean,
): string {
  if (done === 'same') return `There is nothing to import: ${title} is scored by this file under ${licence}`
  const what =
    done === 'first'
      ? `${title} is scored by this table`
      : `${title} is scored by this table in place of the one before`
  return apply
    ? `Imported: ${what}, under ${licence}`
    : `This was a dry run. With --apply ${what}, under ${licence}`
}
