/** The groups of a figure: at most eight values of a column, and those of whom it is not known. */

import type { Level } from '../levels.ts'
import { choicesOf, numbersOf, type Vectors } from '../vectors.ts'
import type { Around } from './around.ts'
import { bandAt, bandsOf } from './bands.ts'
import { columnNamed, valueWords } from './labels.ts'

export interface Groups {
  /** The column; undefined: one group of all. */
  readonly by: string | undefined
  readonly title: string
  readonly groups: readonly { readonly id: string; readonly name: string; readonly isKnown: boolean }[]
  /** The group of each row. */
  readonly of: Uint8Array
}

const atMost = 8
/** Places are compared side by side, and are few by nature. */
const atMostPlaces = 40

export const notKnown = 'Not known'

/**
 * `applies`: 1 for the rows that the figure can be of; where it is given, they alone say which values are the largest,
 * and values of none of them stand together. Places stand alone, however few.
 *
 * @throws RangeError where the column can make no groups
 */
export function groupsOf(
  level: Level,
  by: string | undefined,
  vectors: Vectors,
  around: Around,
  applies?: Uint8Array,
): Groups {
  if (by === undefined) {
    return {
      by,
      title: '',
      groups: [{ id: 'all', name: 'All', isKnown: true }],
      of: new Uint8Array(vectors.length),
    }
  }
  const column = columnNamed(level, by)
  if (!column || column.type === 'key' || column.type === 'day')
    throw new RangeError(`${level} cannot be grouped by ${by}`)
  const places = by === 'region' || by === 'nation'
  const vector = vectors.columns[by]
  if (vector?.type === 'choice') {
    const { codes } = choicesOf(vectors, by)
    const counted = countsOf(codes, vector.values.length)
    const able = applies && !places ? countsOf(codes, vector.values.length, applies) : counted
    const values = vector.values.map((id, at) => ({
      id,
      name: valueWords(column, id, around),
      codes: [at + 1],
      rows: able[at + 1] ?? 0,
    }))
    // A place of the registry without a row is a count of none, which may have to be withheld like another.
    const present = places ? values : values.filter((_, at) => (counted[at + 1] ?? 0) > 0)
    const ordered =
      column.type === 'choice'
        ? sortBy(present, ({ id }) => column.options.findIndex(({ value }) => value === id))
        : sortBy(present, ({ rows }) => -rows)
    return build(by, column.label, places ? ordered : atMostEight(ordered), vector.codes, counted[0] ?? 0)
  }
  return ofNumbers(level, by, column.label, column.type === 'yes-no', numbersOf(vectors, by))
}

function ofNumbers(level: Level, by: string, title: string, yesNo: boolean, values: Float64Array): Groups {
  const bands = bandsOf(by)
  const codes = new Uint32Array(values.length)
  let names: string[]
  if (yesNo) {
    names = ['Yes', 'No']
    values.forEach((value, row) => {
      codes[row] = Number.isNaN(value) ? 0 : value === 1 ? 1 : 2
    })
  } else if (bands) {
    names = bands.map(({ words }) => words)
    values.forEach((value, row) => {
      codes[row] = bandAt(bands, value) + 1
    })
  } else if (by === 'year') {
    const years = [...new Set(values)].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b)
    const place = new Map(years.map((year, at) => [year, at + 1]))
    names = years.map(String)
    values.forEach((value, row) => {
      codes[row] = place.get(value) ?? 0
    })
  } else throw new RangeError(`${level} cannot be grouped by ${by}: it has no bands`)
  const counted = countsOf(codes, names.length)
  const present = names
    .map((name, at) => ({ id: name, name, codes: [at + 1], rows: counted[at + 1] ?? 0 }))
    .filter(({ rows }) => rows > 0)
  // Of many years the latest eight, the rest together.
  const kept = by === 'year' && present.length > atMost ? earlierTogether(present) : present
  return build(by, title, kept, codes, counted[0] ?? 0)
}

interface Found {
  readonly id: string
  readonly name: string
  readonly codes: readonly number[]
  readonly rows: number
}

function atMostEight(found: readonly Found[]): readonly Found[] {
  const able = found.filter(({ rows }) => rows > 0)
  const isWhole = able.length === 0 || able.length === found.length
  if (found.length <= atMost && isWhole) return found
  const largest = new Set(sortBy(isWhole ? found : able, ({ rows }) => -rows).slice(0, atMost - 1))
  return [
    ...found.filter((each) => largest.has(each)),
    together(
      'Other',
      found.filter((each) => !largest.has(each)),
    ),
  ]
}

function earlierTogether(found: readonly Found[]): readonly Found[] {
  const early = found.slice(0, found.length - atMost + 1)
  return [together(`Up to ${early.at(-1)?.name}`, early), ...found.slice(early.length)]
}

function together(name: string, found: readonly Found[]): Found {
  return {
    id: name.toLowerCase(),
    name,
    codes: found.flatMap(({ codes }) => codes),
    rows: found.reduce((sum, { rows }) => sum + rows, 0),
  }
}

function build(
  by: string,
  title: string,
  found: readonly Found[],
  codes: Uint32Array,
  unknown: number,
): Groups {
  const kept = found.slice(0, atMostPlaces)
  const groups = kept.map(({ id, name }) => ({ id, name, isKnown: true }))
  if (unknown > 0 || groups.length === 0) groups.push({ id: '', name: notKnown, isKnown: false })
  const last = groups.length - 1
  const place = new Map(kept.flatMap((each, at) => each.codes.map((code) => [code, at] as const)))
  const of = new Uint8Array(codes.length)
  const table = new Uint8Array(Math.max(1, ...kept.flatMap((each) => each.codes)) + 1)
  for (let code = 0; code < table.length; code += 1) table[code] = place.get(code) ?? last
  for (let row = 0; row < codes.length; row += 1) of[row] = table[codes[row] as number] ?? last
  return { by, title, groups, of }
}

function countsOf(codes: Uint32Array, most: number, applies?: Uint8Array): Float64Array {
  const counts = new Float64Array(most + 1)
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number
    counts[code] = (counts[code] as number) + (applies?.[row] ?? 1)
  }
  return counts
}

function sortBy<Each>(list: readonly Each[], rank: (each: Each) => number): readonly Each[] {
  return [...list].sort((a, b) => rank(a) - rank(b))
}
