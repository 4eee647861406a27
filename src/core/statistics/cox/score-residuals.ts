/** Each subject's part in the score of a Cox regression, and the robust variance that follows from it. */

import { partsOf, type Ties } from './partial-likelihood.ts'
import type { CoxRows } from './rows.ts'
import { type EventTime, sweep } from './sweep.ts'

/**
 * The covariance of the coefficients where rows of one cluster may vary together, such as tumours of a patient:
 * the sum over clusters of the outer product of their weighted dfbeta.
 *
 * @see Lin DY, Wei LJ. The robust inference for the Cox proportional hazards model. JASA 1989;84:1074-1078
 */
export function robustCovariance(
  rows: CoxRows,
  coefficients: Float64Array,
  covariance: Float64Array,
  ties: Ties,
  cluster: Int32Array,
): Float64Array {
  const { size } = rows.design
  const residuals = scoreResiduals(rows, coefficients, ties)
  const place = new Map<number, number>()
  const codes = rows.subject.map((subject) => {
    const code = cluster[subject] as number
    const known = place.get(code)
    if (known !== undefined) return known
    place.set(code, place.size)
    return place.size - 1
  })
  const sums = new Float64Array(place.size * size)
  for (let row = 0; row < codes.length; row += 1) {
    const start = (codes[row] as number) * size
    for (let j = 0; j < size; j += 1) {
      sums[start + j] = (sums[start + j] as number) + (residuals[row * size + j] as number)
    }
  }
  const robust = new Float64Array(size * size)
  const change = new Float64Array(size)
  for (let start = 0; start < sums.length; start += size) {
    change.fill(0)
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) {
        change[j] = (change[j] as number) + (covariance[j * size + k] as number) * (sums[start + k] as number)
      }
    }
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) {
        robust[j * size + k] =
          (robust[j * size + k] as number) + (change[j] as number) * (change[k] as number)
      }
    }
  }
  return robust
}

/**
 * The weighted score residuals, row by row: they sum to the score, which is zero at the maximum.
 *
 * @see Therneau TM, Grambsch PM. Modeling survival data. 2000; section 4.6 (with Efron's ties)
 */
export function scoreResiduals(rows: CoxRows, coefficients: Float64Array, ties: Ties): Float64Array {
  const { size, count } = rows.design
  const risks = new Float64Array(count)
  const residuals = new Float64Array(count * size)
  // at each tie: the step of the baseline hazard, and that step times the mean covariates at risk
  const hazard = new Float64Array(rows.ties.count)
  const meanHazard = new Float64Array(rows.ties.count * size)
  sweep(rows, coefficients, risks, (at) =>
    addEvents(rows, at, ties, { risks, residuals, hazard, meanHazard }),
  )
  takeExpected(rows, { risks, residuals, hazard, meanHazard })
  return residuals
}

interface Working {
  readonly risks: Float64Array
  readonly residuals: Float64Array
  readonly hazard: Float64Array
  readonly meanHazard: Float64Array
}

/** What those with the event gain by it: their distance from the mean at risk, and back what they no longer owed. */
function addEvents(rows: CoxRows, at: EventTime, ties: Ties, working: Working): void {
  const { size, values } = rows.design
  const { atRisk, tied, tie } = at
  const parts = partsOf(at, ties)
  const weight = at.weight / parts
  const mean = new Float64Array(size)
  const goneMean = new Float64Array(size)
  let gone = 0
  for (let part = 0; part < parts; part += 1) {
    const share = part / parts
    const risk = parts > 1 ? atRisk.risk - share * tied.risk : atRisk.risk
    const step = weight / risk
    working.hazard[tie] = (working.hazard[tie] as number) + step
    gone += share * step
    for (let j = 0; j < size; j += 1) {
      const first = atRisk.first[j] as number
      const average = (parts > 1 ? first - share * (tied.first[j] as number) : first) / risk
      mean[j] = (mean[j] as number) + average / parts
      goneMean[j] = (goneMean[j] as number) + share * step * average
      const cell = tie * size + j
      working.meanHazard[cell] = (working.meanHazard[cell] as number) + step * average
    }
  }
  for (let row = at.from; row < at.to; row += 1) {
    if (rows.event[row] !== 1) continue
    for (let j = 0; j < size; j += 1) {
      const value = values[row * size + j] as number
      working.residuals[row * size + j] =
        (rows.weight[row] as number) * (value - (mean[j] as number)) +
        (working.risks[row] as number) * (value * gone - (goneMean[j] as number))
    }
  }
}

/** What each subject was expected to give while at risk, over (entry, time]: from the first time to the last. */
function takeExpected(rows: CoxRows, working: Working): void {
  const { ties } = rows
  let last = ties.count
  while (last > 0) {
    let first = last - 1
    while (!ties.opens[first]) first -= 1
    takeStratum(rows, working, first, last)
    last = first
  }
}

function takeStratum(rows: CoxRows, working: Working, first: number, last: number): void {
  const { ties, entry, leaving } = rows
  const { size, values } = rows.design
  const start = first > 0 ? (ties.end[first - 1] as number) : 0
  const sum = new Float64Array(size)
  let total = 0
  const owe = (row: number, sign: number): void => {
    const risk = sign * (working.risks[row] as number)
    for (let j = 0; j < size; j += 1) {
      const cell = row * size + j
      const expected = (values[cell] as number) * total - (sum[j] as number)
      working.residuals[cell] = (working.residuals[cell] as number) - risk * expected
    }
  }
  let entering = (ties.end[last - 1] as number) - 1
  for (let tie = last - 1; tie >= first; tie -= 1) {
    const from = tie > first ? (ties.end[tie - 1] as number) : start
    const now = rows.time[from] as number
    // those that entered before now owe nothing of what came up to their entry
    for (; entry && leaving && entering >= start; entering -= 1) {
      const row = leaving[entering] as number
      if ((entry[row] as number) >= now) break
      owe(row, -1)
    }
    total += working.hazard[tie] as number
    for (let j = 0; j < size; j += 1)
      sum[j] = (sum[j] as number) + (working.meanHazard[tie * size + j] as number)
    for (let row = from; row < (ties.end[tie] as number); row += 1) owe(row, 1)
  }
}
