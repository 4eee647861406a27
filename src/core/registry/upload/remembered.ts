/** A reader of cells that remembers: columns of answers, days and numbers say the same over and over. */

import { type CellValue, formulaProblem, isBlank } from '../../sheet/cells.ts'

/** What a cell holds; null where it holds nothing. */
export type ReadsCell = (cell: string) => CellValue<unknown> | null

const mostRemembered = 5_000
const longestRemembered = 40

/** @param repeats false: a column whose cells are all different, of which nothing need be kept */
export function remembered(read: (cell: string) => CellValue<unknown>, repeats: boolean): ReadsCell {
  const known = new Map<string, CellValue<unknown> | null>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const found = freshly(read, cell)
    if (repeats && known.size < mostRemembered && cell.length <= longestRemembered) known.set(cell, found)
    return found
  }
}

function freshly(read: (cell: string) => CellValue<unknown>, cell: string): CellValue<unknown> | null {
  if (isBlank(cell)) return null
  const formula = formulaProblem(cell)
  return formula === null ? read(cell) : { problem: formula }
}
