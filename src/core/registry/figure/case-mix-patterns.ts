/** Rows of the same categories and the same outcome as one row with their number. */

import type { CaseMixColumn } from './case-mix-columns.ts'

export interface Patterns {
  /** By pattern: two for each combination of categories, with the event and without it. */
  readonly event: Uint8Array
  /** How many rows are of it, 0 where none is. */
  readonly weight: Float64Array
  /** The category of a pattern in the column at a place. */
  readonly category: (pattern: number, column: number) => number
  /** The pattern without the event of each row, in the order of `rows`. */
  readonly of: Int32Array
}

export function patternsOf(
  columns: readonly Pick<CaseMixColumn, 'of' | 'categories'>[],
  rows: Int32Array,
  event: Uint8Array,
): Patterns {
  const places = new Map<number, number>()
  const first: number[] = []
  const counts: number[] = []
  const of = Int32Array.from(rows, (row) => {
    // At most eight columns of at most nine categories: below 2^26.
    let key = 0
    for (const column of columns) key = key * column.categories.length + (column.of[row] as number)
    let place = places.get(key)
    if (place === undefined) {
      place = first.length
      places.set(key, place)
      first.push(row)
      counts.push(0, 0)
    }
    const at = 2 * place + (event[row] as number)
    counts[at] = (counts[at] as number) + 1
    return 2 * place
  })
  return {
    event: Uint8Array.from(counts, (_, at) => at % 2),
    weight: Float64Array.from(counts),
    category: (pattern, column) => columns[column]?.of[first[pattern >> 1] as number] as number,
    of,
  }
}
