/** A test whose statistic follows a chi-square distribution where nothing is going on. */

import { chiSquareUpper } from './distributions/gamma.ts'

export interface ChiSquareTest {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

export function chiSquareTest(statistic: number, degrees: number): ChiSquareTest {
  return { statistic, degrees, p: chiSquareUpper(statistic, degrees) }
}
