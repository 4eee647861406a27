/** A vector measured by the inverse of its covariance: what tests of several groups come to. */

import { type ChiSquareTest, chiSquareTest } from './chi-square-test.ts'
import { factorise } from './symmetric.ts'

/**
 * The test of x' V^-1 x, of a symmetric matrix in rows. Directions without variance are passed over, which is a
 * generalised inverse: the degrees are the matrix's rank. Without any there is nothing to compare, and `p` is NaN.
 */
export function quadraticTest(vector: Float64Array, matrix: readonly Float64Array[]): ChiSquareTest {
  const size = vector.length
  const flat = Float64Array.from(matrix.flatMap((row) => [...row]))
  const { lower, dependent } = factorise(flat, size)
  const solved = new Float64Array(size)
  let statistic = 0
  for (let at = 0; at < size; at += 1) {
    if (dependent.includes(at)) continue
    let rest = vector[at] as number
    for (let each = 0; each < at; each += 1)
      rest -= (lower[at * size + each] as number) * (solved[each] as number)
    solved[at] = rest / (lower[at * size + at] as number)
    statistic += (solved[at] as number) ** 2
  }
  const degrees = size - dependent.length
  return degrees > 0 ? chiSquareTest(statistic, degrees) : { statistic: 0, degrees, p: Number.NaN }
}
