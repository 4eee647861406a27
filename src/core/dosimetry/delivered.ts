/** The activity that reached the patient: what was calibrated, decayed to the injection, less what stayed behind. */

import { decayed, hoursBetween } from './y90.ts'

export interface Given {
  readonly calibratedGBq: number
  /** ISO 8601 with a zone. */
  readonly calibratedAt: string
  readonly injectedAt: string
  /** What stayed in vial and tubing. */
  readonly residualGBq: number
  /** When that was measured; where it is not said, it counts as measured at injection. */
  readonly residualMeasuredAt?: string | undefined
}

/** GBq at injection. */
export interface Delivered {
  readonly atInjectionGBq: number
  readonly residualGBq: number
  /** Below 0 when more stayed behind than there was: one of the numbers is wrong. */
  readonly deliveredGBq: number
}

/** The activity delivered, at the moment of injection. */
export function deliveredActivity(given: Given): Delivered {
  const { calibratedGBq, calibratedAt, injectedAt, residualGBq, residualMeasuredAt = injectedAt } = given
  const atInjectionGBq = decayed(calibratedGBq, hoursBetween(calibratedAt, injectedAt))
  const residual = decayed(residualGBq, hoursBetween(residualMeasuredAt, injectedAt))
  return { atInjectionGBq, residualGBq: residual, deliveredGBq: atInjectionGBq - residual }
}
