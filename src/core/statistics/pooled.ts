/** Several groups read side by side: at each time at which any of them has an event, who is at risk in each. */

import type { Tally } from './tally.ts'

/** Steps through the distinct event times of all groups; `atRisk` and `events` hold what is so at each. */
export class Pooled {
  readonly atRisk: Float64Array
  /** By group, then by cause. */
  readonly events: readonly Float64Array[]
  private readonly groups: readonly Tally[]
  private readonly rows: Int32Array
  private readonly entries: Int32Array
  private readonly entered: Float64Array
  private readonly left: Float64Array

  constructor(groups: readonly Tally[]) {
    this.groups = groups
    const count = groups.length
    this.atRisk = new Float64Array(count)
    this.events = groups.map(({ events }) => new Float64Array(events.length))
    this.rows = new Int32Array(count)
    this.entries = new Int32Array(count)
    this.entered = new Float64Array(count)
    this.left = new Float64Array(count)
  }

  /** To the next event time of any group; false when there is none. */
  next(): boolean {
    let time = Number.POSITIVE_INFINITY
    for (let at = 0; at < this.groups.length; at += 1) {
      const row = this.toEvent(at)
      const tally = this.groups[at] as Tally
      if (row < tally.time.length && (tally.time[row] as number) < time) time = tally.time[row] as number
    }
    if (time === Number.POSITIVE_INFINITY) return false
    for (let at = 0; at < this.groups.length; at += 1) this.read(at, time)
    return true
  }

  /** The next row with an event, without passing it. */
  private toEvent(at: number): number {
    const { time, allEvents } = this.groups[at] as Tally
    let row = this.rows[at] as number
    while (row < time.length && allEvents[row] === 0) row += 1
    return row
  }

  /** Who of a group is at risk at `time`, and its events then, which are passed. */
  private read(at: number, time: number): void {
    const tally = this.groups[at] as Tally
    const events = this.events[at] as Float64Array
    let row = this.rows[at] as number
    while (row < tally.time.length && (tally.time[row] as number) < time) row += this.pass(at, row)
    if (tally.delayed) {
      const { entryTime, entryWeight } = tally.delayed
      let entry = this.entries[at] as number
      while (entry < entryTime.length && (entryTime[entry] as number) < time)
        (this.entered[at] as number) += entryWeight[entry++] as number
      this.entries[at] = entry
      this.atRisk[at] = (this.entered[at] as number) - (this.left[at] as number)
    } else this.atRisk[at] = row < tally.time.length ? (tally.atRisk[row] as number) : 0
    const now = tally.time[row] === time
    for (let cause = 0; cause < events.length; cause += 1)
      events[cause] = now ? ((tally.events[cause] as Float64Array)[row] as number) : 0
    this.rows[at] = now ? row + this.pass(at, row) : row
  }

  private pass(at: number, row: number): 1 {
    const { censored, allEvents } = this.groups[at] as Tally
    ;(this.left[at] as number) += (censored[row] as number) + (allEvents[row] as number)
    return 1
  }
}
