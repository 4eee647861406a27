/** Whether hazard ratios stay the same over time: the score test of each covariate's product with time. */

import { type ChiSquareTest, chiSquareTest } from '../chi-square-test.ts'
import { dot, factorise, mirror, solve } from '../symmetric.ts'
import { partsOf, type Ties } from './partial-likelihood.ts'
import { type CoxInput, type CoxRows, coxRows } from './rows.ts'
import { sweep } from './sweep.ts'

/** The scale on which time runs: as it is, or by 1 less the share of subjects still without the event before it. */
export type TimeScale = 'identity' | 'km'

export interface ProportionalHazards {
  readonly timeScale: TimeScale
  readonly covariates: readonly (ChiSquareTest & { readonly name: string })[]
  /** Of each term asked for, all its covariates together; null where they cannot be told from the others. */
  readonly terms: readonly (ChiSquareTest | null)[]
  readonly global: ChiSquareTest
}

export interface ProportionalHazardsOptions {
  readonly ties?: Ties
  readonly timeScale?: TimeScale
  /** Places of the covariates that make one term, such as the categories of one column. */
  readonly terms?: readonly (readonly number[])[]
}

/**
 * A small p speaks against proportional hazards. `estimates` are those of the Cox regression of the same input
 * with the same way to share ties.
 *
 * @returns null where no time since entry tells events apart (one event time): there is nothing to test
 * @see Grambsch PM, Therneau TM. Proportional hazards tests and diagnostics based on weighted residuals.
 *   Biometrika 1994;81:515-526; the score test as survival 3 for R computes it (cox.zph)
 */
export function proportionalHazards(
  input: CoxInput,
  estimates: readonly number[],
  options: ProportionalHazardsOptions = {},
): ProportionalHazards | null {
  const { ties = 'efron', timeScale = 'km', terms = [] } = options
  const rows = coxRows(input)
  const { size, scale, names } = rows.design
  if (estimates.length !== size) throw new RangeError(`${estimates.length} estimates for ${size} covariates`)
  const scaled = scale.map((unit, j) => unit * (estimates[j] as number))
  const { score, information } = timeScore(rows, scaled, ties, scaledTimes(rows, timeScale))
  const test = (columns: readonly number[]): ChiSquareTest | null => {
    const cells = [...names.keys(), ...columns.map((column) => size + column)]
    const matrix = Float64Array.from(
      cells.flatMap((row) => cells.map((column) => information[row * 2 * size + column] as number)),
    )
    const factor = factorise(matrix, cells.length)
    if (factor.dependent.length > 0) return null
    const right = Float64Array.from(cells, (cell) => (cell < size ? 0 : (score[cell - size] as number)))
    const statistic = dot(right, solve(factor, right))
    return chiSquareTest(statistic, columns.length)
  }
  const global = test([...names.keys()])
  if (!global) return null
  const covariates = names.flatMap((name, j) => {
    const one = test([j])
    return one ? [{ name, ...one }] : []
  })
  return { timeScale, covariates, terms: terms.map(test), global }
}

/** The score of each covariate's product with time, and the information of covariates and products together. */
function timeScore(rows: CoxRows, coefficients: Float64Array, ties: Ties, times: Float64Array) {
  const { size, count } = rows.design
  const score = new Float64Array(size)
  const information = new Float64Array(4 * size * size)
  const mean = new Float64Array(size)
  const width = 2 * size
  sweep(rows, coefficients, new Float64Array(count), (at) => {
    const { atRisk, tied, covariates } = at
    const time = times[at.tie] as number
    for (let j = 0; j < size; j += 1) score[j] = (score[j] as number) + time * (covariates[j] as number)
    const parts = partsOf(at, ties)
    const weight = at.weight / parts
    for (let part = 0; part < parts; part += 1) {
      const gone = parts > 1 ? part / parts : 0
      const risk = atRisk.risk - gone * tied.risk
      let place = 0
      for (let j = 0; j < size; j += 1) {
        const average = ((atRisk.first[j] as number) - gone * (tied.first[j] as number)) / risk
        mean[j] = average
        score[j] = (score[j] as number) - weight * time * average
        for (let k = 0; k <= j; k += 1) {
          const square = ((atRisk.second[place] as number) - gone * (tied.second[place] as number)) / risk
          const cell = weight * (square - average * (mean[k] as number))
          add(information, j * width + k, cell)
          add(information, (size + j) * width + k, time * cell)
          if (k !== j) add(information, (size + k) * width + j, time * cell)
          add(information, (size + j) * width + size + k, time * time * cell)
          place += 1
        }
      }
    }
  })
  mirror(information, width)
  return { score, information }
}

function add(matrix: Float64Array, cell: number, value: number): void {
  matrix[cell] = (matrix[cell] as number) + value
}

/** The time of each tie on the scale asked, less the mean over events. */
function scaledTimes(rows: CoxRows, timeScale: TimeScale): Float64Array {
  const { ties, time } = rows
  const own = Float64Array.from(
    { length: ties.count },
    (_, tie) => time[(ties.end[tie] as number) - 1] as number,
  )
  const scaled = timeScale === 'identity' ? own : leftEvents(rows, own)
  let sum = 0
  for (let tie = 0; tie < ties.count; tie += 1) sum += (scaled[tie] as number) * (ties.events[tie] as number)
  const mean = sum / rows.events
  return scaled.map((value) => value - mean)
}

/** One less the Kaplan-Meier estimate just before each tie, over all strata and without weights. */
function leftEvents(rows: CoxRows, times: Float64Array): Float64Array {
  const ends = rows.time.slice().sort()
  const entries = rows.entry?.slice().sort()
  const eventTimes = rows.time.filter((_, row) => rows.event[row] === 1).sort()
  const distinct = new Float64Array(eventTimes.length)
  const left = new Float64Array(eventTimes.length)
  let count = 0
  let surviving = 1
  let ended = 0
  let entered = 0
  for (let from = 0; from < eventTimes.length; count += 1) {
    const now = eventTimes[from] as number
    let to = from
    while (to < eventTimes.length && eventTimes[to] === now) to += 1
    while ((ends[ended] as number) < now) ended += 1
    while (entries && (entries[entered] as number) < now) entered += 1
    distinct[count] = now
    left[count] = 1 - surviving
    surviving *= 1 - (to - from) / ((entries ? entered : ends.length) - ended)
    from = to
  }
  // ties without an event are never shown to the sweep's visitor: what they get does not count
  return times.map((time) => left[placeOf(time, distinct, count)] as number)
}

/** Of the first of `count` sorted values that is not below this one; 0 past the last. */
function placeOf(value: number, sorted: Float64Array, count: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low < count ? low : 0
}
