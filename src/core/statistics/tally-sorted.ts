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
  const { weight } = followed
  let fractional = false
  let places = order(followed.time)
  if (weight) {
    places = places.filter((place) => (weight[place] as number) > 0)
    fractional = weight.some((each) => each !== Math.floor(each))
  }
  return parted(places, grouping).map((rows) => ({
    ...tallyOf(rows, followed, status, causes),
    fractional,
  }))
}

/** Places by group, each part in the order that the whole had. */
function parted(places: Int32Array, grouping?: Grouping): readonly Int32Array[] {
  if (!grouping) return [places]
  const { group, groups } = grouping
  const starts = new Int32Array(groups + 1)
  for (let at = 0; at < places.length; at += 1)
    (starts[(group[places[at] as number] as number) + 1] as number)++
  for (let at = 1; at <= groups; at += 1) (starts[at] as number) += starts[at - 1] as number
  const next = starts.slice()
  const sorted = new Int32Array(places.length)
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number
    const code = group[place] as number
    const to = next[code] as number
    next[code] = to + 1
    sorted[to] = place
  }
  return Array.from({ length: groups }, (_, at) => sorted.subarray(starts[at], starts[at + 1]))
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
