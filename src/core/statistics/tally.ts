/** Subjects counted up by distinct time, the one pass over them that every curve and test is made from. */

import { wholeSpan } from './sort.ts'
import { checkCodes, checkFollowed, checkTimes, type Followed, type Grouping } from './subjects.ts'
import { tallyDays } from './tally-days.ts'
import { tallySorted } from './tally-sorted.ts'

/** What happened in one group at each distinct time at which follow-up of any of its subjects ended. */
export interface Tally {
  /** Subjects of weight above zero. */
  readonly n: number
  /** Distinct times in ascending order; each array below has a place for each. */
  readonly time: Float64Array
  /** Weight at risk just before; one censored at a time is still at risk then. */
  readonly atRisk: Float64Array
  readonly censored: Float64Array
  /** Weight of events of all causes. */
  readonly allEvents: Float64Array
  /** Weight of events, by cause; of one cause alone, the same array as `allEvents`. */
  readonly events: readonly Float64Array[]
  /** Sums of squared weights of those leaving, in the same shape; the counts themselves where every weight is 1. */
  readonly squares: { readonly censored: Float64Array; readonly events: readonly Float64Array[] }
  /** Whether any weight is not a whole number. */
  readonly fractional: boolean
  /** Who entered late and when, where entries were given. */
  readonly delayed?: Delayed
}

/** Late entries of one group: by entry time for those who ask who is at risk, and by subject for influence. */
export interface Delayed {
  /** Entry times in ascending order, and the weight that each brought. */
  readonly entryTime: Float64Array
  readonly entryWeight: Float64Array
  /** The weight that left before each distinct time, and by the end. */
  readonly leftBefore: Float64Array
  /** Subjects in order of leaving: those of the k-th distinct time are from `start[k]` to before `start[k + 1]`. */
  readonly start: Int32Array
  /** How many distinct times are up to and with each subject's entry. */
  readonly entered: Int32Array
  readonly status: Uint8Array
  readonly square: Float64Array
}

/** Cells that a table of days may have for each subject, and a little more. */
const cellsPerSubject = 8
const leastCells = 262_144

/**
 * One tally for each group. Whole numbers of days are counted into a table in one pass; other times, late entries
 * and tables that would be larger than the data are sorted first.
 *
 * @param status 0 censored, otherwise the number of the cause, up to `causes`
 * @throws RangeError naming the first place that cannot be
 */
export function tallies(
  followed: Followed,
  status: Uint8Array,
  causes: number,
  grouping?: Grouping,
): readonly Tally[] {
  const { time, entry } = followed
  const groups = grouping?.groups ?? 1
  const cells = cellsPerSubject * time.length + leastCells
  const span = entry ? 0 : wholeSpan(time, cells / (groups * (causes + 1)))
  if (span === 0) checkTimes(time)
  checkCodes(causes === 1 ? 'event' : 'cause', status, time.length, causes)
  if (grouping) checkCodes('group', grouping.group, time.length, groups - 1)
  checkFollowed(followed)
  return span > 0
    ? tallyDays(followed, status, causes, span, grouping)
    : tallySorted(followed, status, causes, grouping)
}
