/**
 * Scores by a table that belongs to an instrument's owner, such as a value set or T-scores. None is shipped: whoever
 * runs a node loads the owner's under a licence of their own, row by row of a file.
 */

import type { AnswerRange, Instrument, InstrumentId, Scored } from '../registry/instruments.ts'
import { rangeOf } from '../registry/instruments.ts'

export interface TableScale {
  readonly name: string
  readonly title: string
  readonly lowIsBetter: boolean
  readonly items: readonly TableItem[]
  /** 'answers': by the answers in the order of the items, as '11213'. 'sum': by what they come to. */
  readonly by: 'answers' | 'sum'
  readonly scores: Readonly<Record<string, number>>
}

export interface TableItem extends AnswerRange {
  readonly item: string
  /** A high answer counts low: it is turned round before it is added. */
  readonly isTurned: boolean
}

export interface ScoreTable {
  readonly instrument: InstrumentId
  readonly scales: readonly TableScale[]
}

/** An item as a table names it; '-HEP1' is HEP1 turned round. Null: the instrument has no such item. */
export function tableItem(instrument: Instrument, word: string): TableItem | null {
  const isTurned = word.startsWith('-')
  const item = isTurned ? word.slice(1) : word
  return instrument.items.includes(item) ? { item, isTurned, ...rangeOf(instrument, item) } : null
}

/** The score of one scale; every one of its items has to be answered. */
export function scoreByTable(scale: TableScale, answers: Readonly<Record<string, number>>): Scored {
  const given = scale.items.map(({ item, isTurned, from, to }) => {
    const answer = answers[item]
    return answer === undefined ? undefined : isTurned ? from + to - answer : answer
  })
  if (given.includes(undefined)) return { outcome: 'too-few' }
  const key =
    scale.by === 'answers'
      ? given.join('')
      : String(given.reduce<number>((sum, each) => sum + (each ?? 0), 0))
  const score = Object.hasOwn(scale.scores, key) ? scale.scores[key] : undefined
  return score === undefined ? { outcome: 'too-few' } : { outcome: 'scored', score }
}

/** More combinations than this nobody writes down: such a scale goes by the sum. */
export const mostKeys = 20_000

/** All keys that a whole table has; null where there are too many, or answers of two digits would run together. */
export function keysOf({ items, by }: Pick<TableScale, 'items' | 'by'>): readonly string[] | null {
  if (by === 'sum') {
    const [low, high] = [
      items.reduce((sum, { from }) => sum + from, 0),
      items.reduce((sum, { to }) => sum + to, 0),
    ]
    return Array.from({ length: high - low + 1 }, (_, at) => String(low + at))
  }
  const count = items.reduce((all, { from, to }) => all * (to - from + 1), 1)
  if (count > mostKeys || items.some(({ to }) => to > 9)) return null
  return items.reduce<readonly string[]>(
    (keys, { from, to }) =>
      keys.flatMap((key) => Array.from({ length: to - from + 1 }, (_, at) => `${key}${from + at}`)),
    [''],
  )
}
