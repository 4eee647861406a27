/** Several groups read side by side: at each time at which any of them has an event, who is at risk in each. */

import type { Tally } from './tally.ts'

/** Steps through the distinct event times of all groups; `atRisk` and `events` hold what is so at each. */
export class Pooled {
  readonly causes: number
  readonly atRisk: Float64Array
  /** By group, within it by cause. */
  readonly events: Float64Array
  private readonly groups: readonly Tally[]
  /** The first row of each group that is not before the present time. */
  private readonly rows: Int32Array
  /** The next time at which each group has an event. */
  private readonly coming: Float64Array
  private readonly entries: Int32Array
  private readonly entered: Float64Array

  constructor(groups: readonly Tally[]) {
    const count = groups.length
    this.groups = groups
    this.causes = groups[0]?.events.length ?? 0
    this.atRisk = new Float64Array(count)
    this.events = new Float64Array(count * this.causes)
    this.rows = new Int32Array(count)
    this.coming = Float64Array.from(groups, (tally) => eventFrom(tally, 0))
    this.entries = new Int32Array(count)
    this.entered = new Float64Array(count)
  }

  /** To the next event time of any group; false when there is none. */
  next(): boolean {
    const { coming, groups } = this
    let time = Number.POSITIVE_INFINITY
    for (let at = 0; at < coming.length; at += 1) {
      const own = coming[at] as number
      if (own < time) time = own
    }
    if (time === Number.POSITIVE_INFINITY) return false
    for (let at = 0; at < coming.length; at += 1) this.read(at, groups[at] as Tally, time)
    return true
  }

  /** Who of a group is at risk at `time`, and its events then. */
  private read(at: number, tally: Tally, time: number): void {
    const { rows, events, causes, coming } = this
    const times = tally.time
    let row = rows[at] as number
    while (row < times.length && (times[row] as number) < time) row += 1
    rows[at] = row
    this.atRisk[at] = tally.delayed
      ? this.inView(at, tally, row, time)
      : row < times.length
        ? (tally.atRisk[row] as number)
        : 0
    const now = coming[at] === time
    for (let cause = 0; cause < causes; cause += 1)
      events[at * causes + cause] = now ? ((tally.events[cause] as Float64Array)[row] as number) : 0
    if (now) coming[at] = eventFrom(tally, row + 1)
  }

  /** Of a group with late entries: who has entered before `time`, less who left. */
  private inView(at: number, { n, delayed }: Tally, row: number, time: number): number {
    if (!delayed || n === 0) return 0
    const { entryTime, entryWeight, leftBefore } = delayed
    let entry = this.entries[at] as number
    while (entry < n && (entryTime[entry] as number) < time)
      (this.entered[at] as number) += entryWeight[entry++] as number
    this.entries[at] = entry
    return (this.entered[at] as number) - (leftBefore[row] as number)
  }
}

/** The time of the first row with an event from `row` on. */
function eventFrom({ time, allEvents }: Tally, row: number): number {
  let at = row
  while (at < time.length && allEvents[at] === 0) at += 1
  return at < time.length ? (time[at] as number) : Number.POSITIVE_INFINITY
}
