/** Aalen-Johansen: the probability that each of several causes has happened by a time, with the others in its way. */

import { aalenVariances } from './aalen-variance.ts'
import { type IntervalOptions, limitsInto } from './interval.ts'
import { jackknife } from './jackknife.ts'
import type { CompetingSubjects, Grouping } from './subjects.ts'
import { type Tally, tallies } from './tally.ts'

/** A probability at each time, with its error. */
export interface Probability {
  readonly estimate: Float64Array
  readonly standardError: Float64Array
  /** NaN where the scale has no interval: see `limitsInto`. */
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/** Cumulative incidences of one group: step functions that change at `time`, 0 before the first. */
export interface CumulativeIncidence {
  /** Subjects of weight above zero. */
  readonly n: number
  /** Distinct times at which follow-up of anyone ended, ascending; each array has a place for each. */
  readonly time: Float64Array
  /** Weight at risk just before. */
  readonly atRisk: Float64Array
  readonly censored: Float64Array
  /** That nothing has happened: one less the sum of all incidences. */
  readonly eventFree: Probability
  /** By cause, the first being number 1. */
  readonly causes: readonly (Probability & { readonly events: Float64Array })[]
}

export interface IncidenceOptions extends IntervalOptions {
  /**
   * The infinitesimal jackknife, as R's survfit prints it for several states (unless said), or Aalen's estimate with
   * Gray's allowance for ties, as cmprsk's cuminc prints it. The jackknife heeds weights that are not numbers of
   * subjects.
   */
  readonly variance?: 'jackknife' | 'aalen' | undefined
}

/**
 * The cumulative incidences of one group. In a tie, events come before censoring; entry is exclusive.
 *
 * @param causes how many causes there are: codes run from 1 to this
 * @throws RangeError naming the first place of the data that cannot be
 * @see Aalen OO, Johansen S. Scand J Stat 1978;5:141-150; Gray RJ. Ann Stat 1988;16:1141-1154; agrees with R's survival::survfit (timefix = FALSE) and cmprsk::cuminc
 */
export function aalenJohansen(
  subjects: CompetingSubjects,
  causes: number,
  options: IncidenceOptions = {},
): CumulativeIncidence {
  const [tally] = tallies(subjects, subjects.cause, causes)
  return incidenceOf(tally as Tally, options)
}

/** Those of each group, from one pass over all subjects. */
export function aalenJohansenBy(
  subjects: CompetingSubjects,
  causes: number,
  grouping: Grouping,
  options: IncidenceOptions = {},
): readonly CumulativeIncidence[] {
  return tallies(subjects, subjects.cause, causes, grouping).map((tally) => incidenceOf(tally, options))
}

function incidenceOf(tally: Tally, options: IncidenceOptions): CumulativeIncidence {
  const { n, time, atRisk, censored, allEvents, events } = tally
  const eventFree = new Float64Array(time.length)
  const incidences = events.map(() => new Float64Array(time.length))
  const sums = new Float64Array(events.length)
  let free = 1
  for (let at = 0; at < time.length; at += 1) {
    const risk = atRisk[at] as number
    for (let cause = 0; cause < events.length; cause += 1) {
      ;(sums[cause] as number) += (free * (events[cause]?.[at] as number)) / risk
      ;(incidences[cause] as Float64Array)[at] = sums[cause] as number
    }
    free *= (risk - (allEvents[at] as number)) / risk
    eventFree[at] = free
  }
  const variances = options.variance === 'aalen' ? aalenVariances(tally) : jackknife(tally)
  return {
    ...{ n, time, atRisk, censored },
    eventFree: probability(eventFree, variances.eventFree, atRisk, options),
    causes: events.map((each, cause) => ({
      events: each,
      ...probability(
        incidences[cause] as Float64Array,
        variances.causes[cause] as Float64Array,
        atRisk,
        options,
      ),
    })),
  }
}

/** A variance that is this part of what it was, or of what one subject at risk could make it, is rounding. */
const roundingOfVariance = 1e-13

function probability(
  estimate: Float64Array,
  variance: Float64Array,
  atRisk: Float64Array,
  options: IncidenceOptions,
): Probability {
  const lower = new Float64Array(estimate.length)
  const upper = new Float64Array(estimate.length)
  const limits = limitsInto(lower, upper, options)
  let greatest = 0
  const standardError = variance.map((value, at) => {
    if (value > greatest) greatest = value
    const scale = Math.max(greatest, (estimate[at] as number) ** 2 / (atRisk[at] as number))
    return value <= roundingOfVariance * scale ? 0 : Math.sqrt(value)
  })
  for (let at = 0; at < estimate.length; at += 1) {
    const value = estimate[at] as number
    const error = standardError[at] as number
    const same = at > 0 && value === estimate[at - 1] && error === standardError[at - 1]
    if (same) [lower[at], upper[at]] = [lower[at - 1] as number, upper[at - 1] as number]
    else limits(at, value, error === 0 ? 0 : error / value)
  }
  return { estimate, standardError, lower, upper }
}
