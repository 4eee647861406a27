/**
 * The partition model: tumour, normal liver and lung each with their own dose.
 *
 * Two conventions of the tumour-to-normal ratio exist, and they are not the same number. Here the convention is in
 * the name of the input: `concentrationRatio` (activity per gram in tumour over activity per gram in normal liver) or
 * `activityRatio` (activity in tumour over activity in normal liver).
 */

import { dosePerActivity } from './y90.ts'

export interface Masses {
  readonly tumourKg: number
  /** Normal liver within the volume treated. */
  readonly normalKg: number
  readonly lungKg: number
}

/** Shunt of lung over lung and liver; ratio of concentrations. */
export interface ByConcentration extends Masses {
  readonly concentrationRatio: number
  /** 0 to 1: lung / (lung + liver). */
  readonly lungShuntFraction: number
}

/** Shunt of lung over lung and tumour; ratio of activities. */
export interface ByActivity extends Masses {
  readonly activityRatio: number
  /** 0 to 1: lung / (lung + tumour). */
  readonly tumourLungShunt: number
}

/** Gy. */
export interface Doses {
  readonly tumour: number
  readonly normal: number
  readonly lung: number
}

/**
 * The doses of an activity, ratio of concentrations.
 *
 * @see docs/sources.md, Dosimetry, D3: D_N = 49.67 A (1 - LSF) / (r m_T + m_N), D_T = r D_N, D_L = 49.67 A LSF / m_L
 */
export function partition(activityGBq: number, inputs: ByConcentration): Doses {
  const { tumourKg, normalKg, lungKg, concentrationRatio, lungShuntFraction } = inputs
  const normal =
    (dosePerActivity * activityGBq * (1 - lungShuntFraction)) / (concentrationRatio * tumourKg + normalKg)
  return {
    normal,
    tumour: concentrationRatio * normal,
    lung: (dosePerActivity * activityGBq * lungShuntFraction) / lungKg,
  }
}

/**
 * The activity, in GBq, that gives the normal liver a dose: D_N (r m_T + m_N) / (49.67 (1 - LSF)).
 *
 * @see docs/sources.md, Dosimetry, D3
 */
export function partitionActivity(normalGy: number, inputs: Omit<ByConcentration, 'lungKg'>): number {
  const { tumourKg, normalKg, concentrationRatio, lungShuntFraction } = inputs
  return (normalGy * (concentrationRatio * tumourKg + normalKg)) / (dosePerActivity * (1 - lungShuntFraction))
}

/** The activity, in GBq, that gives the tumour a dose: that of the normal liver is smaller by the ratio. */
export function partitionActivityForTumour(
  tumourGy: number,
  inputs: Omit<ByConcentration, 'lungKg'>,
): number {
  return partitionActivity(tumourGy / inputs.concentrationRatio, inputs)
}

/**
 * The doses of an activity, ratio of activities and shunt of tumour to lung.
 *
 * @see docs/sources.md, Dosimetry, D5 (Kao 2013): R = A_T / A_N, shunt = A_L / (A_T + A_L)
 */
export function partitionByActivityRatio(activityGBq: number, inputs: ByActivity): Doses {
  const { tumourKg, normalKg, lungKg, activityRatio, tumourLungShunt } = inputs
  const lungPerTumour = tumourLungShunt / (1 - tumourLungShunt)
  const tumourGBq = activityGBq / (1 + 1 / activityRatio + lungPerTumour)
  return {
    tumour: (dosePerActivity * tumourGBq) / tumourKg,
    normal: (dosePerActivity * tumourGBq) / activityRatio / normalKg,
    lung: (dosePerActivity * tumourGBq * lungPerTumour) / lungKg,
  }
}

/** The ratio of concentrations that a ratio of activities is, for these masses. */
export function concentrationRatioOf(
  activityRatio: number,
  { tumourKg, normalKg }: Pick<Masses, 'tumourKg' | 'normalKg'>,
): number {
  return (activityRatio * normalKg) / tumourKg
}

/**
 * The energy check: what the doses deposit, as Gy.kg. It equals 49.67 times the activity.
 *
 * @see docs/sources.md, Dosimetry: D_T m_T + D_N m_N + D_L m_L = 49.67 A
 */
export function energyOf(doses: Doses, { tumourKg, normalKg, lungKg }: Masses): number {
  return doses.tumour * tumourKg + doses.normal * normalKg + doses.lung * lungKg
}
