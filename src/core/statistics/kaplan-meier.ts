/** Kaplan-Meier: the probability of being free of an event up to each time, for one group or for many at once. */

import { type IntervalOptions, limitsInto } from './interval.ts'
import { jackknife } from './jackknife.ts'
import type { Grouping, Subjects } from './subjects.ts'
import { type Tally, tallies } from './tally.ts'

/** A step function that changes at `time` and holds until the next; 1 before the first. */
export interface Survival {
  /** Subjects of weight above zero. */
  readonly n: number
  /** Distinct times at which follow-up of anyone ended, ascending; each array below has a place for each. */
  readonly time: Float64Array
  /** Weight at risk just before: of weight 1 each, the number of subjects. */
  readonly atRisk: Float64Array
  readonly events: Float64Array
  readonly censored: Float64Array
  readonly survival: Float64Array
  /** Of `survival` itself. Greenwood's is NaN from where survival is 0. */
  readonly standardError: Float64Array
  /** NaN where the scale has no interval: see `limitsInto`. */
  readonly lower: Float64Array
  readonly upper: Float64Array
}

export interface SurvivalOptions extends IntervalOptions {
  /**
   * Greenwood, or the infinitesimal jackknife, which does not take weights for numbers of subjects. Unless said,
   * as R does: the jackknife where any weight is not a whole number.
   */
  readonly variance?: 'greenwood' | 'jackknife' | undefined
}

/**
 * The curve of one group. In a tie, events come before censoring; entry is exclusive.
 *
 * @throws RangeError naming the first place of the data that cannot be
 * @see Kaplan EL, Meier P. J Am Stat Assoc 1958;53:457-481; Greenwood M. 1926; agrees with R's survival::survfit (timefix = FALSE)
 */
export function kaplanMeier(subjects: Subjects, options: SurvivalOptions = {}): Survival {
  const [tally] = tallies(subjects, subjects.event, 1)
  return survivalOf(tally as Tally, options)
}

/** A curve for each group, from one pass over all subjects; a group without any has a curve without times. */
export function kaplanMeierBy(
  subjects: Subjects,
  group: Grouping['group'],
  groups: number,
  options: SurvivalOptions = {},
): readonly Survival[] {
  return tallies(subjects, subjects.event, 1, { group, groups }).map((tally) => survivalOf(tally, options))
}

/** The curve of what was counted, all causes taken as one event. */
function survivalOf(tally: Tally, options: SurvivalOptions = {}): Survival {
  const { n, time, atRisk, allEvents: events, censored, fractional } = tally
  const robust = (options.variance ?? (fractional ? 'jackknife' : 'greenwood')) === 'jackknife'
  const variance = robust ? jackknife(tally).eventFree : undefined
  const length = time.length
  const survival = new Float64Array(length)
  const standardError = new Float64Array(length)
  const lower = new Float64Array(length)
  const upper = new Float64Array(length)
  const limits = limitsInto(lower, upper, options)
  let free = 1
  let greenwood = 0
  for (let at = 0; at < length; at += 1) {
    const had = events[at] as number
    if (had > 0 || at === 0) {
      const risk = atRisk[at] as number
      if (had > 0) greenwood += had / (risk * (risk - had))
      free *= (risk - had) / risk
      const error = variance ? Math.sqrt(variance[at] as number) : free * Math.sqrt(greenwood)
      survival[at] = free
      standardError[at] = error
      limits(at, free, error === 0 ? 0 : error / free)
    } else {
      survival[at] = free
      standardError[at] = standardError[at - 1] as number
      lower[at] = lower[at - 1] as number
      upper[at] = upper[at - 1] as number
    }
  }
  return { n, time, atRisk, events, censored, survival, standardError, lower, upper }
}
