/** The body-surface-area method of resin microspheres, with the reductions of their older label. */

/** Square metres. @see docs/sources.md, Dosimetry, D3 */
export function bodySurfaceArea(heightCm: number, weightKg: number): number {
  return 0.20247 * (heightCm / 100) ** 0.725 * weightKg ** 0.425
}

export interface BsaInputs {
  readonly heightCm: number
  readonly weightKg: number
  readonly tumourVolumeMl: number
  /** The whole liver's, without tumour. */
  readonly liverVolumeMl: number
}

/**
 * The activity, in GBq, for the whole liver, before any reduction for lung shunt:
 * (BSA - 0.2) + the tumour's share of the whole liver.
 *
 * @see docs/sources.md, Dosimetry, D3
 */
export function bsaActivity({ heightCm, weightKg, tumourVolumeMl, liverVolumeMl }: BsaInputs): number {
  return bodySurfaceArea(heightCm, weightKg) - 0.2 + tumourVolumeMl / (tumourVolumeMl + liverVolumeMl)
}

/**
 * The same, for a part of the liver: scaled by the share of the whole liver that is treated.
 *
 * @unverified the scaling (docs/sources.md, Dosimetry): who shows it says so
 */
export function bsaActivityOfPart(inputs: BsaInputs, treatedVolumeMl: number): number {
  const whole = inputs.tumourVolumeMl + inputs.liverVolumeMl
  return bsaActivity(inputs) * Math.min(1, treatedVolumeMl / whole)
}

/** What the older label does to the activity at a lung shunt fraction. */
export type ShuntReduction = { readonly treat: true; readonly by: number } | { readonly treat: false }

/**
 * The older resin label: above 10 % a fifth less, above 15 % two fifths less, above 20 % no treatment. The
 * boundaries themselves are printed nowhere that was read: here 10.0, 15.0 and 20.0 % belong to the milder side.
 *
 * @param lungShuntFraction 0 to 1
 * @see docs/sources.md, Dosimetry, D3 (one group prefers no treatment from 15 %)
 */
export function shuntReduction(lungShuntFraction: number): ShuntReduction {
  if (lungShuntFraction > 0.2) return { treat: false }
  if (lungShuntFraction > 0.15) return { treat: true, by: 0.4 }
  if (lungShuntFraction > 0.1) return { treat: true, by: 0.2 }
  return { treat: true, by: 0 }
}
