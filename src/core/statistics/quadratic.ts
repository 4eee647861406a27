/** A vector measured by the inverse of its covariance: what tests of several groups come to. */

export interface QuadraticForm {
  readonly value: number
  /** Of the matrix: the degrees of freedom. */
  readonly rank: number
}

/** What is left of a variance below this share of it is taken for none. */
const negligible = 1e-10

/**
 * x' V^-1 x by Cholesky's decomposition, of a symmetric matrix in rows; directions without variance are passed over,
 * which is a generalised inverse.
 */
export function quadraticForm(vector: Float64Array, matrix: readonly Float64Array[]): QuadraticForm {
  const size = vector.length
  const factor = matrix.map(() => new Float64Array(size))
  const solved = new Float64Array(size)
  let value = 0
  let rank = 0
  for (let at = 0; at < size; at += 1) {
    const row = factor[at] as Float64Array
    for (let to = 0; to <= at; to += 1) {
      const other = factor[to] as Float64Array
      let rest = (matrix[at] as Float64Array)[to] as number
      for (let each = 0; each < to; each += 1) rest -= (row[each] as number) * (other[each] as number)
      if (to < at) row[to] = other[to] === 0 ? 0 : rest / (other[to] as number)
      else row[at] = rest > negligible * ((matrix[at] as Float64Array)[at] as number) ? Math.sqrt(rest) : 0
    }
    const pivot = row[at] as number
    if (pivot === 0) continue
    let rest = vector[at] as number
    for (let each = 0; each < at; each += 1) rest -= (row[each] as number) * (solved[each] as number)
    solved[at] = rest / pivot
    value += (solved[at] as number) ** 2
    rank += 1
  }
  return { value, rank }
}
