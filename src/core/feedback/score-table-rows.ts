/** A file of an owner's scores, read row by row: a table that is whole, or every problem with its line. */

import { type Instrument, instrumentById, instruments } from '../registry/instruments.ts'
import { keysOf, type ScoreTable, type TableItem, type TableScale, tableItem } from './score-table.ts'

export const scoreColumns = ['instrument', 'scale', 'title', 'better', 'items', 'by', 'key', 'score'] as const
type Column = (typeof scoreColumns)[number]
const needed: readonly Column[] = ['instrument', 'scale', 'items', 'by', 'key', 'score']

export interface TableProblem {
  /** Null: of the file as a whole. */
  readonly line: number | null
  readonly words: string
}

export type ScoreTableRead =
  | { readonly outcome: 'read'; readonly table: ScoreTable }
  | { readonly outcome: 'refused'; readonly problems: readonly TableProblem[] }

interface Given {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

type Row = Readonly<Record<Column, string>> & { readonly line: number }

export function readScoreTable({ header, rows }: Given): ScoreTableRead {
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((column) => !names.includes(column))
  const refused = (...problems: readonly TableProblem[]): ScoreTableRead => ({ outcome: 'refused', problems })
  if (missing.length > 0) return refused({ line: null, words: `Columns are missing: ${missing.join(', ')}` })
  const read = rows.map(({ line, cells }): Row => {
    const cell = (column: Column) => cells[names.indexOf(column)]?.trim() ?? ''
    return {
      line,
      ...(Object.fromEntries(scoreColumns.map((each) => [each, cell(each)])) as Record<Column, string>),
    }
  })
  const [first] = read
  if (!first) return refused({ line: null, words: 'The file has no rows' })
  const instrument = instrumentById(first.instrument)
  if (!instrument)
    return refused({
      line: first.line,
      words: `There is no instrument “${first.instrument}”: ${instruments.map(({ id }) => id).join(', ')}`,
    })
  const problems: TableProblem[] = read
    .filter((row) => row.instrument !== instrument.id)
    .map(({ line }) => ({ line, words: `A file is of one instrument: this one of ${instrument.id}` }))
  const scales = [...Map.groupBy(read, ({ scale }) => scale)].map(([name, own]) =>
    scaleOf(instrument, name, own, problems),
  )
  return problems.length > 0
    ? { outcome: 'refused', problems }
    : { outcome: 'read', table: { instrument: instrument.id, scales } }
}

function scaleOf(
  instrument: Instrument,
  name: string,
  rows: readonly Row[],
  problems: TableProblem[],
): TableScale {
  const [first] = rows as [Row, ...Row[]]
  const say = (line: number | null, words: string) => problems.push({ line, words })
  if (name === '' || name.length > 20) say(first.line, 'A scale has a name of 1 to 20 characters')
  if (first.title.length > 80) say(first.line, 'A title has at most 80 characters')
  if (!['', 'high', 'low'].includes(first.better.toLowerCase()))
    say(first.line, `“${first.better}” is not which end is better: high or low`)
  const by = first.by === 'sum' ? 'sum' : 'answers'
  if (!['sum', 'answers'].includes(first.by))
    say(first.line, `“${first.by}” is not how it goes: answers or sum`)
  for (const column of ['items', 'by', 'title', 'better'] as const)
    for (const row of rows)
      if (row[column] !== '' && row[column] !== first[column])
        say(row.line, `Another ${column} than in line ${first.line}, of the same scale`)
  const items = itemsOf(instrument, first, say)
  const scores = scoresOf(rows, say)
  const keys = items.length === 0 ? [] : keysOf({ items, by })
  if (keys === null)
    say(first.line, 'This many combinations of answers are nobody’s table: give the scores by the sum')
  else if (items.length > 0) compare(name, keys, scores, rows, say)
  return {
    ...{ name, title: first.title || name, by, items },
    lowIsBetter: first.better.toLowerCase() === 'low',
    scores: Object.fromEntries(scores),
  }
}

type Say = (line: number | null, words: string) => void

function itemsOf(instrument: Instrument, { items: given, line }: Row, say: Say): readonly TableItem[] {
  const words = given.split(/[\s,;]+/).filter((word) => word !== '')
  if (words.length === 0) say(line, 'A scale has items, such as MO SC UA')
  if (new Set(words.map((word) => word.replace(/^-/, ''))).size < words.length)
    say(line, 'An item stands twice in one scale')
  return words.flatMap((word) => {
    const item = tableItem(instrument, word)
    if (!item) say(line, `${instrument.title} has no item “${word.replace(/^-/, '')}”`)
    return item ?? []
  })
}

function scoresOf(rows: readonly Row[], say: Say): ReadonlyMap<string, number> {
  const scores = new Map<string, number>()
  for (const { line, key, score } of rows) {
    const value = /^-?\d{1,4}(\.\d{1,6})?$/.test(score) ? Number(score) : null
    if (value === null) say(line, `“${score}” is no score: a number such as 0.795 or 54.1`)
    if (scores.has(key)) say(line, `“${key}” has a score already`)
    scores.set(key, value ?? 0)
  }
  return scores
}

/** Against all keys that a whole table has: what is none of them, and what is missing. */
function compare(
  name: string,
  keys: readonly string[],
  scores: ReadonlyMap<string, number>,
  rows: readonly Row[],
  say: Say,
): void {
  const known = new Set(keys)
  for (const { line, key } of rows)
    if (!known.has(key)) say(line, `“${key}” cannot be answered: from ${keys[0]} to ${keys.at(-1)}`)
  const missing = keys.filter((key) => !scores.has(key))
  if (missing.length > 0)
    say(
      null,
      `Of the scale ${name} ${missing.length} of ${keys.length} scores are missing, the first that of ${missing[0]}`,
    )
}
