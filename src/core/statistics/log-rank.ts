/** Log-rank tests: do groups differ in when their subjects have the event? Stratified, weighted to early times, or by trend. */

import type { ChiSquareTest } from './chi-square-test.ts'
import { Pooled } from './pooled.ts'
import { quadraticTest } from './quadratic.ts'
import { checkCodes, type Grouping, type Subjects } from './subjects.ts'
import { type Tally, tallies } from './tally.ts'

export interface LogRankOptions {
  /** Groups are compared within strata only. */
  readonly strata?: { readonly stratum: Grouping['group']; readonly strata: number } | undefined
  /** Weight of a time: pooled survival just before it, to this power. 0 is the log-rank test, 1 is Peto and Peto's. */
  readonly rho?: number | undefined
  /** A score for each group: tests for a trend along them as well. */
  readonly scores?: readonly number[] | undefined
}

/** `p` is NaN where there is nothing to compare: no degree of freedom. */
export interface LogRank extends ChiSquareTest {
  /** By group, over all strata. */
  readonly observed: Float64Array
  readonly expected: Float64Array
  /** Covariances of observed less expected, in rows. */
  readonly variance: readonly Float64Array[]
  /** Where scores were given: one degree of freedom. */
  readonly trend?: ChiSquareTest
}

/**
 * Compares `grouping.groups` groups. Late entries are heeded; weights are numbers of subjects.
 *
 * @throws RangeError naming the first place that cannot be, or where a weight is not a whole number or scores are not one a group
 * @see Mantel N. Cancer Chemother Rep 1966;50:163-170; Peto R, Peto J. J R Stat Soc A 1972;135:185-206; Harrington DP, Fleming TR. Biometrika 1982;69:553-566; Tarone RE. Biometrika 1975;62:679-682 (trend); agrees with R's survival::survdiff (timefix = FALSE), late entries with coxph's exact score test
 */
export function logRank(subjects: Subjects, grouping: Grouping, options: LogRankOptions = {}): LogRank {
  const { groups } = grouping
  const { rho = 0, scores, strata } = options
  if (scores && scores.length !== groups)
    throw new RangeError(`there are ${scores.length} scores for ${groups} groups`)
  const observed = new Float64Array(groups)
  const expected = new Float64Array(groups)
  const variance = Array.from({ length: groups }, () => new Float64Array(groups))
  for (const stratum of stratumTallies(subjects, subjects.event, 1, grouping, strata)) {
    if (stratum.some(({ fractional }) => fractional))
      throw new RangeError('weights are numbers of subjects here: whole numbers')
    addStratum(stratum, rho, observed, expected, variance)
  }
  const difference = observed.map((each, at) => each - (expected[at] as number))
  const test = overall(difference, variance, expected)
  const trend = scores && trendTest(difference, variance, scores)
  return { observed, expected, variance, ...test, ...(trend && { trend }) }
}

/** Tallies by group, for each stratum. */
export function stratumTallies(
  followed: Subjects | Omit<Subjects, 'event'>,
  status: Uint8Array,
  causes: number,
  grouping: Grouping,
  strata?: LogRankOptions['strata'],
): readonly (readonly Tally[])[] {
  if (!strata) return [tallies(followed, status, causes, grouping)]
  const { group, groups } = grouping
  checkCodes('group', group, followed.time.length, groups - 1)
  checkCodes('stratum', strata.stratum, followed.time.length, strata.strata - 1)
  const both = Int32Array.from(group, (code, at) => (strata.stratum[at] as number) * groups + code)
  const all = tallies(followed, status, causes, { group: both, groups: groups * strata.strata })
  return Array.from({ length: strata.strata }, (_, at) => all.slice(at * groups, (at + 1) * groups))
}

function addStratum(
  stratum: readonly Tally[],
  rho: number,
  observed: Float64Array,
  expected: Float64Array,
  variance: readonly Float64Array[],
): void {
  const pooled = new Pooled(stratum)
  const { atRisk, events } = pooled
  const groups = stratum.length
  let free = 1
  while (pooled.next()) {
    let risk = 0
    let had = 0
    for (let at = 0; at < groups; at += 1) {
      risk += atRisk[at] as number
      had += events[at] as number
    }
    const weight = rho === 0 ? 1 : free ** rho
    free *= (risk - had) / risk
    const spread = risk > 1 ? (weight * weight * had * (risk - had)) / (risk * (risk - 1)) : 0
    for (let at = 0; at < groups; at += 1) {
      const own = atRisk[at] as number
      ;(observed[at] as number) += weight * (events[at] as number)
      ;(expected[at] as number) += (weight * had * own) / risk
      const row = variance[at] as Float64Array
      ;(row[at] as number) += spread * own
      for (let to = 0; to < groups; to += 1)
        (row[to] as number) -= (spread * own * (atRisk[to] as number)) / risk
    }
  }
}

/** Of groups in which an event was expected at all; the first of them follows from the others. */
function overall(
  difference: Float64Array,
  variance: readonly Float64Array[],
  expected: Float64Array,
): ChiSquareTest {
  const [, ...kept] = [...expected.keys()].filter((at) => (expected[at] as number) > 0)
  return quadraticTest(
    Float64Array.from(kept, (at) => difference[at] as number),
    kept.map((row) => Float64Array.from(kept, (at) => variance[row]?.[at] as number)),
  )
}

function trendTest(
  difference: Float64Array,
  variance: readonly Float64Array[],
  scores: readonly number[],
): ChiSquareTest {
  let score = 0
  let spread = 0
  scores.forEach((own, at) => {
    score += own * (difference[at] as number)
    scores.forEach((other, to) => {
      spread += own * other * (variance[at]?.[to] as number)
    })
  })
  return quadraticTest(Float64Array.of(score), [Float64Array.of(spread)])
}
