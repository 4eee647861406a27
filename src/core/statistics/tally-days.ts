/** Tallies of whole days: one table of day by status, filled in one pass without sorting. */

import type { Followed, Grouping } from './subjects.ts'
import type { Tally } from './tally.ts'

type Cells = Int32Array | Float64Array

/** One more than the last day is `span`; there are no late entries. */
export function tallyDays(
  followed: Followed,
  status: Uint8Array,
  causes: number,
  span: number,
  grouping?: Grouping,
): readonly Tally[] {
  const { time, weight } = followed
  const groups = grouping?.groups ?? 1
  const group = grouping?.group
  const statuses = causes + 1
  const block = span * statuses
  const counts = new Int32Array(groups * block)
  const sums = weight ? new Float64Array(groups * block) : counts
  const squares = weight ? new Float64Array(groups * block) : counts
  let fractional = false
  if (weight) {
    for (let at = 0; at < time.length; at += 1) {
      const each = weight[at] as number
      if (each === 0) continue
      const cell = ((group?.[at] ?? 0) * span + (time[at] as number)) * statuses + (status[at] as number)
      ;(counts[cell] as number)++
      ;(sums[cell] as number) += each
      ;(squares[cell] as number) += each * each
      if (each !== Math.floor(each)) fractional = true
    }
  } else if (group) {
    for (let at = 0; at < time.length; at += 1) {
      const cell = ((group[at] as number) * span + (time[at] as number)) * statuses + (status[at] as number)
      ;(counts[cell] as number)++
    }
  } else {
    for (let at = 0; at < time.length; at += 1)
      (counts[(time[at] as number) * statuses + (status[at] as number)] as number)++
  }
  return Array.from({ length: groups }, (_, at) => {
    const part = (cells: Cells) => cells.subarray(at * block, (at + 1) * block)
    return { ...tallyOf(part(counts), part(sums), weight && part(squares), causes, span), fractional }
  })
}

/** The days on which anyone left, from a table of one group. */
function tallyOf(
  counts: Cells,
  sums: Cells,
  squares: Cells | undefined,
  causes: number,
  span: number,
): Omit<Tally, 'fractional'> {
  const statuses = causes + 1
  const days = new Float64Array(span)
  let rows = 0
  let n = 0
  for (let day = 0; day < span; day += 1) {
    let leaving = 0
    for (let each = 0; each < statuses; each += 1) leaving += counts[day * statuses + each] as number
    n += leaving
    if (leaving > 0) days[rows++] = day
  }
  const time = days.slice(0, rows)
  const column = (cells: Cells, each: number) => {
    const values = new Float64Array(rows)
    for (let row = 0; row < rows; row += 1)
      values[row] = cells[(time[row] as number) * statuses + each] as number
    return values
  }
  const byCause = (cells: Cells) => Array.from({ length: causes }, (_, each) => column(cells, each + 1))
  const censored = column(sums, 0)
  const events = byCause(sums)
  const allEvents = total(events, rows)
  return {
    ...{ n, time, censored, events, allEvents, atRisk: leftToLeave(censored, allEvents) },
    squares: squares ? { censored: column(squares, 0), events: byCause(squares) } : { censored, events },
  }
}

/** The sum of several arrays; the array itself where there is one. */
export function total(arrays: readonly Float64Array[], length: number): Float64Array {
  const [only] = arrays
  if (only && arrays.length === 1) return only
  const sum = new Float64Array(length)
  for (const array of arrays)
    for (let at = 0; at < length; at += 1) (sum[at] as number) += array[at] as number
  return sum
}

/** At risk is who has still to leave, added up from the end, so that the last to leave are exactly all. */
export function leftToLeave(censored: Float64Array, allEvents: Float64Array): Float64Array {
  const atRisk = new Float64Array(censored.length)
  let remaining = 0
  for (let at = censored.length - 1; at >= 0; at -= 1) {
    remaining += (censored[at] as number) + (allEvents[at] as number)
    atRisk[at] = remaining
  }
  return atRisk
}
