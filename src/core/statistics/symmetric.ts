/** Small symmetric matrices (row by row in one array) by Cholesky's factors: what regression solves with. */

export interface Factor {
  readonly size: number
  /** the lower triangle, row by row */
  readonly lower: Float64Array
  /** columns that the columns before them already give: the matrix is singular where there is one */
  readonly dependent: readonly number[]
}

/**
 * The factor of a positive definite matrix, of which the lower triangle is read.
 *
 * @param tolerance a pivot at most this part of its own diagonal counts as zero
 * @param least a diagonal at most this counts as zero
 */
export function factorise(matrix: Float64Array, size: number, tolerance = 1e-10, least = 0): Factor {
  const lower = new Float64Array(size * size)
  const dependent: number[] = []
  for (let column = 0; column < size; column += 1) {
    const diagonal = matrix[column * size + column] as number
    let pivot = diagonal
    for (let k = 0; k < column; k += 1) pivot -= (lower[column * size + k] as number) ** 2
    if (!(pivot > tolerance * diagonal && diagonal > least)) {
      dependent.push(column)
      continue
    }
    const root = Math.sqrt(pivot)
    lower[column * size + column] = root
    for (let row = column + 1; row < size; row += 1) {
      let sum = matrix[row * size + column] as number
      for (let k = 0; k < column; k += 1) {
        sum -= (lower[row * size + k] as number) * (lower[column * size + k] as number)
      }
      lower[row * size + column] = sum / root
    }
  }
  return { size, lower, dependent }
}

/** The `x` with matrix x = right, for a matrix without dependent columns. */
export function solve({ size, lower }: Factor, right: Float64Array): Float64Array {
  const x = Float64Array.from(right)
  for (let row = 0; row < size; row += 1) {
    let sum = x[row] as number
    for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] as number) * (x[k] as number)
    x[row] = sum / (lower[row * size + row] as number)
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row] as number
    for (let k = row + 1; k < size; k += 1) sum -= (lower[k * size + row] as number) * (x[k] as number)
    x[row] = sum / (lower[row * size + row] as number)
  }
  return x
}

/** The inverse, all of it. */
export function invert(factor: Factor): Float64Array {
  const { size } = factor
  const inverse = new Float64Array(size * size)
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size)
    unit[column] = 1
    const solved = solve(factor, unit)
    for (let row = 0; row < size; row += 1) inverse[row * size + column] = solved[row] as number
  }
  return inverse
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}

/** Writes the lower triangle into the upper. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let j = 0; j < size; j += 1) {
    for (let k = 0; k < j; k += 1) matrix[k * size + j] = matrix[j * size + k] as number
  }
}
