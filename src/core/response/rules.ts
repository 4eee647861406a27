/** The two rules by which response is read, as data: what differs between RECIST 1.1 and mRECIST. */

import type { Criteria } from './lesion.ts'

export interface Rules {
  readonly criteria: Criteria
  /** mm; the least that a target can be measured at. */
  readonly measurableMm: number
  /** mm, short axis. */
  readonly measurableNodeMm: number
  /** mm, short axis: at the porta hepatis smaller is common in cirrhosis; null where the rule tells no difference. */
  readonly measurablePortalNodeMm: number | null
  /** mm, short axis: smaller is normal. */
  readonly normalNodeMm: number
  readonly maxTargets: number
  readonly maxTargetsPerOrgan: number
  /** True: a lesion that was treated is measurable only when it has grown since. */
  readonly treatedNeedsProgression: boolean
  /** Whether a sum, in whole micrometres, has grown to progression from the smallest sum so far. */
  grown(sum: number, nadir: number): boolean
  /** True: a confirmed partial response stays one until progression, though the sum grows somewhat. */
  readonly responseContinues: boolean
  /** What is said of the growth that it asks for. */
  readonly growthWords: string
}

/**
 * RECIST 1.1: progression is 20 % or more and 5 mm or more above the smallest sum. From a smallest sum of 0,
 * 5 mm decide alone. Partial response that was confirmed continues until then.
 *
 * @see docs/sources.md, Tumour response: PMC2755245 table 3, PMC4671850 table 1
 */
export const recistRules: Rules = {
  criteria: 'recist-1.1',
  measurableMm: 10,
  measurableNodeMm: 15,
  measurablePortalNodeMm: null,
  normalNodeMm: 10,
  maxTargets: 5,
  maxTargetsPerOrgan: 2,
  treatedNeedsProgression: true,
  grown: (sum, nadir) => 10 * sum >= 12 * nadir && sum - nadir >= 5000,
  responseContinues: true,
  growthWords: '20% and 5 mm above the smallest sum',
}

/**
 * mRECIST for hepatocellular carcinoma: of each target the viable, arterially enhancing part is measured;
 * progression is 20 % or more above the smallest sum, with no least growth in millimetres. A treated lesion
 * may be a target where it enhances.
 *
 * @see docs/sources.md, Tumour response: PMC9747269 table 11, 10.1186/s40364-021-00306-8 table 2
 */
export const mrecistRules: Rules = {
  ...recistRules,
  criteria: 'mrecist',
  measurablePortalNodeMm: 20,
  treatedNeedsProgression: false,
  grown: (sum, nadir) => sum > nadir && 10 * sum >= 12 * nadir,
  // The RECIST group's answer is about RECIST 1.1; of mRECIST no source read says it.
  responseContinues: false,
  growthWords: '20% above the smallest sum',
}

/** Days after which response that is seen again is confirmed: four weeks. */
export const confirmedAfterDays = 28

export const rulesOf: Readonly<Record<Criteria, Rules>> = {
  'recist-1.1': recistRules,
  mrecist: mrecistRules,
}

/** Whether a sum is a partial response from the baseline's: smaller by 30 % or more, exactly, in whole micrometres. */
export function shrunk(sum: number, baseline: number): boolean {
  return baseline > 0 && 10 * sum <= 7 * baseline
}
