/** How many patients a risk-adjusted CUSUM runs on average before it signals. */

import { checkOddsRatio, checkThreshold, cusumWeights } from './cusum.ts'
import { checkChances } from './monitored.ts'

export interface RunLengthOptions {
  /** the odds ratio that the chart looks for */
  readonly oddsRatio?: number
  readonly threshold: number
  /** the odds ratio that really holds: 1 for false alarms, the chart's own for how late it finds */
  readonly actual?: number
  /** into how many steps the chart's height is divided */
  readonly steps?: number
}

/**
 * The average run length from 0 for patients drawn from `expected`, by a Markov chain on the chart's height.
 *
 * @throws RangeError where there are no patients or a chance is not between 0 and 1
 * @see Brook D, Evans DA. An approach to the probability distribution of CUSUM run length. Biometrika 1972;59:539-549,
 *   as used by Steiner and others, Biostatistics 2000;1:441-452
 */
export function cusumRunLength(expected: Float64Array, options: RunLengthOptions): number {
  const { oddsRatio = 2, threshold, actual = 1, steps = 150 } = options
  checkChances(expected)
  checkOddsRatio(oddsRatio)
  checkThreshold(threshold)
  if (!(actual > 0)) throw new RangeError(`the actual odds ratio is ${actual}: it is above 0`)
  if (!(Number.isInteger(steps) && steps >= 2)) throw new RangeError(`steps is ${steps}: at least 2`)
  if (expected.length === 0) throw new RangeError('a run length needs patients')
  // the first state is 0 and half a step wide, the others are a step wide about their middle
  const width = threshold / (steps - 0.5)
  const moves = new Float64Array(steps * steps)
  const part = 1 / expected.length
  for (const chance of expected) {
    const weights = cusumWeights(chance, oddsRatio)
    const happens = (actual * chance) / (1 + (actual - 1) * chance)
    for (let from = 0; from < steps; from += 1) {
      const toEvent = Math.max(0, Math.round(from + weights.event / width))
      const toNone = Math.max(0, Math.round(from + weights.none / width))
      if (toEvent < steps) add(moves, from * steps + toEvent, part * happens)
      if (toNone < steps) add(moves, from * steps + toNone, part * (1 - happens))
    }
  }
  return runLengths(moves, steps)[0] as number
}

/**
 * The threshold at which false alarms come no sooner on average than every `patients` patients.
 *
 * @throws RangeError where `patients` is not above 1, or as `cusumRunLength`
 */
export function cusumThreshold(expected: Float64Array, patients: number, oddsRatio = 2): number {
  if (!(patients > 1 && patients < 1e7)) throw new RangeError(`patients is ${patients}: it is above 1`)
  const isRareEnough = (threshold: number) => cusumRunLength(expected, { oddsRatio, threshold }) >= patients
  let low = 0
  let high = 1
  while (!isRareEnough(high)) {
    low = high
    high *= 2
  }
  while (high - low > 0.005) {
    const middle = (low + high) / 2
    if (isRareEnough(middle)) high = middle
    else low = middle
  }
  return high
}

/** The `x` with (I - moves) x = 1, by elimination; rows of `moves` sum to at most 1. */
function runLengths(moves: Float64Array, size: number): Float64Array {
  const left = moves.map((value, cell) => (cell % (size + 1) === 0 ? 1 - value : -value))
  const right = new Float64Array(size).fill(1)
  for (let column = 0; column < size; column += 1) {
    for (let row = column + 1; row < size; row += 1) {
      const factor = (left[row * size + column] as number) / (left[column * size + column] as number)
      if (factor === 0) continue
      for (let k = column; k < size; k += 1) {
        left[row * size + k] = (left[row * size + k] as number) - factor * (left[column * size + k] as number)
      }
      right[row] = (right[row] as number) - factor * (right[column] as number)
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = right[row] as number
    for (let k = row + 1; k < size; k += 1) sum -= (left[row * size + k] as number) * (right[k] as number)
    right[row] = sum / (left[row * size + row] as number)
  }
  return right
}

function add(matrix: Float64Array, cell: number, value: number): void {
  matrix[cell] = (matrix[cell] as number) + value
}
