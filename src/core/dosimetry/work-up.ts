/** A SIRT work-up as its form asks it, and the masses that it comes to. */

import { defaultLungMassKg } from './lung.ts'

/** The fields of `sirt` in the kind `work-up` that a check needs. */
export interface SirtWorkUp {
  readonly device: 'resin' | 'glass'
  /** cm */
  readonly height: number
  /** kg */
  readonly weight: number
  /** Per cent, of lung and liver. */
  readonly lungShunt: number
  /** ml, the whole liver's without tumour. */
  readonly liverVolume: number
  /** ml */
  readonly tumourVolume: number
  /** ml, with tumour. */
  readonly treatedVolume: number
  /** Ratio of concentrations. */
  readonly tumourToNormal?: number | undefined
  /** kg */
  readonly lungMass?: number | undefined
  readonly method: 'bsa' | 'single' | 'partition' | 'other'
  /** Gy */
  readonly targetDose?: number | undefined
  readonly targetDoseTo?: 'volume' | 'tumour' | 'normal-liver' | undefined
  /** GBq at injection. */
  readonly plannedActivity: number
}

/** Said with every mass: volumes are measured, masses are not. @unverified the density */
export const massAssumption = '1 ml of liver and of tumour counted as 1 g'

/** Masses in kg; all of the tumour counts as lying in the volume treated. */
export function massesOf({ tumourVolume, treatedVolume, lungMass = defaultLungMassKg }: SirtWorkUp) {
  return {
    tumourKg: tumourVolume / 1000,
    treatedKg: treatedVolume / 1000,
    normalKg: (treatedVolume - tumourVolume) / 1000,
    lungKg: lungMass,
  }
}

/** Volumes that cannot be, in words; none can be trusted for a check then. */
export function volumeProblems({ liverVolume, tumourVolume, treatedVolume }: SirtWorkUp): string[] {
  const said: string[] = []
  if (treatedVolume < tumourVolume) said.push('the volume treated is smaller than the tumour')
  // Volumes drawn one by one do not add up to the millilitre.
  if (treatedVolume > 1.02 * (liverVolume + tumourVolume))
    said.push('the volume treated is larger than the whole liver with tumour')
  return said
}
