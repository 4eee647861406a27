/** One pass over the risk sets of a Cox regression, from the last time to the first. */

import type { CoxRows } from './rows.ts'

/** Sums over a set of subjects, each counted by its risk: weight times exp(linear predictor). */
export interface Moments {
  risk: number
  /** of each covariate */
  readonly first: Float64Array
  /** of each product of two, lower triangle, row by row */
  readonly second: Float64Array
}

export interface EventTime {
  /** the index of the tie, and its rows */
  tie: number
  from: number
  to: number
  events: number
  /** of those with the event: total weight, weighted linear predictors, weighted covariates */
  weight: number
  predictor: number
  readonly covariates: Float64Array
  readonly atRisk: Moments
  /** of those with the event; only kept where there is more than one */
  readonly tied: Moments
}

/**
 * Shows `visit` each time at which something happened, with the sums over those then at risk. The object shown is
 * the same each time. `risks` (one for each row) is filled on the way.
 */
export function sweep(
  rows: CoxRows,
  coefficients: Float64Array,
  risks: Float64Array,
  visit: (at: EventTime) => void,
): void {
  const { ties, time, event, weight, entry, leaving } = rows
  const { size, values } = rows.design
  const at = eventTime(size)
  const { atRisk, tied, covariates } = at
  let left = 0
  let row = 0
  for (let tie = 0; tie < ties.count; tie += 1) {
    if (ties.opens[tie]) {
      clear(atRisk)
      left = row
    }
    const to = ties.end[tie] as number
    const events = ties.events[tie] as number
    at.from = row
    if (events > 0) {
      at.weight = 0
      at.predictor = 0
      covariates.fill(0)
      if (events > 1) clear(tied)
    }
    for (; row < to; row += 1) {
      const start = row * size
      let predictor = 0
      for (let j = 0; j < size; j += 1) {
        predictor += (coefficients[j] as number) * (values[start + j] as number)
      }
      const w = weight[row] as number
      const risk = w * Math.exp(predictor)
      risks[row] = risk
      add(atRisk, values, start, size, risk)
      if (event[row] === 1) {
        at.weight += w
        at.predictor += w * predictor
        for (let j = 0; j < size; j += 1) {
          covariates[j] = (covariates[j] as number) + w * (values[start + j] as number)
        }
        if (events > 1) add(tied, values, start, size, risk)
      }
    }
    if (events === 0) continue
    if (entry && leaving) {
      const now = time[to - 1] as number
      // of this stratum's rows, those that entered at this time or after it are not at risk now
      for (; left < to; left += 1) {
        const who = leaving[left] as number
        if ((entry[who] as number) < now) break
        add(atRisk, values, who * size, size, -(risks[who] as number))
      }
    }
    at.tie = tie
    at.to = to
    at.events = events
    visit(at)
  }
}

function add(moments: Moments, values: Float64Array, start: number, size: number, risk: number): void {
  if (size === 3) {
    addThree(moments, values, start, risk)
    return
  }
  const { first, second } = moments
  moments.risk += risk
  let place = 0
  for (let j = 0; j < size; j += 1) {
    const product = risk * (values[start + j] as number)
    first[j] = (first[j] as number) + product
    for (let k = 0; k <= j; k += 1) {
      second[place] = (second[place] as number) + product * (values[start + k] as number)
      place += 1
    }
  }
}

/** The same for three covariates, written out, which takes about two thirds of the time. */
function addThree(moments: Moments, values: Float64Array, start: number, risk: number): void {
  const { first, second } = moments
  const x = values[start] as number
  const y = values[start + 1] as number
  const z = values[start + 2] as number
  const rx = risk * x
  const ry = risk * y
  const rz = risk * z
  moments.risk += risk
  first[0] = (first[0] as number) + rx
  first[1] = (first[1] as number) + ry
  first[2] = (first[2] as number) + rz
  second[0] = (second[0] as number) + rx * x
  second[1] = (second[1] as number) + ry * x
  second[2] = (second[2] as number) + ry * y
  second[3] = (second[3] as number) + rz * x
  second[4] = (second[4] as number) + rz * y
  second[5] = (second[5] as number) + rz * z
}

function eventTime(size: number): EventTime {
  return {
    tie: 0,
    from: 0,
    to: 0,
    events: 0,
    weight: 0,
    predictor: 0,
    covariates: new Float64Array(size),
    atRisk: moments(size),
    tied: moments(size),
  }
}

function moments(size: number): Moments {
  return { risk: 0, first: new Float64Array(size), second: new Float64Array((size * (size + 1)) / 2) }
}

function clear(of: Moments): void {
  of.risk = 0
  of.first.fill(0)
  of.second.fill(0)
}
