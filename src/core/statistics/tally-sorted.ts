/** Tallies of any times: sorted once for all groups, then read group by group. */

import { order } from './sort.ts'
import type { Followed, Grouping } from './subjects.ts'
import type { Delayed, Tally } from './tally.ts'
import { leftToLeave, total } from './tally-days.ts'

/** As `tallies`, for data that were checked. */
export function tallySorted(
  followed: Followed,
  status: Uint8Array,
  causes: number,
  grouping?: Grouping,
): readonly Tally[] {
  const fractional = followed.weight?.some((each) => each !== Math.floor(each)) ?? false
  return parted(followed, status, grouping).map((part) => ({
    ...tallyOf(order(part.followed.time), part.followed, part.status, causes),
    fractional,
  }))
}

interface Part {
  readonly followed: Followed
  readonly status: Uint8Array
}

/**
 * The subjects who weigh anything, by group, each part in the order that the whole had: so that a group is sorted
 * and read among its own, near to one another in memory.
 */
function parted(followed: Followed, status: Uint8Array, grouping?: Grouping): readonly Part[] {
  const { time, entry, weight } = followed
  if (!grouping && !weight) return [{ followed, status }]
  const { group, groups } = grouping ?? { group: new Uint8Array(time.length), groups: 1 }
  const counts = new Int32Array(groups)
  for (let at = 0; at < time.length; at += 1)
    if (!weight || (weight[at] as number) > 0) (counts[group[at] as number] as number)++
  const parts = Array.from(counts, (count) => ({
    followed: {
      time: new Float64Array(count),
      entry: entry && new Float64Array(count),
      weight: weight && new Float64Array(count),
    },
    status: new Uint8Array(count),
  }))
  const next = new Int32Array(groups)
  for (let at = 0; at < time.length; at += 1) {
    if (weight && !((weight[at] as number) > 0)) continue
    const code = group[at] as number
    const to = (next[code] as number)++
    const part = parts[code] as (typeof parts)[number]
    part.followed.time[to] = time[at] as number
    part.status[to] = status[at] as number
    if (part.followed.entry) part.followed.entry[to] = (entry as Float64Array)[at] as number
    if (part.followed.weight) part.followed.weight[to] = (weight as Float64Array)[at] as number
  }
  return parts
}

/** The tally of the subjects at `rows`, which are in order of leaving. */
function tallyOf(
  rows: Int32Array,
  { time: times, entry, weight }: Followed,
  status: Uint8Array,
  causes: number,
): Omit<Tally, 'fractional'> {
  const n = rows.length
  const { time, start } = distinctTimes(rows, times)
  const length = time.length
  const numbers = () => new Float64Array(length)
  const sums = Array.from({ length: causes + 1 }, numbers)
  const squared = weight ? sums.map(numbers) : sums
  for (let row = 0; row < length; row += 1) {
    const end = start[row + 1] as number
    for (let at = start[row] as number; at < end; at += 1) {
      const place = rows[at] as number
      const cause = status[place] as number
      const each = weight ? (weight[place] as number) : 1
      ;((sums[cause] as Float64Array)[row] as number) += each
      if (weight) ((squared[cause] as Float64Array)[row] as number) += each * each
    }
  }
  const [censored = numbers(), ...events] = sums
  const [squaredCensored = censored, ...squaredEvents] = squared
  const allEvents = total(events, length)
  const tally = {
    ...{ n, time, censored, events, allEvents, atRisk: leftToLeave(censored, allEvents) },
    squares: { censored: squaredCensored, events: squaredEvents },
  }
  if (!entry) return tally
  const leftBefore = new Float64Array(length + 1)
  for (let row = 0; row < length; row += 1)
    leftBefore[row + 1] = (leftBefore[row] as number) + (censored[row] as number) + (allEvents[row] as number)
  const delayed = { ...delayedOf(rows, start, time, { entry, weight, status }), leftBefore }
  takeOutThoseToCome(tally.atRisk, tally, delayed)
  return { ...tally, delayed }
}

/** Distinct times, and where the subjects of each start among `rows`, with the end after the last. */
function distinctTimes(rows: Int32Array, times: Float64Array): { time: Float64Array; start: Int32Array } {
  const n = rows.length
  const time = new Float64Array(n)
  const start = new Int32Array(n + 1)
  let length = 0
  let before = -1
  for (let at = 0; at < n; at += 1) {
    const now = times[rows[at] as number] as number
    if (now === before) continue
    time[length] = now
    start[length] = at
    length += 1
    before = now
  }
  start[length] = n
  // Where most times differ the arrays are cut to size without another copy of them
  const few = length < n / 2
  return few
    ? { time: time.slice(0, length), start: start.slice(0, length + 1) }
    : { time: time.subarray(0, length), start: start.subarray(0, length + 1) }
}

function delayedOf(
  rows: Int32Array,
  start: Int32Array,
  time: Float64Array,
  from: { entry: Float64Array; weight: Float64Array | undefined; status: Uint8Array },
): Omit<Delayed, 'leftBefore'> {
  const n = rows.length
  const entries = new Float64Array(n)
  const status = new Uint8Array(n)
  const square = new Float64Array(n).fill(1)
  for (let at = 0; at < n; at += 1) {
    const place = rows[at] as number
    entries[at] = from.entry[place] as number
    status[at] = from.status[place] as number
    if (from.weight) square[at] = (from.weight[place] as number) ** 2
  }
  const entryTime = new Float64Array(n)
  const entryWeight = new Float64Array(n).fill(1)
  const entered = new Int32Array(n)
  const byEntry = order(entries)
  let passed = 0
  for (let at = 0; at < n; at += 1) {
    const subject = byEntry[at] as number
    const when = entries[subject] as number
    while (passed < time.length && (time[passed] as number) <= when) passed += 1
    entryTime[at] = when
    entered[subject] = passed
    if (from.weight) entryWeight[at] = from.weight[rows[subject] as number] as number
  }
  return { entryTime, entryWeight, start, entered, status, square }
}

/**
 * Those who have still to enter at a time, counted from the end, are not at risk then. Where nobody but those with
 * the event is at risk, the weights agree exactly, whatever the rounding of the sums.
 */
function takeOutThoseToCome(
  atRisk: Float64Array,
  { time, censored, allEvents }: Pick<Tally, 'time' | 'censored' | 'allEvents'>,
  { entryTime, entryWeight, start }: Pick<Delayed, 'entryTime' | 'entryWeight' | 'start'>,
): void {
  let toCome = 0
  let entry = entryTime.length
  for (let row = time.length - 1; row >= 0; row -= 1) {
    while (entry > 0 && (entryTime[entry - 1] as number) >= (time[row] as number)) {
      entry -= 1
      toCome += entryWeight[entry] as number
    }
    const inView = entry - (start[row] as number)
    const leaving = (start[row + 1] as number) - (start[row] as number)
    atRisk[row] =
      inView === leaving
        ? (censored[row] as number) + (allEvents[row] as number)
        : (atRisk[row] as number) - toCome
  }
}
