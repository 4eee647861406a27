/** The single-compartment method of glass microspheres: one mean dose to the volume treated. */

import { dosePerActivityRounded } from './y90.ts'

export interface SingleInputs {
  /** The mass of the volume treated. */
  readonly massKg: number
  /** 0 to 1. */
  readonly lungShuntFraction: number
}

/**
 * The activity, in GBq, at injection for a mean dose: D m / (50 (1 - LSF)).
 *
 * @see docs/sources.md, Dosimetry, D4. @unverified a term for what stays in the vial: it is left out
 */
export function singleCompartment(doseGy: number, { massKg, lungShuntFraction }: SingleInputs): number {
  return (doseGy * massKg) / (dosePerActivityRounded * (1 - lungShuntFraction))
}

/** The mean dose, in Gy, of an activity: 50 A (1 - LSF) / m. */
export function singleCompartmentDose(
  activityGBq: number,
  { massKg, lungShuntFraction }: SingleInputs,
): number {
  return (dosePerActivityRounded * activityGBq * (1 - lungShuntFraction)) / massKg
}
