/**
 * Response over time: each scan against the baseline and against the smallest sum before it, by RECIST 1.1 or
 * mRECIST.
 *
 * Lesions that split or merge are not followed: the record has one diameter a key, and no way to say which part
 * came from which. Such a target is left without a diameter, so that the response is not evaluable, and never
 * wrong in silence.
 */

import { type Baseline, baselineOf } from './baseline.ts'
import { type Best, bestResponse } from './best.ts'
import { type Category, type Criteria, named, type Scan } from './lesion.ts'
import type { NonTargetResponse, TargetResponse } from './overall.ts'
import { confirmedAfterDays, mrecistRules, type Rules, recistRules } from './rules.ts'
import { type Before, pointOf } from './time-point.ts'

/** What one scan after the baseline comes to. Sums in mm, changes as fractions (-0.3 is 30 % smaller). */
export interface TimePoint {
  readonly id: string
  readonly on: string
  /** Null where a target was not evaluated, or there is none. */
  readonly sumMm: number | null
  /** Each target of the baseline, to its size now; null where it was not evaluated. */
  readonly sizesMm: Readonly<Record<string, number | null>>
  readonly nadirMm: number | null
  readonly fromBaseline: number | null
  /** Null where the smallest sum is 0: nothing is a share of nothing. */
  readonly fromNadir: number | null
  readonly growthMm: number | null
  readonly target: TargetResponse
  readonly nonTarget: NonTargetResponse
  readonly newLesions: readonly string[]
  /** Null where the rule says nothing: see `refusals`. */
  readonly overall: Category | null
  /** What decided, in words. */
  readonly reasons: readonly string[]
  /** Why nothing was computed. */
  readonly refusals: readonly string[]
  /** What stands on a rule that nobody here verified. */
  readonly unverified: readonly string[]
}

export interface Followed {
  readonly criteria: Criteria
  readonly baseline: Baseline
  readonly points: readonly TimePoint[]
  /** The best response before progression; null where no scan has one. */
  readonly best: Best | null
  /** The same, where complete and partial response have to be seen again after four weeks. */
  readonly bestConfirmed: Best | null
}

/**
 * RECIST 1.1 over time.
 *
 * @param scans those after the baseline, in order of time
 * @see docs/sources.md, Tumour response: PMC2755245 table 3, PMC4671850 table 1
 */
export function recist(baseline: Scan, scans: readonly Scan[]): Followed {
  return follow(baseline, scans, recistRules)
}

/**
 * mRECIST over time: diameters are of the viable, enhancing part.
 *
 * @param scans those after the baseline, in order of time
 * @see docs/sources.md, Tumour response: PMC9747269 table 11
 */
export function mrecist(baseline: Scan, scans: readonly Scan[]): Followed {
  return follow(baseline, scans, mrecistRules)
}

/** Follows a baseline's lesions by a rule. */
export function follow(first: Scan, scans: readonly Scan[], rules: Rules): Followed {
  const baseline = baselineOf(named(first), rules)
  const points: TimePoint[] = []
  let before: Before = { nadir: baseline.sum, wasComplete: false, respondedOn: null, confirmed: false }
  for (const scan of scans.map(named)) {
    const { point, after } = pointOf(scan, baseline, before, rules)
    points.push(point)
    before = after
  }
  return {
    criteria: rules.criteria,
    baseline,
    points,
    best: bestResponse(points),
    bestConfirmed: bestResponse(points, { confirmAfterDays: confirmedAfterDays }),
  }
}
