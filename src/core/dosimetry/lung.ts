/** The lung: its dose, and the limits that it is held against. */

import { doseGy } from './y90.ts'

/** Gy for one treatment, and for all treatments together. @see docs/sources.md, Dosimetry, D3, D7 */
export const lungLimitsGy = { treatment: 30, cumulative: 50 } as const

/** kg, where the lung's own was not measured. @see docs/sources.md, Dosimetry (10.1186/s13550-014-0033-7, which warns against it) */
export const defaultLungMassKg = 1

/** GBq that may reach the lung, by the glass label. @see docs/sources.md, Dosimetry, D4 */
export const glassLungActivityCapGBq = 0.61

/** The lung's mean dose in Gy: 49.67 A LSF / m. */
export function lungDose(activityGBq: number, lungShuntFraction: number, lungMassKg: number): number {
  return doseGy(activityGBq * lungShuntFraction, lungMassKg)
}

/**
 * The lung shunt fraction, 0 to 1, from counts: lung / (lung + liver), each the geometric mean of the views from
 * front and back.
 *
 * @see docs/sources.md, Dosimetry, D7, D3
 */
export function lungShuntFraction(counts: {
  readonly lung: readonly [front: number, back: number]
  readonly liver: readonly [front: number, back: number]
}): number {
  const [lung, liver] = [counts.lung, counts.liver].map(([front, back]) => Math.sqrt(front * back)) as [
    number,
    number,
  ]
  return lung / (lung + liver)
}

/** The greatest activity, in GBq, that keeps one treatment's lung dose within its limit. */
export function activityAtLungLimit(lungShunt: number, lungMassKg: number, givenGy = 0): number {
  const room = Math.min(lungLimitsGy.treatment, lungLimitsGy.cumulative - givenGy)
  return Math.max(0, room) / lungDose(1, lungShunt, lungMassKg)
}
