/** MELD and MELD-Na: how ill a patient with liver disease is, from blood tests. */

import { type Computable, obstacle } from './computable.ts'
import { bilirubinMgDl, creatinineMgDl, roundedHalfUp } from './units.ts'

export interface MeldInputs {
  /** µmol/L */
  readonly bilirubin?: number | undefined
  /** µmol/L */
  readonly creatinine?: number | undefined
  readonly inr?: number | undefined
  /** Twice in the last week: creatinine then counts as 4.0 mg/dL, and need not be known. */
  readonly dialysed?: boolean | undefined
}

export interface Meld {
  /** 6 to 40, a whole number. */
  readonly score: number
}

export interface MeldNa extends Meld {
  /** MELD without sodium, rounded, which the formula starts from. */
  readonly meld: number
  readonly convention: SodiumConvention
}

/**
 * `above-11`: sodium counts only where MELD is above 11, as in OPTN policy 9.1.D of January 2016, which this
 * formula is from. `always`: at every MELD, as calculators that leave that rule out. The convention goes with the
 * result.
 *
 * @see docs/sources.md, Liver function: OPTN policy 9.1.D, as quoted in MIT-LCP/mimic-code
 */
export type SodiumConvention = 'always' | 'above-11'

/**
 * MELD: creatinine, bilirubin and INR count as at least 1.0 (mg/dL), creatinine as at most 4.0; rounded to the
 * nearest whole number, kept between 6 and 40.
 *
 * @see docs/sources.md, Liver function: qxmd.com calculator 359, scoutmytool.com (published vector); one source prints 0.6431
 */
export function meld({ bilirubin, creatinine, inr, dialysed }: MeldInputs): Computable<Meld> {
  const stopped = obstacle({ bilirubin, INR: inr, ...(dialysed ? {} : { creatinine }) })
  if (stopped || bilirubin === undefined || inr === undefined) return stopped as never
  const creatinineUsed = dialysed ? 4 : Math.min(4, atLeastOne(creatinineMgDl(creatinine ?? 0)))
  const raw =
    10 *
    (0.957 * Math.log(creatinineUsed) +
      0.378 * Math.log(atLeastOne(bilirubinMgDl(bilirubin))) +
      1.12 * Math.log(atLeastOne(inr)) +
      0.643)
  return { computable: true, score: bounded(roundedHalfUp(raw)) }
}

/**
 * MELD-Na, from the rounded MELD; sodium counts as 125 to 137 mmol/L, and only above MELD 11 unless the caller
 * says otherwise; rounded, kept between 6 and 40.
 *
 * @param inputs those of MELD, and sodium in mmol/L
 * @see docs/sources.md, Liver function: OPTN policy 9.1.D; scoutmytool.com (published vector)
 */
export function meldNa(
  inputs: MeldInputs & { readonly sodium?: number | undefined },
  convention: SodiumConvention = 'above-11',
): Computable<MeldNa> {
  const { bilirubin, creatinine, inr, dialysed, sodium } = inputs
  const stopped = obstacle({ bilirubin, INR: inr, ...(dialysed ? {} : { creatinine }), sodium })
  const without = meld(inputs)
  if (stopped || !without.computable || sodium === undefined) return stopped as never
  const { score } = without
  const below = 137 - Math.min(137, Math.max(125, sodium))
  const counts = convention === 'always' || score > 11
  const raw = counts ? score + 1.32 * below - 0.033 * score * below : score
  return { computable: true, score: bounded(roundedHalfUp(raw)), meld: score, convention }
}

function atLeastOne(value: number): number {
  return Math.max(1, value)
}

function bounded(score: number): number {
  return Math.min(40, Math.max(6, score))
}
