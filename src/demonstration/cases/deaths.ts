/**
 * When invented patients die: dealt to all of one kind at once, so that their survival as it is estimated from what is
 * seen of them follows the outlook, however few they are and whatever day it is.
 */

import type { Chance } from '../random.ts'
import { daysAMonth, survivalAt, timeAt } from '../registry/outlook.ts'

/** For how long a patient is there to be seen, in days from the first session. */
export interface Watched {
  /** To the last visit. */
  readonly seen: number
  /** To the present. */
  readonly until: number
}

const step = 5

/**
 * Days from the first session to death. Whenever the curve of Kaplan and Meier lies half a step above the outlook's,
 * one of those who are still seen dies; whoever is left dies in days to come.
 *
 * @param median months of survival
 */
export function dealDeaths(chance: Chance, median: number, patients: readonly Watched[]): readonly number[] {
  const deaths = patients.map(({ until }) => {
    const alive = survivalAt(median, Math.max(0, until) / daysAMonth)
    return Math.max(until + 30, timeAt(median, Math.max(1e-9, alive * (1 - chance.next()))) * daysAMonth)
  })
  let curve = 1
  let atRisk = patients.map((_, at) => at)
  for (let day = step; atRisk.length > 0; day += step) {
    atRisk = atRisk.filter((at) => (patients[at]?.seen ?? 0) >= day)
    const target = survivalAt(median, day / daysAMonth)
    while (atRisk.length > 0 && curve - target >= curve / atRisk.length / 2) {
      curve *= 1 - 1 / atRisk.length
      const [who = 0] = atRisk.splice(chance.whole(atRisk.length), 1)
      deaths[who] = day - chance.next() * step
    }
  }
  return deaths
}
