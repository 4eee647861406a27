/** ALBI: liver function from albumin and bilirubin alone. */

import { type Computable, obstacle } from './computable.ts'

export interface Albi {
  /** Not rounded; the grade is of this value. More negative is better. */
  readonly score: number
  readonly grade: 1 | 2 | 3
}

/**
 * The ALBI score and grade: 1 up to -2.60, 2 up to -1.39, 3 above.
 *
 * @param inputs bilirubin in µmol/L, albumin in g/L
 * @see docs/sources.md, Liver function: cut-offs (clincalcpro.com, medworm.com 309955620), formula as in public code
 */
export function albi(inputs: {
  readonly bilirubin?: number | undefined
  readonly albumin?: number | undefined
}): Computable<Albi> {
  const { bilirubin, albumin } = inputs
  const stopped = obstacle({ bilirubin, albumin })
  if (stopped || bilirubin === undefined || albumin === undefined) return stopped as never
  const score = 0.66 * Math.log10(bilirubin) - 0.085 * albumin
  return { computable: true, score, grade: score <= -2.6 ? 1 : score <= -1.39 ? 2 : 3 }
}
